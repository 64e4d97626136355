/**
 * References between files: everything that a file points to must exist. What
 * the schema cannot see, because it looks at one file, is found here.
 */
import type { Finding } from './finding.ts';
import { nearest } from './nearest.ts';
import { pointerKey } from './read.ts';
import type { DocOf, Phrases, Step } from './schema.ts';
import { hasBrace, hasLooseBrace, slotsIn } from './slots.ts';
import { KINDS, type Kind, LANGS, type Lang } from './types.ts';
import { type Doc, findingAt } from './validate.ts';

/** What can be pointed to: this folder's files and those it adds to. */
export interface Known {
  ids(kind: Kind): string[];
  /** Undefined also for a file that is there but broken: what it holds is not known. */
  value<K extends Kind>(kind: K, id: string): DocOf<K> | undefined;
}

/** The findings of some documents against everything that is known. */
export function resolve(docs: readonly Doc[], known: Known): Finding[] {
  const names = namesOf(known);
  return docs.flatMap((doc) => resolveOne(doc, known, names));
}

/** The names that a reference may have; null where a broken file hides some of them. */
type Allowed = readonly string[] | null;

interface Names {
  readonly sources: Allowed;
  readonly slotIds: Allowed;
  readonly slotNames: Record<Lang, Allowed>;
}

function namesOf(known: Known): Names {
  const slots = all(known, 'slots')?.map(({ slot }) => slot);
  return {
    sources: all(known, 'sources')?.flatMap(({ source }) => Object.keys(source)) ?? null,
    slotIds: slots?.flatMap((slot) => Object.keys(slot)) ?? null,
    slotNames: {
      sv: slots?.flatMap((slot) => Object.values(slot).map((one) => one.sv.name)) ?? null,
      nb: slots?.flatMap((slot) => Object.values(slot).map((one) => one.nb.name)) ?? null,
    },
  };
}

/** All files of a kind, or null where one of them is broken. */
function all<K extends Kind>(known: Known, kind: K): DocOf<K>[] | null {
  const values: DocOf<K>[] = [];
  for (const id of known.ids(kind)) {
    const value = known.value(kind, id);
    if (value === undefined) return null;
    values.push(value);
  }
  return values;
}

function resolveOne(doc: Doc, known: Known, names: Names): Finding[] {
  const { document } = doc;
  const findings: Finding[] = [];
  /** Reports a name that is not among those it may be. */
  const must = (name: string, allowed: Allowed, pointer: string, where: 'value' | 'key' = 'value') => {
    if (allowed === null || allowed.includes(name)) return true;
    const params = { name, near: nearest(name, allowed), allowed: allowed.slice(0, 12).join(', ') };
    findings.push(findingAt(document, pointer, 'unknown-target', params, where));
    return false;
  };
  /** Reports a file that is not there. */
  const mustExist = (kind: Kind, id: string, pointer: string) =>
    known.value(kind, id) !== undefined || must(id, known.ids(kind), pointer);
  const checkText = (text: string, path: readonly string[], allowed: Allowed) => {
    if (!hasBrace(text)) return;
    const pointer = path.map((key) => `/${pointerKey(key)}`).join('');
    if (hasLooseBrace(text)) {
      findings.push(findingAt(document, pointer, 'unknown-slot', { name: '', near: '', allowed: '' }));
    }
    for (const name of slotsIn(text)) {
      if (allowed === null || allowed.includes(name)) continue;
      const params = { name, near: nearest(name, allowed), allowed: allowed.join(', ') };
      findings.push(findingAt(document, pointer, 'unknown-slot', params));
    }
  };
  const checkPhrases = (phrases: Phrases, path: readonly string[]) => {
    for (const lang of LANGS) {
      for (const [channel, group] of Object.entries(phrases[lang])) {
        for (const [id, text] of Object.entries(group)) {
          checkText(text, [...path, lang, channel, id], names.slotNames[lang]);
        }
      }
    }
  };
  /** Only phrases are filled; anywhere else a slot would be printed raw. */
  const checkOtherTexts = (value: unknown, path: string[]) => {
    if (typeof value === 'string') checkText(value, path, []);
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      if (key === 'phrases') continue;
      path.push(key);
      checkOtherTexts((value as Record<string, unknown>)[key], path);
      path.pop();
    }
  };
  const checkSteps = (steps: Record<string, Step>) => {
    for (const [id, step] of Object.entries(steps)) {
      const at = `/steps/${id}`;
      must(step.source, names.sources, `${at}/source`);
      if (step.next !== undefined) must(step.next, [...Object.keys(steps), 'end'], `${at}/next`);
      if (step.phrases) checkPhrases(step.phrases, ['steps', id, 'phrases']);
      for (const [way, { phrases }] of Object.entries(step.ways ?? {})) {
        checkPhrases(phrases, ['steps', id, 'ways', way, 'phrases']);
      }
      if (!step.phrases && !step.ways) {
        findings.push(findingAt(document, at, 'missing-key', { key: 'phrases' }, 'key'));
      }
    }
  };

  checkOtherTexts(doc.value, []);
  switch (doc.kind) {
    case 'playbook':
      must(doc.value.source, names.sources, '/source');
      checkSteps(doc.value.steps);
      break;
    case 'threat':
      must(doc.value.source, names.sources, '/source');
      checkSteps(doc.value.steps);
      break;
    case 'scenario': {
      const { value } = doc;
      for (const id of Object.keys(value.slots ?? {})) must(id, names.slotIds, `/slots/${id}`, 'key');
      if (value.threat) must(value.threat.kind, known.ids('threat'), '/threat/kind');
      if (!mustExist('playbook', value.playbook, '/playbook')) break;
      const playbook = known.value('playbook', value.playbook);
      if (!playbook) break;
      const steps = Object.keys(playbook.steps);
      if (value.threat) must(value.threat.step, steps, '/threat/step');
      for (const id of Object.keys(value.steps)) must(id, steps, `/steps/${pointerKey(id)}`, 'key');
      for (const id of steps) {
        if (!Object.hasOwn(value.steps, id)) {
          findings.push(findingAt(document, '/steps', 'missing-key', { key: id }, 'key'));
        }
      }
      break;
    }
    case 'script': {
      const { scenario, playbook, lang, turns } = doc.value;
      if (scenario === undefined && playbook === undefined) {
        findings.push(findingAt(document, '', 'missing-key', { key: 'scenario' }, 'key'));
        break;
      }
      if (scenario !== undefined && playbook !== undefined) {
        findings.push(findingAt(document, '/playbook', 'too-many', { limit: 1 }, 'key'));
      }
      for (const [i, { choose, say, heard, skip, threat }] of turns.entries()) {
        const ways = [choose, say, heard, skip, threat].filter((way) => way !== undefined).length;
        if (ways === 0) findings.push(findingAt(document, `/turns/${i}`, 'missing-key', { key: 'choose' }));
        if (ways > 1) findings.push(findingAt(document, `/turns/${i}`, 'too-many', { limit: 1 }));
      }
      const isThere =
        scenario !== undefined
          ? mustExist('scenario', scenario, '/scenario')
          : mustExist('playbook', playbook ?? '', '/playbook');
      if (!isThere) break;
      const choices =
        scenario !== undefined
          ? choicesOf(known, scenario)
          : phraseIds(known, playbook ?? '', lang ? [lang] : LANGS);
      turns.forEach((turn, i) => {
        if (turn.choose !== undefined) must(turn.choose, choices, `/turns/${i}/choose`);
      });
      break;
    }
    case 'language': {
      const labelled = doc.value.move !== undefined || doc.value.fault !== undefined;
      for (const [id, entry] of Object.entries(doc.value.entries)) {
        if (labelled && !entry.near) {
          findings.push(findingAt(document, `/entries/${id}`, 'missing-key', { key: 'near' }, 'key'));
        }
      }
      break;
    }
    default:
      break;
  }
  return findings;
}

/** All choices that a scenario can offer, its threats' answers included. */
function choicesOf(known: Known, scenario: string): Allowed {
  const own = known.value('scenario', scenario);
  const answers = answersToThreats(known);
  if (!own || !answers) return null;
  return [...Object.values(own.steps).flatMap((step) => Object.keys(step.choices)), ...answers];
}

/** All phrases that a playbook has to say in some languages, each of which has its own; and the answers to threats. */
function phraseIds(known: Known, playbook: string, langs: readonly Lang[]): Allowed {
  const own = known.value('playbook', playbook);
  const answers = answersToThreats(known);
  if (!own || !answers) return null;
  const groups = Object.values(own.steps).flatMap(({ phrases, ways }) => [
    ...(phrases ? [phrases] : []),
    ...Object.values(ways ?? {}).map((way) => way.phrases),
  ]);
  const ids = groups.flatMap((phrases) =>
    langs.flatMap((lang) => Object.values(phrases[lang]).flatMap((channel) => Object.keys(channel))),
  );
  return [...ids, ...answers];
}

function answersToThreats(known: Known): Allowed {
  const threats = all(known, 'threat');
  return (
    threats?.flatMap(({ steps }) =>
      Object.values(steps).flatMap(({ practice }) => Object.keys(practice.choices)),
    ) ?? null
  );
}

/** Files of one folder that claim the same id. */
export function duplicateIds(docs: readonly Doc[]): Finding[] {
  const findings: Finding[] = [];
  for (const kind of KINDS) {
    const seen = new Map<string, Doc>();
    for (const doc of docs) {
      if (doc.kind !== kind) continue;
      const first = seen.get(doc.id);
      if (first) {
        const params = { name: doc.id, other: first.document.source.file };
        findings.push(findingAt(doc.document, `/${kind}`, 'duplicate-id', params));
      } else seen.set(doc.id, doc);
    }
  }
  return findings;
}
