/** What a team has decided: the severity of rules, in `svalka.config.json`. */
import type { ConfigFault } from '../locales/texts.ts';
import { nearest } from '../playbook/nearest.ts';
import type { Severities } from './check.ts';
import { RULES } from './rules.ts';

/** The file's name, beside where `svalka check` is run. */
export const CONFIG_FILE = 'svalka.config.json';

const LEVELS = ['error', 'warning', 'off'] as const;

/** Reads the text of the file: `{ "rules": { "near-duplicate": "off" } }`. */
export function readSettings(text: string): { severities: Severities } | ConfigFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: 'json', reason: (error as Error).message };
  }
  if (!isObject(value)) return { fault: 'json', reason: '{}' };
  for (const name of Object.keys(value)) {
    if (name !== 'rules') return { fault: 'key', name, near: nearest(name, ['rules']) };
  }
  const { rules = {} } = value;
  if (!isObject(rules)) return { fault: 'json', reason: '"rules": {}' };
  const severities = new Map<string, (typeof LEVELS)[number]>();
  const names = RULES.map(({ name }) => name);
  for (const [name, level] of Object.entries(rules)) {
    if (!names.includes(name)) return { fault: 'rule', name, near: nearest(name, names) };
    const known = LEVELS.find((one) => one === level);
    if (!known) return { fault: 'severity', name };
    severities.set(name, known);
  }
  return { severities };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
