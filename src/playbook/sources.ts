/** Whose advice it is. */
import type { Library } from './library.ts';

/** A source's title, whose it is and, after the word for it, whose work it builds on. */
export function sourceTitle(library: Library, id: string, basedOn: string): string {
  for (const file of library.ids('sources')) {
    const source = library.value('sources', file)?.source[id];
    if (!source) continue;
    const by = source.by === source.title ? '' : ` (${source.by})`;
    return `${source.title}${by}${source.after ? `, ${basedOn} ${source.after}` : ''}`;
  }
  return id;
}
