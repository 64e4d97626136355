/** A list that narrows as one types: keyboard only, the best match first. */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useEffect,
  useKeypress,
  useState,
} from '@inquirer/core';
import { type Choosable, choiceLines, keyLines } from './choices.ts';
import { type Page, shown } from './render.ts';

export interface Finding {
  readonly page: Page;
  readonly message: string;
  /** What there is to choose for what was typed. */
  readonly find: (typed: string) => readonly Choosable[];
}

export type Found = { readonly id: string } | { readonly redraw: true } | { readonly leave: true };

export const findPrompt = createPrompt<Found, Finding & { onResize: (listener: () => void) => () => void }>(
  ({ page, message, find, onResize }, done) => {
    const [typed, setTyped] = useState('');
    const [active, setActive] = useState(0);
    const options = find(typed);
    useEffect(() => onResize(() => typed === '' && done({ redraw: true })), [typed]);
    useKeypress((key, rl) => {
      const chosen = options[active];
      if (isEnterKey(key)) {
        if (chosen) done({ id: chosen.id });
      } else if (key.name === 'escape') done({ leave: true });
      else if (options.length > 0 && (isUpKey(key) || isDownKey(key))) {
        setActive((active + (isUpKey(key) ? options.length - 1 : 1)) % options.length);
      } else {
        setTyped(rl.line);
        setActive(0);
      }
    });
    const { style, texts } = page;
    const keys = keyLines(page, [{ key: style.unicode ? '↑↓ ⏎' : texts.enter, label: texts.keys.choose }]);
    const ask = `  ${style.strong(shown(page, message))} ${style.glyph.pointer} ${shown(page, typed)}`;
    return [ask, [...choiceLines(page, options, active, Math.max(4, style.rows - 4)), ...keys].join('\n')];
  },
);
