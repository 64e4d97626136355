/** All that typebox finds wrong. The build loads it only for a file in which something is (src/build/late.mjs). */
import type { TSchema } from 'typebox';
import { Settings } from 'typebox/system';
import { Errors } from 'typebox/value';

export type ValidationError = ReturnType<typeof Errors>[number];

/** What is wrong with a value, in the validator's words; no more than so many. */
export function errorsIn(schema: TSchema, value: unknown, most: number): readonly ValidationError[] {
  Settings.Set({ maxErrors: most });
  return Errors(schema, value);
}
