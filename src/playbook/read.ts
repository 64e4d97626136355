/**
 * YAML text to a document whose every value knows its place. Strict and bounded:
 * content is untrusted, so size, depth, nodes and aliases have limits, and tags,
 * duplicate keys and `__proto__` with its kin are refused. js-yaml parses; the
 * values are built here from its events, because only events carry offsets.
 */
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { firstUnsafe } from '../gate.ts';
import { type Finding, type FindingParams, type ReaderRule, Source } from './finding.ts';
import { diagnose } from './yaml-errors.ts';

/** Limits of one file. A shipped scenario has about 30 KB and 900 nodes. */
export const LIMITS = {
  bytes: 1024 * 1024,
  depth: 40,
  nodes: 50_000,
  aliases: 20,
  /** How many slips of YAML are mended, and so reported, in one run. */
  mends: 20,
} as const;

/** Where a value stands; for a value in a mapping, also where its key stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
}

export interface Document {
  readonly source: Source;
  readonly value: unknown;
  /** By JSON pointer: `/steps/hear/aim/sv`. */
  readonly places: ReadonlyMap<string, Place>;
}

export interface ReadResult {
  readonly document: Document | null;
  readonly findings: readonly Finding[];
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** One key of a JSON pointer, escaped as RFC 6901 says. */
export const pointerKey = (key: string | number): string =>
  String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Reads one file's text.
 * @param file the name that findings carry
 * @param raw the text, with or without a byte order mark
 * @returns all problems at once; the document is null only where nothing could be built
 */
export function readYaml(file: string, raw: string): ReadResult {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  const original = new Source(file, text);
  if (Buffer.byteLength(text) > LIMITS.bytes) {
    return { document: null, findings: [original.finding('size-limit', 0, 1, { kib: LIMITS.bytes / 1024 })] };
  }

  const findings: Finding[] = [];
  const mendedLines = new Set<number>();
  let source = original;
  for (let round = 0; ; round++) {
    try {
      const events = parseEvents(source.text, { filename: file, maxDepth: LIMITS.depth });
      const built = build(source, events);
      findings.push(...built.findings.filter((f) => !mendedLines.has(f.line)));
      return { document: built.document, findings };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      if (/depth/.test(error.reason)) {
        const at = error.mark?.position ?? 0;
        findings.push(source.finding('depth-limit', at, at + 1, { limit: LIMITS.depth }));
        return { document: null, findings };
      }
      const { finding, mended } = diagnose(source, error);
      // The frame shows what the author wrote, not what was mended on the way.
      findings.push({ ...finding, sourceLine: original.lineText(finding.line - 1) });
      if (mended === null || round >= LIMITS.mends || mendedLines.has(finding.line)) {
        return { document: null, findings };
      }
      mendedLines.add(finding.line);
      source = new Source(file, mended);
    }
  }
}

const QUOTED: ReadonlySet<number> = new Set([SCALAR_STYLE.SINGLE_QUOTED, SCALAR_STYLE.DOUBLE_QUOTED]);

interface Open {
  readonly kind: 'map' | 'list';
  readonly pointer: string;
  readonly start: number;
  readonly anchor: string | null;
  readonly map: Record<string, unknown>;
  readonly list: unknown[];
  key: { name: string; start: number; end: number } | null;
  size: number;
}

/** Events to a value, its places and what is wrong with it. */
function build(source: Source, events: readonly Event[]): ReadResult {
  const { text } = source;
  const findings: Finding[] = [];
  const places = new Map<string, Place>();
  const anchors = new Map<string, { value: unknown; size: number }>();
  const stack: Open[] = [];
  let root: unknown;
  let documents = 0;
  let nodes = 0;
  let aliases = 0;

  const report = (rule: ReaderRule, start: number, end: number, params?: FindingParams) =>
    findings.push(source.finding(rule, start, end, params));

  const pointerOfNext = (): string => {
    const top = stack.at(-1);
    if (!top) return '';
    return `${top.pointer}/${pointerKey(top.kind === 'list' ? top.list.length : (top.key?.name ?? ''))}`;
  };

  /** Puts a finished value where it belongs: root, list, key or value of a mapping. */
  const place = (value: unknown, start: number, end: number, size: number) => {
    const top = stack.at(-1);
    if (!top) {
      places.set('', { start, end, keyStart: start, keyEnd: end });
      root = value;
      return;
    }
    top.size += size;
    if (top.kind === 'list') {
      places.set(pointerOfNext(), { start, end, keyStart: start, keyEnd: end });
      top.list.push(value);
      return;
    }
    if (top.key === null) {
      if (value === null || typeof value === 'object') report('wrong-type', start, end, { wanted: 'key' });
      top.key = { name: String(value), start, end };
      return;
    }
    const { name, start: keyStart, end: keyEnd } = top.key;
    const pointer = pointerOfNext();
    top.key = null;
    if (FORBIDDEN_KEYS.has(name)) report('forbidden-key', keyStart, keyEnd, { key: name });
    else if (Object.hasOwn(top.map, name)) report('duplicate-key', keyStart, keyEnd, { key: name });
    else {
      // A value may begin on a later line; an empty one stands at its key.
      places.set(pointer, {
        start: end > start ? start : keyStart,
        end: end > start ? end : keyEnd,
        keyStart,
        keyEnd,
      });
      top.map[name] = value;
    }
  };

  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents === 2) report('one-document', lastEnd(places), lastEnd(places) + 3);
    }
    if (documents > 1) break;
    if (event.type !== EVENT_ID.POP && event.type !== EVENT_ID.DOCUMENT) nodes++;
    if (nodes > LIMITS.nodes) {
      report('size-limit', 0, 1, { nodes: LIMITS.nodes });
      return { document: null, findings };
    }
    switch (event.type) {
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        if (event.tagStart >= 0) report('no-tags', event.tagStart, event.tagEnd);
        stack.push({
          kind: event.type === EVENT_ID.MAPPING ? 'map' : 'list',
          pointer: pointerOfNext(),
          start: event.start,
          anchor: event.anchorStart >= 0 ? text.slice(event.anchorStart, event.anchorEnd) : null,
          map: {},
          list: [],
          key: null,
          size: 1,
        });
        break;
      }
      case EVENT_ID.SCALAR: {
        if (event.tagStart >= 0) report('no-tags', event.tagStart, event.tagEnd);
        const words = getScalarValue(text, event);
        const isPlain = event.style === SCALAR_STYLE.PLAIN;
        const quotes = QUOTED.has(event.style) ? 1 : 0;
        const start = event.valueStart - quotes;
        const end = trimmedEnd(text, event.valueStart, event.valueEnd) + quotes;
        const control = firstUnsafe(words);
        if (control) report('control-character', start, end, { code: hex(control) });
        const value = isPlain ? resolvePlain(words) : words;
        if (event.anchorStart >= 0) {
          anchors.set(text.slice(event.anchorStart, event.anchorEnd), { value, size: 1 });
        }
        place(value, start, end, 1);
        break;
      }
      case EVENT_ID.ALIAS: {
        const name = text.slice(event.anchorStart, event.anchorEnd);
        const target = anchors.get(name);
        nodes += target?.size ?? 0;
        if (++aliases === LIMITS.aliases + 1) {
          report('alias-limit', event.anchorStart - 1, event.anchorEnd, { limit: LIMITS.aliases });
        }
        // An anchor is known only once its value is complete, so no cycle can form.
        if (!target)
          report('unknown-target', event.anchorStart - 1, event.anchorEnd, { name: `*${name}`, near: '' });
        place(target?.value ?? null, event.anchorStart - 1, event.anchorEnd, target?.size ?? 1);
        break;
      }
      case EVENT_ID.POP: {
        const done = stack.pop();
        if (!done) break;
        const value = done.kind === 'map' ? done.map : done.list;
        if (done.anchor !== null) anchors.set(done.anchor, { value, size: done.size });
        place(value, done.start, endOfLine(source, done.start), done.size);
        break;
      }
    }
  }
  if (aliases > LIMITS.aliases) return { document: null, findings };
  return { document: { source, value: root, places }, findings };
}

/** The core schema's plain scalars that the format uses; `no`, `yes` and dates stay text. */
function resolvePlain(words: string): unknown {
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(words)) return Number(words);
  if (words === 'true') return true;
  if (words === 'false') return false;
  if (words === '' || words === '~' || words === 'null') return null;
  return words;
}

const hex = (char: string) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return end;
}

function endOfLine(source: Source, start: number): number {
  const line = source.lineOf(start);
  return source.startOf(line) + source.lineText(line).length;
}

function lastEnd(places: ReadonlyMap<string, Place>): number {
  let end = 0;
  for (const place of places.values()) end = Math.max(end, place.end);
  return end;
}
