/** What a person sees: the loop of a conversation with a test in the asker's place. */
import type { Session, View } from '../../src/flow/session.ts';
import { sourceTitle } from '../../src/playbook/sources.ts';
import { type Asker, debriefOf, play, type Reply } from '../../src/term/play.ts';
import type { Page } from '../../src/term/render.ts';
import { library } from './content.ts';

/** How a test answers: once a question, with leave to print beside it. */
export interface Answers {
  readonly at: (now: View, print: (lines: readonly string[]) => void) => Reply;
  readonly pick?: Asker['pick'];
}

/** Answers from a list, then leaves; what there is to pick among, by its id. */
export function answers(replies: readonly Reply[] = [], picked: string | null = null): Answers {
  const left = [...replies];
  return { at: () => left.shift() ?? { leave: true }, pick: async () => picked };
}

/** Everything that the loop prints from here on, with the debrief where the conversation ends. */
export async function played(page: Page, session: Session, { at, pick }: Answers = answers()) {
  const lines: string[] = [];
  const print = (more: readonly string[]) => {
    lines.push(...more);
  };
  const { session: last, outcome } = await play(session, {
    asker: {
      ready: async (key) => ({ key }),
      answer: async (now) => at(now, print),
      again: async () => null,
      pick: pick ?? (async () => null),
    },
    page: () => page,
    print,
    wipe: () => {},
    save: async () => {},
    sourceOf: (id) => sourceTitle(library, id, page.texts.basedOn),
  });
  return outcome === 'ended' ? [...lines, '', ...debriefOf(page, last)] : lines;
}

const WRONG: readonly [string, (line: string, page: Page) => boolean][] = [
  // An emoji is two units long and two cells wide.
  ['too wide', (line, page) => line.length > page.style.width],
  ['a slot or a value that is none', (line) => /[{}]|undefined|NaN|\[object/.test(line)],
  ['nothing between its quotation marks', (line) => /””|«»|""/.test(line)],
  ['a control character', (line) => /\p{Cc}/u.test(line)],
];

/** What no person should see on a screen without colour, each with its line. */
export function slips(page: Page, screen: readonly string[]): string[] {
  const lines = screen.join('\n').split('\n');
  if (lines.every((line) => line.trim() === '')) return ['an empty screen'];
  return WRONG.flatMap(([what, is]) =>
    lines.filter((line) => is(line, page)).map((line) => `${what}: ${line}`),
  );
}
