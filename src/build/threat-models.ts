/** Build time: what customers say becomes the model of `svalka threat`, and the answers one small index. */
import type { Weights } from '../language/classifier.ts';
import type { Typed } from '../language/detect.ts';
import { featuresOf } from '../language/features.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { clausesOf, passagesOf, sentencesOf } from '../language/text.ts';
import type { Heard, Practice } from '../playbook/schema.ts';
import { LANGS, THREATS, type ThreatKind } from '../playbook/types.ts';
import type { Doc } from '../playbook/validate.ts';
import { CLAUSE_FROM, DANGER, DANGER_FROM, FROM } from '../threats/recognise.ts';
import { train } from './train.ts';

/** A line that a customer says, and what it threatens with. */
export interface HeardLine {
  readonly text: string;
  readonly typed: Typed;
  readonly kinds: readonly ThreatKind[];
}

/** The lines of a file of heard lines. */
export function heardLines({ lang, kind, lines }: Heard): HeardLine[] {
  return lines.map((line) => {
    const own = kind ? [kind] : [];
    if (typeof line === 'string') return { text: line, typed: lang, kinds: own };
    return { text: line.text, typed: line.nn ? 'nn' : lang, kinds: [...own, ...(line.also ?? [])] };
  });
}

/** Found by cross-validation. A line that has a danger in it must be surer of it than of anything else. */
const MODEL = {
  labels: THREATS,
  keep: 41_000,
  epochs: 8,
  doubt: THREATS.map((kind) => ({ below: DANGER.includes(kind) ? DANGER_FROM : FROM, above: FROM })),
};

/** All that customers say in the content: heard lines, threats' own lines, and calm lines of scenarios. */
export function customerLines(docs: readonly Doc[]): HeardLine[] {
  return docs.flatMap((doc): HeardLine[] => {
    switch (doc.kind) {
      case 'heard':
        return heardLines(doc.value);
      case 'threat':
        return LANGS.flatMap((lang) =>
          doc.value.line[lang].map((text) => ({ text, typed: lang, kinds: [doc.value.threat] })),
        );
      case 'scenario':
        return Object.values(doc.value.steps).flatMap(harmless);
      default:
        return [];
    }
  });
}

/** What a customer says where nobody threatens. */
function harmless({ calmer, same }: Practice): HeardLine[] {
  return LANGS.flatMap((lang) =>
    [...calmer[lang], ...same[lang]].map((text) => ({ text, typed: lang, kinds: [] })),
  );
}

/** Trains the model of recognition. */
export function threatModel(lines: readonly HeardLine[], lexicon: Lexicon): Weights {
  const numbers = (kinds: readonly ThreatKind[]) => kinds.map((kind) => THREATS.indexOf(kind));
  const examples = lines.map(({ text, kinds }) => {
    const passages = passagesOf(sentencesOf(text));
    return {
      sentences: passages.map((_, i) => featuresOf(passages, i, lexicon)),
      labels: numbers(kinds),
      weight: 1,
    };
  });
  // A clause is heard for danger by itself as well; of a line without danger, none may sound like it.
  const alone = lines.flatMap(({ text, kinds }) => {
    const clauses = clausesOf(sentencesOf(text));
    const unknown = numbers([...THREATS.filter((kind) => !DANGER.includes(kind)), ...kinds]);
    return clauses.map((_, i) => ({
      sentences: [featuresOf(clauses.slice(i, i + 1), 0, lexicon)],
      labels: [],
      unknown,
      weight: 1,
    }));
  });
  const doubt = THREATS.map(() => ({ below: CLAUSE_FROM, above: 0 }));
  return train(examples, { ...MODEL, besides: { examples: alone, doubt } });
}
