/** What a rule of `svalka check` is, and what it reports. */
import type { Tongue } from '../locales/texts.ts';
import type { FindingParams, Severity } from '../playbook/finding.ts';
import type { Doc } from '../playbook/validate.ts';
import type { Content } from './content.ts';

/** One rule; its name is its file's. */
export interface Rule {
  /** In kebab-case. */
  readonly name: string;
  readonly severity: Severity;
  readonly texts: Readonly<Record<Tongue, RuleTexts>>;
  /** Every place that breaks the rule, in any order. */
  check(content: Content): Iterable<Problem>;
}

/** A rule in one language: a sentence each. */
export interface RuleTexts {
  /** What it finds. */
  readonly what: string;
  /** Why that hurts. */
  readonly why: string;
  /** What to do about it. */
  readonly todo: string;
  /** What a finding says; `{name}` stands for a parameter. */
  readonly message: string;
}

/** A place that breaks a rule. */
export interface Problem {
  readonly doc: Doc;
  /** The value, as a JSON pointer: `/steps/hear/aim/sv`. */
  readonly pointer: string;
  /** Whether the value or its key is marked; the value by default. */
  readonly where?: 'key' | 'value';
  /** The part of a text that is meant, in its UTF-16 code units; all of it by default. */
  readonly part?: { readonly start: number; readonly end: number };
  readonly params?: FindingParams;
  /** The shortest conversation that shows it, as a script to replay. */
  readonly script?: string;
}
