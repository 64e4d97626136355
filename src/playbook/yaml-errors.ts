/**
 * YAML's own errors, said so that a trainer who is no programmer knows what to
 * write instead, and mended where that is safe, so that the reader can go on
 * and report the rest of the file in the same run.
 */
import type { YAMLException } from 'js-yaml';
import type { Finding, FindingParams, ReaderRule, Source } from './finding.ts';

interface Diagnosis {
  readonly finding: Finding;
  /** The text with this one place mended, or null where a guess would mislead. */
  readonly mended: string | null;
}

const KEY_AND_VALUE = /^(\s*(?:- +)?(?:[^\s#"'[{][^:]*: +|- +))(\S.*?)\s*$/;

/** A line split at its value: what comes before it, and the value itself. */
function keyAndValue(line: string): { before: string; value: string } | null {
  const [, before = '', value = ''] = KEY_AND_VALUE.exec(line) ?? [];
  return value === '' ? null : { before, value };
}

const quoted = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** What is wrong with the text that js-yaml could not parse. */
export function diagnose(source: Source, error: YAMLException): Diagnosis {
  const reason = error.reason;
  const offset = Math.min(error.mark?.position ?? 0, source.text.length);
  const at = (
    rule: ReaderRule,
    start: number,
    end: number,
    mended: string | null = null,
    params: FindingParams = {},
  ): Diagnosis => ({ finding: source.finding(rule, start, end, params), mended });

  if (reason.includes('document, but the input is empty')) return at('empty-file', 0, 1);
  if (/null byte|non-printable/.test(reason)) return at('control-character', offset, offset + 1);
  if (reason.includes('tab character')) return tabs(source, offset, at);
  if (reason.includes('escape sequence')) return at('bad-escape', offset, offset + 2);
  if (/flow collection|expected the node content/.test(reason)) {
    return at('unclosed-bracket', offset, offset + 1);
  }
  if (/unidentified alias/.test(reason)) return reserved(source, offset - 1, at);

  const open = unclosedQuote(source, offset);
  if (open !== null) return at('unclosed-quote', open, open + 1);
  return onLine(source, offset, reason, at);
}

type At = (
  rule: ReaderRule,
  start: number,
  end: number,
  mended?: string | null,
  params?: FindingParams,
) => Diagnosis;

function tabs(source: Source, offset: number, at: At): Diagnosis {
  let line = source.lineOf(offset);
  while (line > 0 && !/^\s*\t/.test(source.lineText(line))) line--;
  const start = source.startOf(line);
  const indent = /^\s*/.exec(source.lineText(line))?.[0] ?? '';
  const mended = splice(source.text, start, indent.length, indent.replaceAll('\t', '  '));
  return at('tab-indent', start, start + indent.length, indent.includes('\t') ? mended : null);
}

/** A quotation mark that opens on this line or above it and never closes on its line. */
function unclosedQuote(source: Source, offset: number): number | null {
  const line = source.lineOf(Math.max(0, offset - 1));
  for (let at = line; at >= Math.max(0, line - 3); at--) {
    const found = /^\s*(?:- +)?(?:[^\s"'#][^:"']*: +)?(["'])/.exec(source.lineText(at));
    if (!found) continue;
    const mark = found[1] as string;
    const rest = source.lineText(at).slice(found[0].length).replaceAll('\\"', '  ');
    return rest.includes(mark) ? null : source.startOf(at) + found[0].length - 1;
  }
  return null;
}

function reserved(source: Source, offset: number, at: At): Diagnosis {
  const line = source.lineOf(offset);
  const start = source.startOf(line);
  const parts = keyAndValue(source.lineText(line));
  const sign = source.text[offset] ?? '';
  const mended = parts
    ? splice(source.text, start + parts.before.length, parts.value.length, quoted(parts.value))
    : null;
  return at('reserved-character', offset, offset + 1, mended, { sign });
}

/** The mapping and indentation errors: look at the line itself for the likely slip. */
function onLine(source: Source, offset: number, reason: string, at: At): Diagnosis {
  const line = source.lineOf(offset);
  const text = source.lineText(line);
  const start = source.startOf(line);
  const parts = keyAndValue(text);
  if (parts) {
    const valueStart = start + parts.before.length;
    const { value } = parts;
    const first = value[0] as string;
    if ('@`%&*!|>'.includes(first)) return reserved(source, valueStart, at);
    if (first === '"' || first === "'") {
      const end = valueStart + value.length;
      const inner = value.replace(/^["']|["']$/g, '');
      const mended = splice(source.text, valueStart, value.length, quoted(inner));
      return at('quote-inside', Math.min(offset, end - 1), offset + 1, mended, { sign: first });
    }
    const colon = value.search(/:(\s|$)/);
    if (colon !== -1) {
      const mended = splice(source.text, valueStart, value.length, quoted(value));
      const better = `${parts.before.trimStart()}${quoted(value)}`;
      return at('unquoted-colon', valueStart + colon, valueStart + colon + 1, mended, { better });
    }
  }
  const indent = text.length - text.trimStart().length;
  if (/colon is missed|block mapping entry|implicit/.test(reason)) {
    return at('missing-colon', start + indent, start + text.length);
  }
  if (/indentation|document separator|end of the stream/.test(reason)) {
    return at('wrong-indent', start, start + Math.max(1, indent), null, { spaces: indent });
  }
  return at('yaml-syntax', offset, offset + 1, null, { reason });
}

function splice(text: string, start: number, length: number, put: string): string {
  return text.slice(0, start) + put + text.slice(start + length);
}
