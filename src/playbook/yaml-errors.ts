/**
 * YAML's own errors, said so that a trainer who is no programmer knows what to
 * write instead, and mended where that is safe, so that the reader can go on
 * and report the rest of the file in the same run.
 *
 * js-yaml says where it gave up, which is often a line after the slip. So the
 * line itself is read again here, as an author means it: indent, dash, name,
 * colon, value.
 */
import type { YAMLException } from 'js-yaml';
import type { Edit, Finding, FindingParams, ReaderRule, Source } from './finding.ts';

interface Diagnosis {
  readonly finding: Finding;
  /** What mends this one place, or null where a guess would mislead. */
  readonly edits: readonly Edit[] | null;
}

type At = (
  rule: ReaderRule,
  start: number,
  end: number,
  edits?: readonly Edit[] | null,
  params?: FindingParams,
) => Diagnosis;

/** How many lines above an error its slip is looked for. */
const REACH = 200;

/** What is wrong with the text that js-yaml could not parse. */
export function diagnose(source: Source, error: YAMLException): Diagnosis {
  const { reason } = error;
  const { text } = source;
  const offset = Math.min(error.mark?.position ?? 0, text.length);
  const line = source.lineOf(offset);
  const at: At = (rule, start, end, edits = null, params = {}) => ({
    finding: source.finding(rule, start, end, params),
    edits,
  });

  if (/escape sequence|hexadecimal/.test(reason)) {
    const slash = text.lastIndexOf('\\', offset - 1);
    return at('bad-escape', slash, offset + 1, [{ at: slash, removed: 0, put: '\\' }]);
  }
  const indent = /^\s*/.exec(source.lineText(line))?.[0] ?? '';
  const tabbed = reason.includes('tab character') || indent.includes('\t');
  return (
    (tabbed ? tabs(source, line, at) : null) ??
    // These notice on a later line what was opened above it.
    (/deficient|within|stream or/.test(reason) ? openedAbove(source, offset, at) : null) ??
    slipOnLine(source, line, offset, at) ??
    missingColon(source, offset, at) ??
    (/indentation|document separator/.test(reason) ? wrongIndent(source, line, at) : null) ??
    at('yaml-syntax', offset, offset + 1, null, { reason })
  );
}

/** How many blanks a line begins with. */
export const indentOf = (line: string): number => line.length - line.trimStart().length;

function tabs(source: Source, from: number, at: At): Diagnosis | null {
  for (let line = from; line >= Math.max(0, from - 1); line--) {
    const indent = /^\s*/.exec(source.lineText(line))?.[0] ?? '';
    if (!indent.includes('\t')) continue;
    const start = source.startOf(line);
    const edit = { at: start, removed: indent.length, put: indent.replaceAll('\t', '  ') };
    return at('tab-indent', start, start + indent.length, [edit]);
  }
  return null;
}

interface Parts {
  /** What comes before the value: indent, dash, name and colon. */
  readonly before: string;
  readonly value: string;
  readonly hasName: boolean;
}

// A name is one word, so that a list item such as `- Jag hör: du är arg` counts as text.
const PARTS = /^(\s*(?:- +)*)((?:"[^"]*"|'[^']*'|[^\s:"'#[{][^\s:]*):(?=\s|$)\s*)?(.*)$/;

function partsOf(line: string): Parts {
  const [, lead = '', name = '', value = ''] = PARTS.exec(line) ?? [];
  return { before: lead + name, value: value.trimEnd(), hasName: name !== '' };
}

const quoted = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
/** What stands within quotation marks, with what YAML had escaped. */
const unquoted = (value: string) =>
  value.replace(/^["']|["']$/g, '').replace(/\\"|''/g, (two) => two.slice(1));

/** What may stand after a value on its line: nothing, or a comment. */
const REST = /^\s*(?:\s#.*)?$/;
/** What YAML keeps for itself at the beginning of a text. */
const RESERVED = /^(?:[@`%&*!\]},]|[|>](?![-+0-9]*(?:\s+#.*|\s*)$)|[-?](?=\s|$))/;

/** A text that starts with a quotation mark or a sign, or holds a colon, on the line of an error. */
function slipOnLine(source: Source, line: number, offset: number, at: At): Diagnosis | null {
  const start = source.startOf(line);
  const { before, value } = partsOf(source.lineText(line));
  const from = start + before.length;
  if (source.text.startsWith('%', start)) {
    return at('reserved-character', start, start + 1, null, { sign: '%' });
  }
  // An error before the value is about where the line stands, not about the value.
  if (value === '' || offset < from) return null;
  const whole = (put: string): Edit[] => [{ at: from, removed: value.length, put }];
  const first = value[0] as string;

  if (RESERVED.test(value)) {
    return at('reserved-character', from, from + 1, whole(quoted(value)), { sign: first });
  }
  if (first === '"' || first === "'") {
    const close = closingQuote(value, 0);
    if (close === -1) return at('unclosed-quote', from, from + 1, whole(value + first));
    if (REST.test(value.slice(close + 1))) return null;
    return at('quote-inside', from + close, from + close + 1, whole(quoted(unquoted(value))), {
      sign: first,
    });
  }
  if (first === '[' || first === '{') {
    const slip = slipInBrackets(source, from, source.endOf(line), at);
    return slip.diagnosis ?? (slip.end === null ? null : afterBrackets(source, from, value, slip.end, at));
  }
  const colon = value.search(/:(\s|$)/);
  if (colon === -1) return null;
  const better = `${before.trimStart()}${quoted(value)}`;
  return at('unquoted-colon', from + colon, from + colon + 1, whole(quoted(value)), { better });
}

/** `{lösning} hej`: a text that was taken for a list or a map. */
function afterBrackets(source: Source, from: number, value: string, end: number, at: At): Diagnosis | null {
  const rest = source.text.slice(end, from + value.length);
  if (REST.test(rest)) return null;
  if (/^\s*[\]}]/.test(rest)) {
    const extra = end + indentOf(rest);
    return at('unclosed-bracket', extra, extra + 1, [{ at: extra, removed: 1, put: '' }]);
  }
  const edits = [{ at: from, removed: value.length, put: quoted(value) }];
  return at('reserved-character', from, from + 1, edits, { sign: value[0] as string });
}

/** The index of the quotation mark that closes the one at an index, or -1. */
function closingQuote(text: string, open: number): number {
  const mark = text[open];
  for (let i = open + 1; i < text.length; i++) {
    if (mark === '"' && text[i] === '\\') i++;
    else if (mark === "'" && text[i] === mark && text[i + 1] === mark) i++;
    else if (text[i] === mark) return i;
  }
  return -1;
}

/** A text in brackets, up to where the brackets end or the line does. */
const FLOW_TEXT = /(?:[^,[\]{}:#]|:(?!\s|$)|(?<!\s)#)+/y;

interface Brackets {
  readonly diagnosis: Diagnosis | null;
  /** Where the brackets close; null where they do not within the limit. */
  readonly end: number | null;
}

/** The slips within `[…]` and `{…}`, which all look alike to js-yaml. */
function slipInBrackets(source: Source, from: number, limit: number, at: At): Brackets {
  const text = source.text.slice(0, limit);
  const open: number[] = [];
  const found = (diagnosis: Diagnosis): Brackets => ({ diagnosis, end: null });
  // True where a value has just ended, so that only a comma, a colon or a bracket may follow.
  let ended = false;
  for (let i = from; i < limit; ) {
    const char = text[i] as string;
    if (/\s/.test(char)) {
      i++;
    } else if (char === '#' && /\s/.test(text[i - 1] ?? ' ')) {
      i = source.endOf(source.lineOf(i));
    } else if (char === ',' || char === ':') {
      ended = false;
      i++;
    } else if (char === ']' || char === '}') {
      const opener = open.pop();
      if (opener !== undefined && text[opener] !== (char === ']' ? '[' : '{')) {
        const put = text[opener] === '[' ? ']' : '}';
        return found(at('unclosed-bracket', opener, opener + 1, [{ at: i, removed: 0, put }]));
      }
      i++;
      if (open.length === 0) return { diagnosis: null, end: i };
      ended = true;
    } else if (ended) {
      // Two values in a row: the comma between them is missing.
      return found(at('unclosed-bracket', i, i + 1, [{ at: i, removed: 0, put: ', ' }]));
    } else if (char === '[' || char === '{') {
      open.push(i++);
    } else if (char === '"' || char === "'") {
      const lineEnd = source.endOf(source.lineOf(i));
      const close = closingQuote(text, i);
      if (close === -1) return found(at('unclosed-quote', i, i + 1));
      if (close < lineEnd && /[^\s,:\]}]/.test(text[close + 1] ?? ' ')) {
        return found(quoteInBrackets(text.slice(0, lineEnd), i, close, at));
      }
      i = close + 1;
      ended = true;
    } else if (RESERVED.test(text.slice(i, limit))) {
      const end = text.slice(i).search(/[,\]}]/);
      const removed = end === -1 ? limit - i : end;
      const value = text.slice(i, i + removed).trimEnd();
      const edits = value === '' ? null : [{ at: i, removed: value.length, put: quoted(value) }];
      return found(at('reserved-character', i, i + 1, edits, { sign: char }));
    } else {
      FLOW_TEXT.lastIndex = i;
      i += FLOW_TEXT.exec(text)?.[0].length ?? 1;
      // A text in brackets may go on over several lines; what follows it ends it.
    }
  }
  const opener = open.at(-1);
  if (opener === undefined) return { diagnosis: null, end: null };
  const put = open
    .map((one) => (text[one] === '[' ? ']' : '}'))
    .reverse()
    .join('');
  return found(
    at('unclosed-bracket', opener, opener + 1, [
      { at: source.text.slice(0, limit).trimEnd().length, removed: 0, put },
    ]),
  );
}

/**
 * A quotation mark in brackets with a letter right behind it: either it stands
 * inside a text, or it opens the next text because the first was never closed.
 */
function quoteInBrackets(text: string, open: number, close: number, at: At): Diagnosis {
  const mark = text[open] as string;
  const separator = /,\s*(?:[a-z][a-z0-9-]*:\s+)?$/.exec(text.slice(open + 1, close));
  const marks = text.slice(open).split(mark).length - 1;
  if (separator && marks % 2 === 1) {
    const end = open + 1 + separator.index;
    return at('unclosed-quote', open, open + 1, [{ at: end, removed: 0, put: mark }]);
  }
  // The text ends at the next mark that a comma, a bracket or the line's end follows.
  const rest = /["'](?=\s*(?:[,\]}]|$))/.exec(text.slice(close + 1));
  const end = rest ? close + 1 + rest.index + 1 : null;
  const edits =
    end === null ? null : [{ at: open, removed: end - open, put: quoted(unquoted(text.slice(open, end))) }];
  return at('quote-inside', close, close + 1, edits, { sign: mark });
}

/** A quotation mark or a bracket that opens above an offset and is not closed before it. */
function openedAbove(source: Source, offset: number, at: At): Diagnosis | null {
  const last = source.lineOf(Math.max(0, offset - 1));
  for (let line = last; line >= Math.max(0, last - REACH); line--) {
    const { before, value } = partsOf(source.lineText(line));
    const from = source.startOf(line) + before.length;
    const first = value[0] ?? '';
    if (source.startOf(line) + indentOf(source.lineText(line)) >= offset) continue;
    if (first === '"' || first === "'") {
      if (closingQuote(source.text.slice(from, offset), 0) !== -1) continue;
      const edits = [{ at: from + value.length, removed: 0, put: first }];
      return at('unclosed-quote', from, from + 1, edits);
    }
    if (first === '[' || first === '{') {
      // They may close below, and what is in them only stands too far out.
      const closes = slipInBrackets(source, from, source.text.length, at).end !== null;
      return closes
        ? wrongIndent(source, source.lineOf(offset), at)
        : slipInBrackets(source, from, offset, at).diagnosis;
    }
  }
  return null;
}

/** A line without a colon, which js-yaml reads on into the next line. */
function missingColon(source: Source, offset: number, at: At): Diagnosis | null {
  const isBare = (line: number) => {
    const { before, value, hasName } = partsOf(source.lineText(line));
    return !hasName && !/^\s*- /.test(before) && /^[^\s#"'[{|>-]/.test(value) && !/:(\s|$)/.test(value);
  };
  const above = (line: number) => {
    for (line--; line >= 0 && /^\s*(#|$)/.test(source.lineText(line)); ) line--;
    return line;
  };
  let line = source.lineOf(offset);
  if (!isBare(line)) line = above(line);
  if (line < 0 || !isBare(line)) return null;
  const indent = indentOf(source.lineText(line));
  for (
    let up = above(line);
    up >= 0 && isBare(up) && indentOf(source.lineText(up)) === indent;
    up = above(up)
  ) {
    line = up;
  }
  // What goes on the text of a line above it is a matter of the indent.
  let up = above(line);
  while (up >= 0 && indentOf(source.lineText(up)) > indent) up = above(up);
  if (up >= 0 && indentOf(source.lineText(up)) < indent && partsOf(source.lineText(up)).value !== '')
    return null;
  const start = source.startOf(line) + indent;
  const name = /^[^\s:]+/.exec(source.lineText(line).trimStart())?.[0] ?? '';
  const glued = source.text[start + name.length] === ':';
  const edit = { at: start + name.length + (glued ? 1 : 0), removed: 0, put: glued ? ' ' : ':' };
  return at('missing-colon', start, source.endOf(line), [edit]);
}

/** A line that stands too far in or out: it is moved, with what hangs on it, to the level above it. */
function wrongIndent(source: Source, line: number, at: At): Diagnosis {
  const start = source.startOf(line);
  const spaces = indentOf(source.lineText(line));
  const finding = [start, start + Math.max(1, spaces)] as const;
  const levels: number[] = [];
  for (let up = line - 1; up >= Math.max(0, line - REACH); up--) {
    const text = source.lineText(up);
    if (/^\s*(#|$)/.test(text)) continue;
    const level = indentOf(text);
    if (level < (levels.at(-1) ?? Number.POSITIVE_INFINITY)) levels.push(level);
  }
  // The nearest level; of two as near, the inner one.
  const [level] = levels
    .filter((one) => one !== spaces)
    .sort((a, b) => Math.abs(a - spaces) - Math.abs(b - spaces) || b - a);
  if (level === undefined) return at('wrong-indent', ...finding, null, { spaces });
  const edits: Edit[] = [];
  for (let down = line; down < line + REACH; down++) {
    const text = source.lineText(down);
    if (source.startOf(down) >= source.text.length || (text.trim() !== '' && indentOf(text) < spaces)) break;
    if (text.trim() === '') continue;
    edits.push(
      level < spaces
        ? { at: source.startOf(down), removed: spaces - level, put: '' }
        : { at: source.startOf(down), removed: 0, put: ' '.repeat(level - spaces) },
    );
  }
  return at('wrong-indent', ...finding, edits, { spaces });
}
