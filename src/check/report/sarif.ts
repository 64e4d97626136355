/** The report as SARIF 2.1.0, which code scanning and editors read. */
import { clean, safeJson } from '../../gate.ts';
import type { Described } from '../explain.ts';
import type { Report, Reported } from '../report.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * @param rules every rule that was run, in English, as the format's readers expect
 * @param version svalka's own
 */
export function sarif({ findings }: Report, rules: ReadonlyMap<string, Described>, version: string): string {
  const names = [...rules.keys()];
  const indexes = new Map(names.map((name, i) => [name, i]));
  return safeJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'svalka', semanticVersion: version, rules: [...rules].map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((one) => resultOf(one, indexes.get(one.rule) ?? -1)),
      },
    ],
  });
}

function descriptorOf([id, { severity, what, why, todo }]: readonly [string, Described]) {
  return {
    id,
    shortDescription: message(what),
    fullDescription: message(`${what} ${why}`),
    help: message(`${why} ${todo}`),
    defaultConfiguration: { level: severity },
  };
}

function resultOf(one: Reported, ruleIndex: number) {
  const { file, line, col, length, severity, rule, script, fingerprint } = one;
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: message(one.message),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: col, endColumn: col + length },
        },
      },
    ],
    partialFingerprints: { 'svalka/v1': fingerprint },
    ...(script === undefined ? {} : { properties: { script } }),
  };
}

/** A text in which braces are no placeholders (section 3.11.5 of the standard). */
const message = (text: string) => ({ text: text.replace(/[{}]/g, '$&$&') });

/** A path as a URI: relative to where svalka was run, or whole where the file lies elsewhere. */
export function uriOf(file: string): string {
  const path = clean(file).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${path}`;
  // A drive of Windows, whose colon was encoded.
  return /^[a-z]%3A\//i.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
