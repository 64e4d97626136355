/** The answers to threats, made from the content: at build time, or from a user's own folder. */
import { signalOf } from '../language/signals.ts';
import type { Numbers, Playbook, Threat } from '../playbook/schema.ts';
import { LANGS, type Lang, type ThreatKind } from '../playbook/types.ts';
import type { Answer, ThreatData } from './open.ts';
import { foldName } from './recognise.ts';

/** The playbook that holds a conversation where no kind of threat was recognised. */
export const HOLDING = 'threats';

/** Every answer, ready to print. */
export function threatData(
  threats: readonly Threat[],
  numbers: readonly Numbers[],
  holding: Playbook | undefined,
): ThreatData {
  const byKind = <T>(make: (threat: Threat) => T) =>
    Object.fromEntries(threats.map((threat) => [threat.threat, make(threat)])) as Record<ThreatKind, T>;
  return {
    answers: byKind((threat) => byLang((lang) => answerOf(threat, numbers, lang))),
    names: byKind(({ threat, names }) => [
      ...new Set([threat, ...LANGS.flatMap((lang) => names[lang])].map(foldName)),
    ]),
    signals: threats.flatMap(({ threat, signals }) =>
      LANGS.flatMap((lang) => (signals?.[lang] ?? []).map((one) => ({ threat, signal: signalOf(one) }))),
    ),
    holding: byLang((lang) => holdingOf(holding, lang)),
  };
}

const byLang = <T>(make: (lang: Lang) => T) => ({ sv: make('sv'), nb: make('nb') });

function answerOf(threat: Threat, numbers: readonly Numbers[], lang: Lang): Answer {
  const calls = numbers
    .flatMap((file) => Object.values(file.calls))
    .filter(({ kinds }) => kinds.includes(threat.threat))
    .flatMap((call) => call[lang] ?? [])
    .map(({ name, number, when }) => ({ name, number, when }));
  const { stop } = threat;
  const [say, todo, avoid] = [threat.say[lang], threat.do[lang], threat.avoid[lang]];
  return { name: threat.name[lang], stop, say, do: todo, avoid, after: threat.after[lang], calls };
}

function holdingOf(playbook: Playbook | undefined, lang: Lang): { name: string; aim: string }[] {
  return Object.values(playbook?.steps ?? {}).map(({ name, aim }) => ({ name: name[lang], aim: aim[lang] }));
}
