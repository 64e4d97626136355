/** Opens what the build made for recognition: a model, the word table, and every answer. `fs` alone. */
import { readFileSync } from 'node:fs';
import { type Classifier, classifierOf, decode } from '../language/classifier.ts';
import { decodeWords, lexiconOf } from '../language/lexicon.ts';
import { type Signal, signalIndex } from '../language/signals.ts';
import type { Lang, ThreatKind } from '../playbook/types.ts';
import type { Ear } from './recognise.ts';

/** Whom to call, in one language. */
export interface Call {
  readonly name: string;
  readonly number: string;
  readonly when: string;
}

/** The answer to a kind of threat, in one language. */
export interface Answer {
  readonly name: string;
  readonly stop: boolean;
  readonly say: readonly string[];
  readonly do: readonly string[];
  readonly avoid: readonly string[];
  readonly after: string;
  readonly calls: readonly Call[];
}

/** `threats.json`. */
export interface ThreatData {
  readonly answers: Readonly<Record<ThreatKind, Readonly<Record<Lang, Answer>>>>;
  readonly names: Ear['names'];
  /** Words that betray a kind, as sentences are compared with them. */
  readonly signals: readonly { readonly threat: ThreatKind; readonly signal: Signal }[];
  /** What to do with anything else: the steps of the playbook `threats`, in one line each. */
  readonly holding: Readonly<Record<Lang, readonly { readonly name: string; readonly aim: string }[]>>;
}

export interface Threats {
  readonly ear: Ear;
  readonly languages: Classifier;
  readonly data: ThreatData;
}

/** The signals of all kinds, where they are found quickly. */
export const signalsOf = ({ signals }: ThreatData): Ear['signals'] =>
  signalIndex(signals.map(({ threat, signal }) => ({ signal, value: threat })));

/** @param dist the folder of the built files, ending in a slash */
export function openThreats(dist: string): Threats {
  const json = (name: string): unknown => JSON.parse(readFileSync(`${dist}${name}.json`, 'utf8'));
  const bytes = (name: string) => readFileSync(`${dist}${name}.bin`);
  const model = (name: string) => classifierOf(decode(bytes(name)));
  const data = json('threats') as ThreatData;
  return {
    ear: {
      model: model('threats'),
      lexicon: lexiconOf(decodeWords(bytes('words'))),
      names: data.names,
      signals: signalsOf(data),
    },
    languages: model('languages'),
    data,
  };
}
