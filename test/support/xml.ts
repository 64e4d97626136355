/** XML read as strictly as a CI server does, for what svalka writes: elements, attributes, text. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** All that a document of XML 1.0 may hold; no reference can bring in anything else. */
const CHARS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const PART =
  /<\/(?<end>[\w-]+)>|<(?<start>[\w-]+)(?<attributes>(?: [\w-]+="[^"<]*")*)(?<empty>\/?)>|(?<text>[^<>]+)/y;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** @throws where it is not well-formed */
export function parseXml(document: string): Element {
  if (!CHARS.test(document)) throw new Error('a character that XML cannot hold');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error('no declaration');
  type Open = { name: string; attributes: Record<string, string>; children: Element[]; text: string };
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  PART.lastIndex = declaration.length;
  while (PART.lastIndex < document.length) {
    const at = PART.lastIndex;
    const { start, end, attributes = '', empty, text } = PART.exec(document)?.groups ?? {};
    const inside = open.at(-1) as Open;
    if (start !== undefined) {
      const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)];
      const element: Open = {
        name: start,
        attributes: Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, attribute(value)])),
        children: [],
        text: '',
      };
      inside.children.push(element);
      if (!empty) open.push(element);
    } else if (end !== undefined && end === inside.name) open.pop();
    else if (text !== undefined) inside.text += unescaped(text);
    else throw new Error(`not well-formed: ${document.slice(at, at + 80)}`);
  }
  const [only] = root.children;
  if (open.length > 1 || !only || root.children.length > 1) throw new Error('not one root element');
  return only;
}

/** A line's end or a tab in an attribute is read as a space, unless it is a reference. */
const attribute = (value: string): string => unescaped(value.replace(/[\t\n\r]/g, ' '));

function unescaped(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const number = /^#(\d+)$/.exec(name)?.[1];
    const char = number === undefined ? NAMED[name] : String.fromCodePoint(Number(number));
    if (char === undefined || !whole.endsWith(';') || !CHARS.test(char))
      throw new Error(`reference ${whole}`);
    return char;
  });
}
