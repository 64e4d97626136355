/** Puts a user's folder over a library. Loaded only when there is such a folder. */
import { sha256 } from '../digest.ts';
import type { Finding } from './finding.ts';
import { readFolder } from './folder.ts';
import { type Card, cardOf, type Library, withFiles } from './library.ts';
import type { Doc } from './validate.ts';

/** The hash by which a saved session knows the content it was played on. */
export function contentHash(value: unknown): string {
  return sha256(JSON.stringify(value)).slice(0, 12);
}

/**
 * @param shown turns a path into the name that findings carry
 * @returns the library with the folder over it, or every finding where there is one
 * @throws the file system's error where the folder cannot be read
 */
export async function addFolder(
  base: Library,
  root: string,
  shown: (path: string) => string,
  pause?: () => Promise<void>,
): Promise<{ library: Library } | { findings: readonly Finding[] }> {
  const folder = await readFolder(root, base, shown, pause);
  if (folder.findings.length > 0) return { findings: folder.findings };
  return { library: withDocs(base, root, folder.docs) };
}

/** A library with a folder's documents over it. */
export function withDocs(base: Library, root: string, docs: readonly Doc[]): Library {
  return withFiles(
    base,
    root,
    docs.map((doc) => ({ card: cardLater(doc), value: doc.value })),
  );
}

/** A file's card, whose hash is made when it is asked for: a check never asks. */
function cardLater({ kind, id, value, document }: Doc): Card {
  let hash: string | undefined;
  return Object.defineProperty(cardOf(kind, id, value, '', document.source.file), 'hash', {
    get() {
      hash ??= contentHash(value);
      return hash;
    },
  });
}
