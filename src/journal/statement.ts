/** A line of the journal as a statement, or as nothing: whoever reads it takes nothing on trust. */
import { Type } from 'typebox';
import { fits } from '../playbook/fits.ts';
import { LANGS, type Lang } from '../playbook/types.ts';
import type { Statement } from './xapi.ts';

const strict = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });
/** Only what stands in any IRI as it is; svalka's own and ADL's need no more. */
const IRI_PATTERN = '^https?://[A-Za-z0-9.-]+/[A-Za-z0-9._~/-]*$';
const Iri = Type.String({ pattern: IRI_PATTERN, maxLength: 400 });
const LanguageMap = Type.Record(Type.String({ pattern: '^[a-z]{2}$' }), Type.String(), strict);
const Extensions = Type.Record(Type.String({ pattern: IRI_PATTERN }), Type.Unknown(), strict);
const Ref = Type.Object({ objectType: Type.Literal('StatementRef'), id: Uuid }, strict);
const Activity = Type.Object(
  {
    objectType: Type.Literal('Activity'),
    id: Iri,
    definition: Type.Object({ type: Iri, name: Type.Optional(LanguageMap) }, strict),
  },
  strict,
);
const shared = {
  id: Uuid,
  actor: Type.Object(
    {
      objectType: Type.Literal('Agent'),
      account: Type.Object({ homePage: Iri, name: Uuid }, strict),
    },
    strict,
  ),
  verb: Type.Object({ id: Iri, display: Type.Object({ en: Type.String() }, strict) }, strict),
  timestamp: Type.String({
    pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$',
  }),
};
const Language = Type.Unsafe<Lang>(Type.Enum([...LANGS]));

const StatementSchema = Type.Union([
  Type.Object(
    {
      ...shared,
      object: Activity,
      result: Type.Optional(
        Type.Object(
          {
            success: Type.Optional(Type.Boolean()),
            completion: Type.Optional(Type.Boolean()),
            response: Type.Optional(Type.String()),
            extensions: Extensions,
          },
          strict,
        ),
      ),
      context: Type.Object(
        {
          registration: Uuid,
          language: Language,
          revision: Type.String(),
          platform: Type.String(),
          contextActivities: Type.Object(
            {
              parent: Type.Optional(Type.Array(Activity)),
              grouping: Type.Optional(Type.Array(Activity)),
              category: Type.Optional(Type.Array(Activity)),
            },
            strict,
          ),
          statement: Type.Optional(Ref),
        },
        strict,
      ),
    },
    strict,
  ),
  Type.Object(
    {
      ...shared,
      object: Ref,
      context: Type.Object({ registration: Uuid, language: Language }, strict),
    },
    strict,
  ),
]);

/** True for a value that svalka could have written, and that any learning record store takes. */
export const isStatement = (value: unknown): value is Statement => fits(StatementSchema, value);

/** The statement of a line; null where the line is damaged. */
export function statementIn(line: string): Statement | null {
  try {
    const value: unknown = JSON.parse(line);
    return isStatement(value) ? value : null;
  } catch {
    return null;
  }
}
