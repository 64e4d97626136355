/** What `svalka check --explain RULE` says. */
import type { AuthorTexts, Tongue } from '../locales/texts.ts';
import type { Severity } from '../playbook/finding.ts';
import type { RuleTexts } from './rule.ts';
import { RULES } from './rules.ts';
import { SHAPE } from './shape.ts';

/** A rule as it is explained, in one language. */
export interface Described extends Omit<RuleTexts, 'message'> {
  readonly severity: Severity;
}

/** Every rule, the reader's first. */
export function described(tongue: Tongue): ReadonlyMap<string, Described> {
  return new Map<string, Described>([
    ...Object.entries(SHAPE).map(
      ([shape, by]) => [shape, { severity: 'error' as const, ...by[tongue] }] as const,
    ),
    ...RULES.map((rule) => [rule.name, { severity: rule.severity, ...rule.texts[tongue] }] as const),
  ]);
}

/**
 * @returns the rule's sentences in a tongue; null for a rule that does not exist, with those that do
 */
export function explained(
  name: string,
  tongue: Tongue,
  texts: AuthorTexts,
): { text: string | null; names: string[] } {
  const rules = described(tongue);
  const rule = rules.get(name);
  const names = [...rules.keys()].sort();
  if (!rule) return { text: null, names };
  const { what, why, todo, severity } = rule;
  const text = `${name} (${texts.severity[severity]})\n\n${what}\n${why}\n${todo}\n`;
  return { text, names };
}
