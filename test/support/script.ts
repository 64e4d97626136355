/** Scripts written in a test, and a small conversation made by hand to play them on. */
import type { Course } from '../../src/flow/course.ts';
import { start } from '../../src/flow/session.ts';
import { AGENT } from '../../src/locales/catalogue.ts';
import type { Document } from '../../src/playbook/read.ts';
import { readYaml } from '../../src/playbook/read.ts';
import type { Script } from '../../src/playbook/schema.ts';
import type { Lang } from '../../src/playbook/types.ts';
import { validate } from '../../src/playbook/validate.ts';
import { type Hear, type Run, run } from '../../src/script/run.ts';
import { courseMade, type Short } from '../flow/made.ts';
import { pageOf } from './page.ts';

/**
 * From 5 degrees: `good` at each step cools 1, 2 and 2, `bad` heats 2, `idle` does nothing; the
 * second try goes on. It is calm from 3.
 */
export const MADE: Short = {
  steps: { hear: ['hear'], care: ['empathize'], help: ['respond'] },
  threats: { manager: { answer: ['ask'] }, physical: { limit: ['boundary'], leave: ['thank'] } },
  temperature: 5,
};
export const made: Course = courseMade(MADE);
/** The same steps without a customer: phrases are said. */
const { temperature: _, ...bare } = MADE;
export const madePlaybook: Course = courseMade(bare);

/** A script's text: turns and what else it has, line by line. */
export const scriptText = (...lines: readonly string[]): string =>
  ['schema: 1', 'script: made', 'scenario: by-hand-case', ...lines, ''].join('\n');

export interface Read {
  readonly document: Document;
  readonly script: Script;
}

/** @throws where it is not a valid script */
export function scriptIn(text: string): Read {
  const { document, findings } = readYaml('made.script.yaml', text);
  const validated = document && validate(document);
  const wrong = [...findings, ...(validated?.findings ?? [])];
  if (!document || validated?.doc?.kind !== 'script' || wrong.length > 0) {
    throw new Error(
      `no script: ${JSON.stringify(wrong.map(({ rule, line, params }) => ({ rule, line, params })))}`,
    );
  }
  return { document, script: validated.doc.value };
}

/** Hears a move or a fault in each word that names one. */
export const hearNames: Hear = (text) => {
  const all = { start: 0, end: text.length };
  return {
    lang: 'sv',
    text,
    moves: /hear/.test(text) ? [{ move: 'hear', ...all }] : [],
    faults: /but/.test(text) ? [{ fault: 'but', message: 'message', instead: [], ...all }] : [],
    sentences: [all],
  };
};

/** Plays a script on a course. */
export function playedOn(course: Course, text: string, lang: Lang = 'sv'): Run {
  const page = { ...pageOf(lang, 80), texts: AGENT[lang] };
  return run(scriptIn(text).script, start(course, lang, 1), page, hearNames);
}
