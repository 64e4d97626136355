/** What `svalka threat` answers, and the contract of its JSON. Pure. */
import { detect, type Typed } from '../language/detect.ts';
import type { Lang } from '../playbook/types.ts';
import type { Answer, Threats } from './open.ts';
import { type Match, type Recognised, recognise } from './recognise.ts';

export interface Reply extends Recognised {
  /** What was typed. */
  readonly query: string;
  readonly typed: Typed;
  /** The language of the answer. */
  readonly lang: Lang;
  /** The answer to the first match; null where nothing was recognised. */
  readonly answer: Answer | null;
}

/** So many words say too little of their language; then the person's own language decides. */
const TOO_FEW = 3;

/**
 * @param forced the language that was asked for, or null
 * @param own the person's own language, where it is known
 */
export function replyTo(query: string, threats: Threats, forced: Typed | null, own: Lang | null): Reply {
  const words = query.trim().split(/\s+/).length;
  const typed = forced ?? (words < TOO_FEW ? own : null) ?? detect(query, threats.languages) ?? own ?? 'sv';
  const lang = typed === 'sv' ? 'sv' : 'nb';
  const found = recognise(query, threats.ear);
  const [first] = found.matches;
  return { ...found, query, typed, lang, answer: first ? threats.data.answers[first.threat][lang] : null };
}

/** The contract of the design's section 6: keys in this order, matches best first. */
export function replyJson({ query, typed, matches, answer }: Reply): unknown {
  const [first] = matches;
  return {
    schemaVersion: 1,
    lang: typed,
    query,
    matches: matches.map(({ threat, score }) => ({ threat, score })),
    response:
      answer && first
        ? { threat: first.threat, stop: answer.stop, say: answer.say, do: answer.do, avoid: answer.avoid }
        : null,
  };
}

/** The kinds that were nearest, where none was recognised. */
export const nearestThree = ({ nearest }: Reply): readonly Match[] => nearest.slice(0, 3);
