/** Opens what the build made of `playbooks/language/`: models, word table, signals and advice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifierOf, decode } from '../language/classifier.ts';
import { decodeWords, lexiconOf } from '../language/lexicon.ts';
import { signalIndex } from '../language/signals.ts';
import type { Fault, Lang } from '../playbook/types.ts';
import type { Advice, Coach } from './review.ts';

/** One entry as the build leaves it. */
export interface CompiledEntry {
  readonly lang: Lang;
  readonly label: string;
  readonly entry: string;
  /** As sentences are compared with them, with blanks between words. */
  readonly signals: readonly string[];
  readonly instead: readonly string[];
  /** Words that its examples have more often than other entries' do. */
  readonly words: readonly string[];
}

/** `coach.json`. */
export interface CoachData {
  readonly why: Readonly<Record<Fault, Readonly<Record<Lang, string>>>>;
  readonly entries: readonly CompiledEntry[];
}

/**
 * The coach, from the folder of the built files.
 * @throws the file system's error where the build is not there
 */
export function openCoach(dist: string): Coach {
  const bytes = (name: string) => readFileSync(join(dist, `${name}.bin`));
  const model = (name: string) => classifierOf(decode(bytes(name)));
  const json = (name: string): unknown => JSON.parse(readFileSync(join(dist, `${name}.json`), 'utf8'));
  const data = json('coach') as CoachData;
  const signals = (lang: Lang) =>
    signalIndex(
      data.entries
        .filter((one) => one.lang === lang)
        .flatMap(({ label, entry, signals: written }) =>
          written.map((one) => ({ signal: one.split(' '), value: { label, entry } })),
        ),
    );
  return {
    model: model('review'),
    languages: model('languages'),
    lexicon: lexiconOf(decodeWords(bytes('words'))),
    signals: { sv: signals('sv'), nb: signals('nb') },
    advice: (fault, lang, words, entry) => adviceOf(data, fault, lang, words, entry),
  };
}

/** The advice of the entry that was found, or of the one that shares most words with the text. */
function adviceOf(
  data: CoachData,
  fault: Fault,
  lang: Lang,
  words: ReadonlySet<string>,
  entry: string | null,
): Advice {
  const entries = data.entries.filter(
    (one) => one.label === fault && one.lang === lang && one.instead.length > 0,
  );
  const shared = (one: CompiledEntry) => one.words.filter((word) => words.has(word)).length;
  const named = entries.find((one) => one.entry === entry);
  const nearest = entries.reduce<CompiledEntry | undefined>(
    (most, one) => (most && shared(most) >= shared(one) ? most : one),
    undefined,
  );
  return { message: data.why[fault][lang], instead: (named ?? nearest)?.instead.slice(0, 2) ?? [] };
}
