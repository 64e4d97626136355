/** Puts a user's folder over a library. Loaded only when there is such a folder. */
import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import { readFolder } from './folder.ts';
import { cardOf, type Library, withFiles } from './library.ts';

/** The hash by which a saved session knows the content it was played on. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
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
  const library = withFiles(
    base,
    root,
    folder.docs.map((doc) => ({
      card: cardOf(doc.kind, doc.id, doc.value, contentHash(doc.value), doc.document.source.file),
      value: doc.value,
    })),
  );
  return { library };
}
