/**
 * YAML text to a document whose every value knows its place. Strict and bounded:
 * content is untrusted, so size, depth, nodes and aliases have limits, and tags,
 * duplicate keys and `__proto__` with its kin are refused. js-yaml parses; the
 * values are built here from its events, because only events carry offsets.
 */
import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import { firstUnsafe, isOrdinary } from '../gate.ts';
import { type Finding, type FindingParams, fileFinding, type ReaderRule, Source } from './finding.ts';
import { diagnose, indentOf } from './yaml-errors.ts';

/** Limits of one file. A shipped scenario has about 30 KB and 900 nodes. */
export const LIMITS = {
  bytes: 1024 * 1024,
  depth: 20,
  /** YAML's own limit of a name before a colon. */
  name: 1024,
  nodes: 50_000,
  aliases: 20,
  /** More findings than this of one file help nobody. */
  findings: 1000,
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

// No name is longer; a pointer of long names for each of many values would fill the memory.
const LONGEST_KEY = 60;

/** One key of a JSON pointer, escaped as RFC 6901 says, and cut. */
export function pointerKey(key: string | number): string {
  const text = String(key);
  return cutKey(/[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text);
}

/** An escaped key of a pointer as {@link Document.places} knows it. */
export const cutKey = (key: string): string => key.slice(0, LONGEST_KEY);

/**
 * Reads one file's text.
 * @param file the name that findings carry
 * @param raw the text, with or without a byte order mark
 * @returns all problems at once; the document is null only where nothing could be built
 */
export function readYaml(file: string, raw: string): ReadResult {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  if (Buffer.byteLength(text) > LIMITS.bytes) {
    return { document: null, findings: [fileFinding(file, 'size-limit', { kib: LIMITS.bytes / 1024 })] };
  }

  const controls = withoutControls(new Source(file, text));
  const findings: Finding[] = [...controls.findings];
  const mendedLines = new Set(findings.map((finding) => finding.line));
  let { source } = controls;
  for (let round = 0; ; round++) {
    try {
      const built = build(source, eventsOf(source), null);
      findings.push(...built.findings.filter((f) => !mendedLines.has(f.line)));
      return { document: built.document, findings };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      if (error.reason.includes('maxDepth')) {
        const at = error.mark?.position ?? 0;
        findings.push(source.finding('depth-limit', at, at + 1, { limit: LIMITS.depth }));
        return { document: null, findings };
      }
      const { finding, edits } = diagnose(source, error);
      // What goes wrong on a mended line comes from the mending.
      const again = mendedLines.has(finding.line);
      if (!again) findings.push(finding);
      if (edits === null || round >= LIMITS.mends || again) return { document: null, findings };
      mendedLines.add(finding.line);
      source = source.mend(edits);
    }
  }
}

const eventsOf = ({ file, text }: Source): Event[] =>
  parseEvents(text, { filename: file, maxDepth: LIMITS.depth });

/** What YAML allows nowhere, not even in a comment: reported where it stands, read as a blank. */
function withoutControls(source: Source): { source: Source; findings: Finding[] } {
  if (isOrdinary(source.text)) return { source, findings: [] };
  const found = [...source.text.matchAll(CONTROLS)].slice(0, LIMITS.mends);
  if (found.length === 0) return { source, findings: [] };
  return {
    source: source.mend(found.map(({ index }) => ({ at: index, removed: 1, put: ' ' }))),
    findings: found.map(({ index, 0: char }) =>
      source.finding('control-character', index, index + 1, { code: hex(char) }),
    ),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Cs}/gu;

const QUOTED: ReadonlySet<number> = new Set([SCALAR_STYLE.SINGLE_QUOTED, SCALAR_STYLE.DOUBLE_QUOTED]);

interface Open {
  readonly kind: 'map' | 'list';
  /** Empty where no places are wanted. */
  readonly pointer: string;
  readonly start: number;
  readonly anchor: string | null;
  /** What ends it in flow style: `]` or `}`. */
  readonly closer: string | null;
  readonly map: Record<string, unknown>;
  readonly list: unknown[];
  key: { name: string; start: number; end: number } | null;
  size: number;
}

/** The places of a text that can be read. */
function placesIn(source: Source): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  build(source, eventsOf(source), places);
  return places;
}

/**
 * Events to a value and what is wrong with it.
 * @param places filled, where they are wanted
 */
function build(source: Source, events: readonly Event[], places: Map<string, Place> | null): ReadResult {
  const { text } = source;
  const findings: Finding[] = [];
  // Where nothing unsafe stands and nothing is escaped, no text can hold anything unsafe.
  const isSafe = isOrdinary(text) && !text.includes('\\');
  const anchors = new Map<string, { value: unknown; size: number }>();
  const unused = new Map<string, number>();
  const stack: Open[] = [];
  // Where the last token ended: an empty value, which has no place of its own, stands after it.
  let cursor = 0;
  let root: unknown = null;
  let documents = 0;
  let nodes = 0;
  let aliases = 0;

  const report = (rule: ReaderRule, start: number, end: number, params?: FindingParams) => {
    if (findings.length < LIMITS.findings) findings.push(source.finding(rule, start, end, params));
  };

  const anchorOf = (event: { anchorStart: number; anchorEnd: number }): string | null => {
    if (event.anchorStart < 0) return null;
    const name = text.slice(event.anchorStart, event.anchorEnd);
    unused.set(name, event.anchorStart - 1);
    return name;
  };

  const pointerOfNext = (): string => {
    const top = stack.at(-1);
    if (!top || !places) return '';
    return `${top.pointer}/${pointerKey(top.kind === 'list' ? top.list.length : (top.key?.name ?? ''))}`;
  };

  /** Puts a finished value where it belongs: root, list, key or value of a mapping. */
  const place = (value: unknown, start: number, end: number, size: number) => {
    const top = stack.at(-1);
    if (!top) {
      places?.set('', { start, end, keyStart: start, keyEnd: end });
      root = value;
      return;
    }
    top.size += size;
    if (top.kind === 'list') {
      places?.set(pointerOfNext(), { start, end, keyStart: start, keyEnd: end });
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
    else if (name.length > LIMITS.name) report('bad-id', keyStart, keyEnd, { value: name });
    else if (Object.hasOwn(top.map, name)) report('duplicate-key', keyStart, keyEnd, { key: name });
    else {
      // A value may begin on a later line; an empty one stands at its key.
      places?.set(pointer, {
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
      if (++documents === 2) {
        const at = documentMark(source, cursor);
        report('one-document', at, at + 3);
      }
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
        cursor = event.start;
        stack.push({
          kind: event.type === EVENT_ID.MAPPING ? 'map' : 'list',
          pointer: pointerOfNext(),
          start: event.start,
          anchor: anchorOf(event),
          closer:
            event.style === COLLECTION_STYLE.FLOW ? (event.type === EVENT_ID.MAPPING ? '}' : ']') : null,
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
        const [start, end] = extentOf(source, event, cursor, stack.at(-1)?.kind === 'list');
        cursor = Math.max(cursor, end);
        const control = isSafe ? null : firstUnsafe(words);
        if (control) {
          // Where it stands as itself, else (as "\e") the whole text.
          const inside = text.slice(start, end).indexOf(control);
          const raw = start + inside;
          const isRaw = inside !== -1;
          report('control-character', isRaw ? raw : start, isRaw ? raw + control.length : end, {
            code: hex(control),
          });
        }
        // A list item that is indented too far goes on the text above: "x - y".
        const swallowed =
          isPlain && words.includes('- ') ? /[\r\n][ \t]*(?=- )/.exec(text.slice(start, end)) : null;
        if (swallowed) {
          const line = source.lineOf(start + swallowed.index + swallowed[0].length);
          const from = source.startOf(line);
          const spaces = indentOf(source.lineText(line));
          report('wrong-indent', from, from + spaces, { spaces });
        }
        const value = isPlain ? resolvePlain(words) : words;
        const anchor = anchorOf(event);
        if (anchor !== null) anchors.set(anchor, { value, size: 1 });
        place(value, start, end, 1);
        break;
      }
      case EVENT_ID.ALIAS: {
        const name = text.slice(event.anchorStart, event.anchorEnd);
        cursor = event.anchorEnd;
        unused.delete(name);
        const target = anchors.get(name);
        nodes += target?.size ?? 0;
        if (++aliases === LIMITS.aliases + 1) {
          report('alias-limit', event.anchorStart - 1, event.anchorEnd, { limit: LIMITS.aliases });
        }
        // An anchor is known only once its value is complete, so no cycle can form.
        if (!target) report('reserved-character', event.anchorStart - 1, event.anchorEnd, { sign: '*' });
        place(target?.value ?? null, event.anchorStart - 1, event.anchorEnd, target?.size ?? 1);
        break;
      }
      case EVENT_ID.POP: {
        const done = stack.pop();
        if (!done) break;
        const value = done.kind === 'map' ? done.map : done.list;
        if (done.anchor !== null) anchors.set(done.anchor, { value, size: done.size });
        const close = done.closer === null ? -1 : text.indexOf(done.closer, cursor);
        // Where it ends is shown of places and of what cannot be a key; to find it, lines are counted.
        const isShown = places !== null || (stack.at(-1)?.kind === 'map' && stack.at(-1)?.key === null);
        const lineEnd = () => (isShown ? source.endOf(source.lineOf(done.start)) : done.start);
        const end = close === -1 ? lineEnd() : close + 1;
        cursor = Math.max(cursor, close);
        place(value, done.start, end, done.size);
        break;
      }
    }
  }
  // An anchor that nothing refers to was meant as text, and its first word would be lost.
  for (const at of unused.values()) report('reserved-character', at, at + 1, { sign: '&' });
  if (aliases > LIMITS.aliases) return { document: null, findings };
  return { document: new ReadDocument(source, root), findings };
}

/** Its places are found when they are first asked for: few files have anything to be shown in them. */
class ReadDocument implements Document {
  readonly source: Source;
  readonly value: unknown;
  #places: ReadonlyMap<string, Place> | null = null;

  constructor(source: Source, value: unknown) {
    this.source = source;
    this.value = value;
  }

  get places(): ReadonlyMap<string, Place> {
    this.#places ??= placesIn(this.source);
    return this.#places;
  }
}

/** The core schema's plain scalars that the format uses; `no`, `yes` and dates stay text. */
function resolvePlain(words: string): unknown {
  // Nearly all are names, which begin with a letter.
  if (!/^[-\d~tfn]/.test(words) && words !== '') return words;
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(words)) return Number(words);
  if (words === 'true') return true;
  if (words === 'false') return false;
  if (words === '' || words === '~' || words === 'null') return null;
  return words;
}

const hex = (char: string) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Where a scalar stands in the text, its quotation marks included. */
function extentOf(source: Source, event: ScalarEvent, cursor: number, inList: boolean): [number, number] {
  const { text } = source;
  if (event.valueStart < 0) {
    const dash = inList ? text.indexOf('-', cursor) : -1;
    return dash === -1 ? [cursor, cursor] : [dash, dash + 1];
  }
  if (QUOTED.has(event.style)) return [event.valueStart - 1, event.valueEnd + 1];
  let end = event.valueEnd;
  while (end > event.valueStart && /\s/.test(text[end - 1] as string)) end--;
  // A block text begins at its first letter, not in the indent before it.
  let start = event.valueStart;
  while (start < end && /\s/.test(text[start] as string)) start++;
  return [start, end];
}

/** The line after an offset on which `---` or `...` ends a document. */
function documentMark(source: Source, offset: number): number {
  const mark = /^(?:---|\.\.\.)/m.exec(source.text.slice(offset));
  return offset + (mark?.index ?? 0);
}
