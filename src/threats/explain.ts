/** Which lines of the content are most like a text: loaded only where somebody asks why. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentencesOf } from '../language/text.ts';
import type { ThreatKind } from '../playbook/types.ts';

/** `heard.json`: the lines of each kind. */
export type HeardTexts = Readonly<Record<ThreatKind, readonly string[]>>;

const LINES = 3;

const wordsOf = (text: string) =>
  new Set(sentencesOf(text).flatMap(({ tokens }) => tokens.map(({ word }) => word)));

/** The lines of a kind that share most of their words with the text, rare words counting most. */
export function deciding(contentDir: string, text: string, kind: ThreatKind): string[] {
  const heard = JSON.parse(readFileSync(join(contentDir, '..', 'heard.json'), 'utf8')) as HeardTexts;
  const lines = heard[kind].map((line) => ({ line, words: wordsOf(line) }));
  const seen = new Map<string, number>();
  for (const { words } of lines) for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  const asked = wordsOf(text);
  const likeness = ({ words }: { words: ReadonlySet<string> }) => {
    let sum = 0;
    for (const word of asked) if (words.has(word)) sum += 1 / (seen.get(word) ?? 1);
    return sum / Math.sqrt(words.size);
  };
  return lines
    .map((one) => ({ line: one.line, like: likeness(one) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, LINES)
    .map(({ line }) => line);
}
