/**
 * The gate: whatever comes from a file, an argument or a keyboard passes here
 * before it is printed. It removes what could drive a terminal (C0 and C1
 * controls, so no escape sequence survives) and what could reorder or hide text
 * (bidi and zero-width characters).
 */
import { lazy } from './lazy.ts';

// Cc: C0, DEL and C1; Cf: bidi and zero-width; Zl, Zp: line separators; Cs: half characters.
const UNSAFE = '(?![\\t\\n])[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]';
const unsafe = lazy(() => new RegExp(UNSAFE, 'u'));
const allUnsafe = lazy(() => new RegExp(UNSAFE, 'gu'));
/** Nothing but what Latin writing is made of: told without Unicode's tables, which take a millisecond. */
const ORDINARY = /^[\t\n\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2026]*$/;

/** True where a text surely has nothing that {@link clean} would remove. */
export const isOrdinary = (text: string): boolean => ORDINARY.test(text);

/** A text that is safe to print. Tabs and newlines stay; a lone carriage return goes. */
export function clean(text: string): string {
  return ORDINARY.test(text) ? text : text.replace(allUnsafe(), '');
}

/** The first character that {@link clean} would remove, or null. */
export function firstUnsafe(text: string): string | null {
  return unsafe().exec(text)?.[0] ?? null;
}

/** A value as JSON in which nothing can drive a terminal either: what {@link clean} removes is escaped. */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (ORDINARY.test(json)) return json;
  return json.replace(allUnsafe(), (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const ASCII: Readonly<Record<string, string>> = {
  '”': '"',
  '“': '"',
  '«': '"',
  '»': '"',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '-',
  '−': '-',
  '→': '->',
};

/** Typography for a terminal without Unicode; letters stay, they are the language. */
export function toAscii(text: string): string {
  return text.replace(/[”“«»’‘–—…·−→]/g, (sign) => ASCII[sign] ?? sign);
}
