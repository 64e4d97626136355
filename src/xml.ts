/** XML as a CI server reads it: elements, with whatever an author wrote inside them. */
import { clean } from './gate.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** @param inside XML itself: a text goes through {@link escaped} first */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // An attribute would make a space of them.
  '\n': '&#10;',
  '\t': '&#9;',
  // XML has no way to write these two at all; all others of that kind, the gate has taken.
  '\ufffe': '',
  '\uffff': '',
};

/** A text that can stand in an element or an attribute, and in a terminal. */
export const escaped = (text: string): string =>
  clean(text).replace(/[&<>"'\n\t\ufffe\uffff]/g, (char) => REFERENCES[char] as string);
