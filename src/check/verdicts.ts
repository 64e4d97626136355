/**
 * What the coach says against texts that agents are to say or to choose from. It is asked once for
 * all rules, and says only what it is sure of: a rule that accuses wrongly is soon turned off.
 */
import { type Coach, isMove, listen, type Span } from '../coach/review.ts';
import { type Fault, MOVES } from '../playbook/types.ts';
import type { Content } from './content.ts';
import { filling } from './filling.ts';
import { promisesIn } from './promises.ts';
import type { Written } from './texts.ts';

/** A text that something is said against. */
export interface Verdict {
  readonly written: Written;
  /** What is heard and should not be. */
  readonly faults: readonly Heard[];
  /** Nothing is heard of what the text is there for: of a phrase its step's moves, of a bad choice its faults. */
  readonly misses: boolean;
}

export interface Heard {
  readonly fault: Fault;
  readonly words: string;
  /** Where the words stand in the text; unknown where a slot is filled among them. */
  readonly part?: Span;
}

/**
 * By so much a fault must be clearer than in a review. Measured on the shipped texts, each judged by
 * a model that had not learned from its file: 3 of 1,194 phrases and no right choice of 392 were
 * accused wrongly (without a margin 40 and 15), and half of 508 bad choices were found (without, 80 %).
 */
const SURE = 2;
/**
 * By so much a label may be fainter than in a review and is heard all the same. Measured likewise:
 * 1 % of the phrases seemed to miss their moves (without, 9 %), and of phrases put under another
 * step 82 % were found; 4 % of the bad choices seemed to lack their faults (without, 21 %).
 */
const FAINT = 3;

const known = new WeakMap<Content, readonly Verdict[]>();

/** What the coach says against the phrases and choices of the checked files, in their order. */
export function verdictsOn(content: Content): readonly Verdict[] {
  const verdicts = known.get(content) ?? judge(content);
  known.set(content, verdicts);
  return verdicts;
}

function judge({ texts, library, coach }: Content): Verdict[] {
  const fill = filling(library);
  const strict = fainter(coach, -SURE);
  const keen = fainter(coach, FAINT);
  return texts.flatMap((written): Verdict[] => {
    const { role, lang } = written;
    if (role !== 'phrase' && role !== 'choice') return [];
    const said = fill(written);
    const bad = role === 'choice' && written.faults.length > 0;
    const all = listen(said, coach, lang, bad ? keen : strict);
    const promised = () => promisesIn(written.text, lang).length > 0;
    if (bad) {
      const shown = (fault: Fault) =>
        all.some(({ label }) => label === fault) || (fault === 'overpromise' && promised());
      return written.faults.some(shown) ? [] : [{ written, faults: [], misses: true }];
    }
    const misses =
      role === 'phrase' &&
      written.moves.length > 0 &&
      !all.some(({ label }) => (written.moves as readonly string[]).includes(label));
    const faults = all.flatMap(({ label, place }) => {
      // A promise that its words alone betray is another rule's.
      if (isMove(label) || (label === 'overpromise' && promised())) return [];
      const { start, end } = place();
      return [{ fault: label, start, end }];
    });
    faults.sort((a, b) => a.start - b.start || a.end - b.end);
    const heard = faults.map(({ fault, start, end }) => heardAt(fault, said.slice(start, end), written.text));
    return misses || heard.length > 0 ? [{ written, faults: heard, misses }] : [];
  });
}

function heardAt(fault: Fault, words: string, text: string): Heard {
  const start = text.indexOf(words);
  return start === -1 ? { fault, words } : { fault, words, part: { start, end: start + words.length } };
}

/** Moves may be faint, and faults fainter by so much. */
function fainter({ model }: Coach, faults: number): number[] {
  return model.labels.map((label) => ((MOVES as readonly string[]).includes(label) ? FAINT : faults));
}
