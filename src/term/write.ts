/** One line in a person's own words: typed on a line of its own, with keys behind a slash. */
import { createPrompt, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core';
import type { KeyName } from '../locales/texts.ts';
import { type KeyHint, keyLines } from './choices.ts';
import { type Page, shown } from './render.ts';

/** What stands before a key's letter where letters are words. */
export const SLASH = '/';

export interface Writing {
  readonly page: Page;
  readonly message: string;
  readonly hints: readonly KeyHint[];
  /** The keys that may stand behind a slash, by letter. */
  readonly keys: Readonly<Record<string, KeyName>>;
}

/** What came of it: words, or a key. */
export type Written = { readonly typed: string } | { readonly key: KeyName } | { readonly redraw: true };

/** Reads what was typed: `/h` is a key, all else is words. */
export function writtenOf(typed: string, keys: Writing['keys']): Written {
  const text = typed.trim();
  const key = text.startsWith(SLASH) ? keys[text.slice(SLASH.length).toLowerCase()] : undefined;
  return key ? { key } : { typed: text };
}

/** The prompt; what was typed is never changed, only shown. */
export const writePrompt = createPrompt<
  Written,
  Writing & { onResize: (listener: () => void) => () => void }
>((writing, done) => {
  const { page } = writing;
  const [value, setValue] = useState('');
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      writing.onResize(() => {
        // A window that changes must not cost a person their words.
        if (value === '') done({ redraw: true });
      }),
    [value],
  );
  useKeypress((key, rl) => {
    if (!isEnterKey(key)) return setValue(rl.line);
    setEnded(true);
    done(writtenOf(rl.line || value, writing.keys));
  });
  const { style } = page;
  const ask = `  ${style.strong(shown(page, writing.message))} ${style.glyph.pointer} ${shown(page, value)}`;
  return [ask, ended ? '' : keyLines(page, writing.hints).join('\n')];
});
