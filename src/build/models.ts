/** Build time: `playbooks/language/` becomes the models and tables that `src/coach/open.ts` opens. */
import type { CoachData, CompiledEntry } from '../coach/open.ts';
import { FAULT_FROM, MOVE_FROM } from '../coach/review.ts';
import type { Weights } from '../language/classifier.ts';
import { languageFeatures, TYPED, type Typed } from '../language/detect.ts';
import { featuresOf } from '../language/features.ts';
import { type Lexicon, lexiconOf, type WordTable, wordTable } from '../language/lexicon.ts';
import { signalOf } from '../language/signals.ts';
import { fold, sentencesOf } from '../language/text.ts';
import type { DocOf, Language, Practice, Step } from '../playbook/schema.ts';
import { FAULTS, LANGS, MOVES, THREATS } from '../playbook/types.ts';
import type { Doc } from '../playbook/validate.ts';
import { HOLDING, threatData } from '../threats/answers.ts';
import type { HeardTexts } from '../threats/explain.ts';
import type { ThreatData } from '../threats/open.ts';
import { customerLines, threatModel } from './threat-models.ts';
import { type Example, train } from './train.ts';

/** A line of an entry with all its labels. */
export interface Line {
  readonly text: string;
  readonly typed: Typed;
  readonly labels: readonly string[];
  /** The label of the entry that it belongs to, and whether it must have it; null for a plain line. */
  readonly own: string | null;
  readonly near: boolean;
  readonly file: string;
  readonly entry: string;
}

/** The lines of all language files. */
export function linesOf(files: readonly Language[]): Line[] {
  return files.flatMap((file) => {
    const own = file.move ?? file.fault ?? null;
    return Object.entries(file.entries).flatMap(([entry, { examples, near }]) => {
      const common = { own, file: file.language, entry };
      const typed = (one: string | { readonly nn?: true }): Typed =>
        typeof one === 'object' && one.nn ? 'nn' : file.lang;
      return [
        ...examples.map((one) => ({
          ...common,
          near: false,
          typed: typed(one),
          text: typeof one === 'string' ? one : one.text,
          labels: [...(own ? [own] : []), ...(typeof one === 'string' ? [] : (one.also ?? []))],
        })),
        ...(near ?? []).map((one) => ({
          ...common,
          near: true,
          typed: typed(one),
          text: typeof one === 'string' ? one : one.text,
          labels: typeof one === 'string' ? [] : [...(one.is ?? [])],
        })),
      ];
    });
  });
}

/** How large the models are; found by cross-validation. */
const REVIEW = {
  labels: [...MOVES, ...FAULTS],
  keep: 28_000,
  epochs: 12,
  doubt: [...MOVES.map(() => MOVE_FROM), ...FAULTS.map(() => FAULT_FROM)].map((from) => ({
    below: from,
    above: from,
  })),
};
const LANGUAGES = { labels: TYPED, keep: 5_800, epochs: 8 };

export interface Models {
  readonly review: Weights;
  readonly threats: Weights;
  readonly threatData: ThreatData;
  readonly heard: HeardTexts;
  readonly languages: Weights;
  readonly words: WordTable;
  readonly coach: CoachData;
}

/** Trains and compiles everything that `review` needs. */
export function models(docs: readonly Doc[]): Models {
  const of = <K extends Doc['kind']>(kind: K) =>
    docs.flatMap((doc) => (doc.kind === kind ? [doc.value as DocOf<K>] : []));
  const words = wordTable(
    Object.assign({}, ...of('words').map(({ groups }) => groups)),
    Object.assign({}, ...of('words').map(({ twins }) => twins)),
  );
  const lexicon = lexiconOf(words);
  const files = of('language');
  const lines = linesOf(files);
  const shipped = shippedLines(docs);
  const [temperature] = of('temperature');
  if (!temperature) throw new Error('no weights in playbooks/temperature.yaml');
  const customers = customerLines(docs);
  return {
    // What agents say in the content threatens nobody either.
    threats: threatModel(
      [...customers, ...lines.map(({ text, typed }) => ({ text, typed, kinds: [] }))],
      lexicon,
    ),
    heard: Object.fromEntries(
      THREATS.map((kind) => [
        kind,
        customers.filter(({ kinds }) => kinds[0] === kind).map(({ text }) => text),
      ]),
    ) as unknown as HeardTexts,
    threatData: threatData(
      of('threat'),
      of('numbers'),
      of('playbook').find(({ playbook }) => playbook === HOLDING),
    ),
    review: train(
      [...lines, ...shipped].map((line) => exampleOf(line, lexicon)),
      REVIEW,
    ),
    languages: train([...lines, ...shipped, ...customers].map(languageExample), LANGUAGES),
    words,
    coach: {
      why: Object.fromEntries(
        FAULTS.map((fault) => [fault, temperature.faults[fault].why]),
      ) as CoachData['why'],
      entries: compiledEntries(files),
    },
  };
}

type Labelled = Pick<Line, 'text' | 'typed' | 'labels'> & {
  readonly weight?: number;
  readonly unknown?: readonly string[];
};

const numbersOf = (labels: readonly string[]) =>
  labels.map((label) => REVIEW.labels.indexOf(label as (typeof REVIEW.labels)[number]));

function exampleOf({ text, labels, unknown = [], weight = 1 }: Labelled, lexicon: Lexicon): Example {
  const sentences = sentencesOf(text);
  return {
    sentences: sentences.map((_, i) => featuresOf(sentences, i, lexicon)),
    labels: numbersOf(labels),
    unknown: numbersOf(unknown),
    weight,
  };
}

function languageExample({ text, typed }: Pick<Line, 'text' | 'typed'>): Example {
  return { sentences: [languageFeatures(text)], labels: [TYPED.indexOf(typed)], weight: 1 };
}

/**
 * A phrase of a step that has several moves makes one of them: which, nobody has said.
 * That it is free of faults is sure all the same.
 */
const UNSURE = 0.3;

/** The phrases and choices of the shipped content, with the labels that they are there for. */
function shippedLines(docs: readonly Doc[]): Labelled[] {
  return docs.flatMap((doc) => {
    switch (doc.kind) {
      case 'scenario':
        return Object.values(doc.value.steps).flatMap(choiceLines);
      case 'playbook':
        return Object.values(doc.value.steps).flatMap(phraseLines);
      case 'language':
        return insteadLines(doc.value);
      case 'threat':
        return Object.values(doc.value.steps).flatMap((step) => [
          ...phraseLines(step),
          ...choiceLines(step.practice),
        ]);
      default:
        return [];
    }
  });
}

/** What to say instead of a fault is without any; its moves nobody has labelled. */
function insteadLines({ lang, entries }: Language): Labelled[] {
  return Object.values(entries).flatMap(({ instead }) =>
    (instead ?? []).map((text) => ({ text, typed: lang, labels: [], unknown: MOVES })),
  );
}

function choiceLines({ choices }: Practice): Labelled[] {
  return Object.values(choices).flatMap((choice) =>
    LANGS.map((lang) => ({
      text: choice[lang],
      typed: lang,
      labels: [...(choice.moves ?? []), ...(choice.faults ?? [])],
    })),
  );
}

function phraseLines({ moves, phrases, ways }: Step): Labelled[] {
  const weight = moves.length > 1 ? UNSURE : 1;
  const groups = [phrases, ...Object.values(ways ?? {}).map((way) => way.phrases)].filter((one) => !!one);
  return groups.flatMap((group) =>
    LANGS.flatMap((lang) =>
      Object.values(group[lang])
        .flatMap((channel) => Object.values(channel))
        .flatMap((text): Labelled[] => {
          const said = { text, typed: lang };
          const free = { ...said, labels: [], unknown: MOVES };
          return weight === 1 ? [{ ...said, labels: moves }] : [{ ...said, labels: moves, weight }, free];
        }),
    ),
  );
}

const WORDS_OF_ENTRY = 40;

/** What the program says of each entry, and the words by which a text's nearest entry is told. */
function compiledEntries(files: readonly Language[]): CompiledEntry[] {
  return files.flatMap((file) => {
    const label = file.move ?? file.fault;
    if (!label) return [];
    const wordsOf = (entry: Language['entries'][string]) =>
      entry.examples.flatMap((one) => [
        ...new Set(
          sentencesOf(typeof one === 'string' ? one : one.text).flatMap(({ tokens }) =>
            tokens.map(({ word }) => word),
          ),
        ),
      ]);
    const total = counted(Object.values(file.entries).flatMap(wordsOf));
    return Object.entries(file.entries).map(([entry, one]) => ({
      lang: file.lang,
      label,
      entry,
      signals: (one.signals ?? []).map((written) => signalOf(written).join(' ')),
      instead: one.instead ?? [],
      words: file.fault ? distinctive(counted(wordsOf(one)), total) : [],
    }));
  });
}

function counted(words: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const word of words) count.set(fold(word), (count.get(fold(word)) ?? 0) + 1);
  return count;
}

/** Words that an entry has at least twice, those it has most of all its file's first. */
function distinctive(own: ReadonlyMap<string, number>, total: ReadonlyMap<string, number>): string[] {
  return [...own]
    .filter(([word, n]) => n > 1 && n > (total.get(word) ?? 0) / 2 && /\p{L}/u.test(word))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, WORDS_OF_ENTRY)
    .map(([word]) => word);
}
