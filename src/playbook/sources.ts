/** Whose advice it is. */
import type { Library } from './library.ts';

/** A source's title and whose it is. */
export function sourceTitle(library: Library, id: string): string {
  for (const file of library.ids('sources')) {
    const source = library.value('sources', file)?.source[id];
    if (!source) continue;
    const by = source.by === source.title ? '' : ` (${source.by})`;
    return `${source.title}${by}${source.after ? `, ${source.after}` : ''}`;
  }
  return id;
}
