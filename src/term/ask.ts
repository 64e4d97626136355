/**
 * Asking a person: the only file that knows inquirer and readline. Prompts are
 * drawn on stderr, so that stdout holds data alone. In plain mode nothing is
 * redrawn: the choices are printed once, numbered, and a line is read.
 */
import { createInterface, type Interface } from 'node:readline';
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useEffect,
  useKeypress,
  useState,
} from '@inquirer/core';
import type { View } from '../flow/session.ts';
import type { Io } from '../io.ts';
import type { KeyName } from '../locales/texts.ts';
import { type Choosable, choiceLines, type KeyHint, keyLines } from './choices.ts';
import type { Asker, Reply } from './play.ts';
import { type Page, shown } from './render.ts';

/** The letter of each key, the same in both languages. */
export const KEYS: Readonly<Record<KeyName, string>> = {
  choose: 'enter',
  next: 'enter',
  begin: 'enter',
  hint: 'h',
  why: 'w',
  phrases: 'p',
  threat: 't',
  back: 'b',
  skip: 's',
  restart: 'r',
  quit: 'q',
  yes: 'y',
  no: 'n',
  again: 'a',
  close: 'q',
};

const PRACTICE_KEYS: readonly KeyName[] = [
  'hint',
  'why',
  'phrases',
  'threat',
  'back',
  'skip',
  'restart',
  'quit',
];

interface Question {
  readonly page: Page;
  readonly message: string;
  readonly options: readonly Choosable[];
  readonly keys: readonly KeyName[];
}

/** What came of a question. */
export type Asked =
  | { readonly id: string }
  | { readonly key: KeyName }
  | { readonly redraw: true }
  | { readonly leave: true }
  | { readonly cancel: true };

export interface Person extends Asker {
  /** One question with choices, keys, or both. */
  ask(question: Question): Promise<Asked>;
  /** Gives the keyboard back. */
  close(): void;
}

/** A person at this terminal. */
export function person(io: Io, plain: boolean): Person {
  const lines = plain ? lineReader(io) : null;
  const ask = (question: Question) => (lines ? askPlain(io, lines, question) : askRich(io, question));
  return {
    ask,
    close: () => lines?.close(),
    async ready(page: Page): Promise<Reply> {
      return ask({ page, message: '', options: [], keys: ['begin', 'quit'] }) as Promise<Reply>;
    },
    async answer(now: View, page: Page): Promise<Reply> {
      const asked = await ask({
        page,
        message: page.texts.whatDoYouSay,
        options: now.options,
        keys: PRACTICE_KEYS,
      });
      return 'id' in asked ? { choose: asked.id } : asked;
    },
    async pick(title, options, page) {
      const asked = await ask({ page, message: title, options, keys: ['back'] });
      if ('redraw' in asked) return this.pick(title, options, page);
      return 'id' in asked ? asked.id : null;
    },
  };
}

const hintsOf = (page: Page, keys: readonly KeyName[]): KeyHint[] =>
  keys.map((name) => ({ key: KEYS[name], label: page.texts.keys[name] }));

const prompt = createPrompt<
  Asked,
  Question & { rows: number; onResize: (listener: () => void) => () => void }
>((question, done) => {
  const { page, options, keys } = question;
  const [active, setActive] = useState(0);
  useEffect(() => question.onResize(() => done({ redraw: true })), []);
  useKeypress((key, rl) => {
    // Nothing is typed here; readline's line would move the cursor.
    rl.clearLine(0);
    const chosen = options[active];
    const onward = keys.find((one) => KEYS[one] === 'enter');
    const name = keys.find((one) => KEYS[one] === key.name);
    if (isEnterKey(key)) {
      if (chosen) done({ id: chosen.id });
      else if (onward) done({ key: onward });
    } else if (options.length > 0 && (isUpKey(key) || isDownKey(key))) {
      setActive((active + (isUpKey(key) ? options.length - 1 : 1)) % options.length);
    } else if (/^[1-9]$/.test(key.name ?? '') && Number(key.name) <= options.length) {
      setActive(Number(key.name) - 1);
    } else if (name && !key.ctrl) done({ key: name });
  });
  const arrows: KeyHint[] =
    options.length > 0 ? [{ key: page.style.unicode ? '↑↓ ⏎' : 'enter', label: page.texts.keys.choose }] : [];
  const below = keyLines(page, [...arrows, ...hintsOf(page, keys)]);
  const room = Math.max(4, question.rows - below.length - 3);
  const above = question.message ? [`  ${page.style.strong(shown(page, question.message))}`] : [];
  return [...above, ...choiceLines(page, options, active, room), ...below].join('\n');
});

async function askRich(io: Io, question: Question): Promise<Asked> {
  const abort = new AbortController();
  // readline closes on Ctrl-D before a prompt hears of it, so it is heard here first.
  const onKey = (_: unknown, key: { ctrl?: boolean; name?: string } | undefined) => {
    if (key?.ctrl && key.name === 'd') abort.abort('leave');
  };
  const onEnd = () => abort.abort('leave');
  io.stdin.prependListener('keypress', onKey);
  io.stdin.once('end', onEnd);
  try {
    return await prompt(
      {
        ...question,
        rows: question.page.style.rows,
        onResize: (listener) => {
          io.stderr.on('resize', listener);
          return () => io.stderr.off('resize', listener);
        },
      },
      { input: io.stdin, output: io.stderr, clearPromptOnDone: true, signal: abort.signal },
    );
  } catch (error) {
    const name = (error as Error).name;
    if (name === 'AbortPromptError') return { leave: true };
    if (name === 'ExitPromptError') return { cancel: true };
    throw error;
  } finally {
    io.stdin.off('keypress', onKey);
    io.stdin.off('end', onEnd);
  }
}

interface LineReader {
  /** The next line, or how the input ended. */
  next(): Promise<string | 'leave' | 'cancel'>;
  close(): void;
}

const ENDED = { leave: 'leave', cancel: 'cancel' } as const;

/** Lines that were typed ahead are kept, so that none is lost between two questions. */
function lineReader(io: Io): LineReader {
  const lines: string[] = [];
  let waiting: ((line: string) => void) | null = null;
  let ended: 'leave' | 'cancel' | null = null;
  const give = (line: string) => {
    if (waiting) {
      const resolve = waiting;
      waiting = null;
      resolve(line);
    } else lines.push(line);
  };
  const reader: Interface = createInterface({ input: io.stdin, terminal: false });
  reader.on('line', (line) => give(`:${line}`));
  reader.on('close', () => {
    ended ??= 'leave';
    give(ended);
  });
  const onInterrupt = () => {
    ended = 'cancel';
    give('cancel');
  };
  process.on('SIGINT', onInterrupt);
  return {
    async next() {
      const line = lines.shift() ?? ended ?? (await new Promise<string>((resolve) => (waiting = resolve)));
      return line.startsWith(':') ? line.slice(1) : line === ENDED.cancel ? ENDED.cancel : ENDED.leave;
    },
    close() {
      process.off('SIGINT', onInterrupt);
      reader.close();
    },
  };
}

async function askPlain(io: Io, lines: LineReader, question: Question): Promise<Asked> {
  const { page, options, keys, message } = question;
  const hints = hintsOf(page, keys).map(({ key, label }) => `${key} = ${shown(page, label)}`);
  const numbers = options.length > 0 ? [`1-${options.length}`] : [];
  io.stderr.write(
    `${[...(message ? [shown(page, message)] : []), ...options.map((option, i) => `${i + 1}. ${shown(page, option.text)}`)].join('\n')}\n`,
  );
  for (;;) {
    io.stderr.write(page.texts.keyPrompt([...numbers, ...hints].join(', ')));
    const line = await lines.next();
    if (line === 'leave') return { leave: true };
    if (line === 'cancel') return { cancel: true };
    const typed = line.trim().toLowerCase();
    const option = /^\d{1,3}$/.test(typed) ? options[Number(typed) - 1] : undefined;
    if (option) return { id: option.id };
    const onward = keys.find((name) => KEYS[name] === 'enter');
    if (typed === '' && onward) return { key: onward };
    const key = keys.find((name) => KEYS[name] === typed || page.texts.keys[name] === typed);
    if (key) return { key };
    io.stderr.write(`${shown(page, page.texts.notAKey(line.trim()))}\n`);
  }
}
