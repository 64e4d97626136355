/** What changed between two versions of a text that people write, sentence by sentence. Pure. */
import { type Page, shown, wrap } from './render.ts';

/** Longer texts are shown as one change: comparing them would take their lengths multiplied. */
const MOST_CELLS = 1_000_000;

interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** The sentences that went and came, each with its neighbours that stayed; `…` stands for the rest. */
export function proseDiff(page: Page<unknown>, before: string, now: string): string[] {
  const { style } = page;
  const pieces = piecesOf(sentences(before), sentences(now));
  const near = pieces.map((_, i) =>
    pieces.slice(Math.max(0, i - 1), i + 2).some(({ kind }) => kind !== 'same'),
  );
  const sign = { same: ' ', gone: '-', new: '+' } as const;
  const paint = { same: style.dim, gone: style.warm, new: style.cool } as const;
  return pieces.flatMap(({ kind, text }, i) => {
    if (near[i])
      return wrap(style, shown(page, text), 4, `  ${sign[kind]} `).map((line) => paint[kind](line));
    return i === 0 || near[i - 1] ? [style.dim(shown(page, '    …'))] : [];
  });
}

const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The longest common row of sentences stays. */
function piecesOf(before: readonly string[], now: readonly string[]): Piece[] {
  const gone = (text: string): Piece => ({ kind: 'gone', text });
  const fresh = (text: string): Piece => ({ kind: 'new', text });
  if (before.length * now.length > MOST_CELLS) return [...before.map(gone), ...now.map(fresh)];
  // common[i][j]: how many sentences the texts share from the i-th and the j-th on.
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const shared = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const same = before[i] === now[j];
      (common[i] as number[])[j] = same
        ? shared(i + 1, j + 1) + 1
        : Math.max(shared(i + 1, j), shared(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < now.length) {
    const [old, young] = [before[i], now[j]];
    if (old !== undefined && old === young) {
      pieces.push({ kind: 'same', text: old });
      i++;
      j++;
    } else if (old !== undefined && (young === undefined || shared(i + 1, j) >= shared(i, j + 1))) {
      pieces.push(gone(old));
      i++;
    } else if (young !== undefined) {
      pieces.push(fresh(young));
      j++;
    }
  }
  return pieces;
}
