/** Runs the rules over content and makes of what they say one sorted list of findings. Pure. */
import { AUTHOR } from '../locales/catalogue.ts';
import type { Tongue } from '../locales/texts.ts';
import {
  type Finding,
  READER_RULES,
  type ReaderRule,
  type Severity,
  sortFindings,
} from '../playbook/finding.ts';
import { type Doc, placeOf } from '../playbook/validate.ts';
import type { Content } from './content.ts';
import { fingerprints } from './fingerprint.ts';
import type { Reported } from './report.ts';
import type { Problem, Rule } from './rule.ts';
import { suppressionWithoutReason } from './rules/suppression-without-reason.ts';
import { unusedSuppression } from './rules/unused-suppression.ts';
import { RULES } from './rules.ts';
import { type Suppression, suppressionsIn } from './suppress.ts';

/** A rule's severity, where a team wants another than its own. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** What is found, before it is said in a language. */
interface Found extends Omit<Finding, 'rule'> {
  readonly rule: string;
  readonly script?: string;
}

/**
 * @param read what the reader found
 * @param pause called between rules, so that a spinner can turn
 */
export async function check(
  content: Content,
  read: readonly Finding[],
  severities: Severities,
  tongue: Tongue,
  pause: () => Promise<void> = async () => {},
): Promise<Reported[]> {
  const found: Found[] = [...read];
  for (const rule of RULES) {
    await pause();
    if (severities.get(rule.name) === 'off') continue;
    for (const problem of rule.check(content)) found.push(foundAt(problem, rule));
  }
  const kept = withoutSuppressed(found, content.docs, severities);
  const sorted = sortFindings(kept as Finding[]) as Found[];
  const prints = fingerprints(sorted);
  return sorted.map((one, i) => ({
    file: one.file,
    line: one.line,
    col: one.col,
    length: one.length,
    severity: severityOf(one.rule, one.severity, severities),
    rule: one.rule,
    message: messageOf(one, tongue),
    sourceLine: one.sourceLine,
    ...(one.script === undefined ? {} : { script: one.script }),
    fingerprint: prints[i] as string,
  }));
}

function severityOf(rule: string, own: Severity, severities: Severities): Severity {
  const wanted = severities.get(rule);
  return wanted === undefined || wanted === 'off' ? own : wanted;
}

/** A problem as a finding at its place. */
function foundAt(
  { doc, pointer, where, part, params = {}, script }: Problem,
  { name, severity }: Rule,
): Found {
  const { document } = doc;
  const place = placeOf(document, pointer);
  let [start, end] = where === 'key' ? [place.keyStart, place.keyEnd] : [place.start, place.end];
  if (part) {
    // What is quoted may be escaped; then the whole text is meant.
    const written = document.source.text.slice(place.start, place.end);
    const text = valueAt(doc, pointer);
    const at = typeof text === 'string' ? written.indexOf(text) : -1;
    if (at !== -1) [start, end] = [start + at + part.start, start + at + part.end];
  }
  const finding = document.source.finding(name as ReaderRule, start, end, params);
  return { ...finding, severity, ...(script === undefined ? {} : { script }) };
}

/** A problem at its place, with what a finding of it says: for who asks one rule alone. */
export const said = (problem: Problem, rule: Rule, tongue: Tongue) => {
  const found = foundAt(problem, rule);
  return { ...found, message: messageBy(rule, found, tongue) };
};

/** The value that a pointer names. */
export function valueAt(doc: Doc, pointer: string): unknown {
  let value: unknown = doc.value;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

/** What no suppression sets aside, and what is wrong with the suppressions themselves. */
function withoutSuppressed(found: readonly Found[], docs: readonly Doc[], severities: Severities): Found[] {
  const written = docs.flatMap(({ document }) => suppressionsIn(document));
  if (written.length === 0) return [...found];
  const at = (file: string, line: number, rule: string) => JSON.stringify([file, line, rule]);
  const byPlace = new Map<string, Suppression>();
  for (const one of written) {
    const place = at(one.source.file, one.line, one.rule);
    // The second of two that are alike sets nothing aside.
    if (!byPlace.has(place)) byPlace.set(place, one);
  }
  const used = new Set<Suppression>();
  const kept = found.filter((one) => {
    // A file that cannot be read is of no use to anybody; that cannot be set aside.
    if ((READER_RULES as readonly string[]).includes(one.rule)) return true;
    const by = byPlace.get(at(one.file, one.line, one.rule));
    if (by) used.add(by);
    return !by;
  });
  for (const one of written) {
    // Of a rule that is off, nobody knows what it would find.
    if (severities.get(one.rule) === 'off') continue;
    const rule = !used.has(one) ? unusedSuppression : one.reason === '' ? suppressionWithoutReason : null;
    if (!rule || severities.get(rule.name) === 'off') continue;
    const finding = one.source.finding(rule.name as ReaderRule, one.start, one.end, { rule: one.rule });
    kept.push({ ...finding, severity: rule.severity });
  }
  return kept;
}

/** What a finding says. */
function messageOf(one: Found, tongue: Tongue): string {
  const rule = RULES.find(({ name }) => name === one.rule);
  if (!rule) return AUTHOR[tongue].finding[one.rule as ReaderRule](one.params);
  return messageBy(rule, one, tongue);
}

const messageBy = ({ texts }: Rule, { params }: Pick<Found, 'params'>, tongue: Tongue): string =>
  texts[tongue].message.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''));
