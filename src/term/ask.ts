/**
 * Asking a person: this file and `typing.ts` alone know inquirer and readline. Prompts are
 * drawn on stderr, so that stdout holds data alone. In plain mode nothing is
 * redrawn: the choices are printed once, numbered, and a line is read.
 */
import { createInterface } from 'node:readline';
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useEffect,
  useKeypress,
  useState,
} from '@inquirer/core';
import type { Review } from '../coach/review.ts';
import type { View } from '../flow/session.ts';
import type { Io } from '../io.ts';
import type { KeyName } from '../locales/texts.ts';
import { type Choosable, choiceLines, type KeyHint, keyLines } from './choices.ts';
import { type Found, findPrompt } from './find.ts';
import type { Asker, Reply } from './play.ts';
import { type Page, shown, wrap } from './render.ts';
import { FULL_STOP, type Typing, typed } from './typing.ts';
import { SLASH, type Written, writePrompt, writtenOf } from './write.ts';

const ENTER = 'enter';

/** The letter of each key, the same in both languages. */
export const KEYS: Readonly<Record<KeyName, string>> = {
  choose: ENTER,
  next: ENTER,
  begin: ENTER,
  hint: 'h',
  why: 'w',
  phrases: 'p',
  threat: 't',
  back: 'b',
  skip: 's',
  restart: 'r',
  write: 'e',
  list: 'e',
  quit: 'q',
  yes: 'y',
  no: 'n',
  again: 'a',
  close: 'q',
};

const PRACTICE_KEYS: readonly KeyName[] = [
  'write',
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
  /** One of some things, found by typing. */
  find(
    page: Page,
    message: string,
    find: (typed: string) => readonly Choosable[],
  ): Promise<{ readonly id: string } | { readonly leave: true } | { readonly cancel: true }>;
  /** A line of their own words, which may be empty. */
  line(page: Page, message: string): Promise<Typing>;
  /** Many lines, ended by a lone full stop. */
  lines(page: Page): Promise<Typing>;
  /** Gives the keyboard back. */
  close(): void;
}

/** How a person answers where they may use their own words. */
export interface Ears {
  /** True to begin with words instead of choices. */
  readonly write: boolean;
  /** Hears moves and faults in what was said. */
  readonly hear: (text: string) => Promise<Review>;
}

/** A person at this terminal. */
export function person(io: Io, plain: boolean, ears: Ears | null = null): Person {
  const lines = plain ? lineReader(io) : null;
  let writing = ears?.write ?? false;
  const ask = (question: Question) => (lines ? askPlain(io, lines, question) : askRich(io, question));
  return {
    ask,
    close: () => lines?.close(),
    async ready(key, page) {
      const asked = await ask({
        page,
        message: '',
        options: [],
        keys: key === 'begin' ? ['begin', 'quit'] : ['next'],
      });
      return 'id' in asked ? { key } : asked;
    },
    async answer(now: View, page: Page): Promise<Reply> {
      if (writing && ears) {
        const said = await askWords(io, lines, page, page.texts.whatDoYouSay, WRITING_KEYS);
        if ('key' in said && said.key === 'list') {
          writing = false;
          return { redraw: true };
        }
        return 'typed' in said ? { said: await ears.hear(said.typed) } : said;
      }
      const asked = await ask({
        page,
        message: page.texts.whatDoYouSay,
        options: now.options,
        keys: ears ? PRACTICE_KEYS : PRACTICE_KEYS.filter((key) => key !== 'write'),
      });
      if ('key' in asked && asked.key === 'write') {
        writing = true;
        return { redraw: true };
      }
      return 'id' in asked ? { choose: asked.id } : asked;
    },
    async again(page) {
      const said = await askWords(io, lines, page, page.texts.sayAgain, []);
      if ('redraw' in said) return this.again(page);
      if ('cancel' in said || 'leave' in said) return said;
      return 'typed' in said && said.typed !== '' && ears ? await ears.hear(said.typed) : null;
    },
    async find(page, message, find) {
      if (lines) {
        const asked = await ask({ page, message, options: find(''), keys: ['back'] });
        return 'id' in asked || 'cancel' in asked ? asked : { leave: true };
      }
      const found = await onTerminal<Found>(io, (context, onResize) =>
        findPrompt({ page, message, find, onResize }, context),
      );
      return 'redraw' in found ? this.find(page, message, find) : found;
    },
    async line(page, message) {
      const before = `  ${page.style.strong(shown(page, message))} ${page.style.glyph.pointer} `;
      return lines ? typedPlain(io, lines, before, false) : typed(io, before, false);
    },
    async lines(page) {
      const before = `  ${page.style.glyph.pointer} `;
      return lines ? typedPlain(io, lines, before, true) : typed(io, before, true);
    },
    async pick(title, options, page) {
      const asked = await ask({ page, message: title, options, keys: ['back'] });
      if ('redraw' in asked) return this.pick(title, options, page);
      return 'id' in asked ? asked.id : null;
    },
  };
}

const hintsOf = (page: Page, keys: readonly KeyName[]): KeyHint[] =>
  keys.map((name) => ({
    key: KEYS[name] === ENTER ? page.texts.enter : KEYS[name],
    label: page.texts.keys[name],
  }));

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
    const onward = keys.find((one) => KEYS[one] === ENTER);
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
    options.length > 0
      ? [{ key: page.style.unicode ? '↑↓ ⏎' : page.texts.enter, label: page.texts.keys.choose }]
      : [];
  const below = keyLines(page, [...arrows, ...hintsOf(page, keys)]);
  const above = question.message
    ? wrap(page.style, shown(page, question.message)).map((line) => `  ${page.style.strong(line.trim())}`)
    : [];
  const room = Math.max(4, question.rows - below.length - 2 - Math.max(1, above.length));
  return [...above, ...choiceLines(page, options, active, room), ...below].join('\n');
});

const WRITING_KEYS: readonly KeyName[] = ['list', ...PRACTICE_KEYS.filter((key) => key !== 'write')];

/** Asks for words, until there are some or a key was meant; an empty line is an answer where no key is. */
async function askWords(
  io: Io,
  lines: LineReader | null,
  page: Page,
  message: string,
  names: readonly KeyName[],
): Promise<Written | { readonly leave: true } | { readonly cancel: true }> {
  const keys = Object.fromEntries(names.map((name) => [KEYS[name], name]));
  const hints = hintsOf(page, names).map(({ key, label }) => ({ key: SLASH + key, label }));
  for (;;) {
    const said = lines
      ? await wordsPlain(io, lines, page, message, hints, keys)
      : await onTerminal<Written>(io, (context, onResize) =>
          writePrompt({ page, message, hints, keys, onResize }, context),
        );
    if ('typed' in said && said.typed === '' && names.length > 0) continue;
    return said;
  }
}

async function wordsPlain(
  io: Io,
  lines: LineReader,
  page: Page,
  message: string,
  hints: readonly KeyHint[],
  keys: Readonly<Record<string, KeyName>>,
) {
  const told = hints.map(({ key, label }) => `${key} = ${label}`).join(', ');
  const asked = [message, ...(told ? [`(${told})`] : [])].join(' ');
  io.stderr.write(`${wrap(page.style, shown(page, asked)).join('\n')} `);
  const line = await lines.next();
  return 'typed' in line ? writtenOf(line.typed, keys) : line;
}

function askRich(io: Io, question: Question): Promise<Asked> {
  const { rows } = question.page.style;
  return onTerminal<Asked>(io, (context, onResize) => prompt({ ...question, rows, onResize }, context));
}

type Context = NonNullable<Parameters<typeof prompt>[1]>;
type OnResize = (listener: () => void) => () => void;

/** Runs a prompt, and turns every way out of it into a value. */
async function onTerminal<T>(
  io: Io,
  run: (context: Context, onResize: OnResize) => Promise<T>,
): Promise<T | { readonly leave: true } | { readonly cancel: true }> {
  const abort = new AbortController();
  // readline closes on Ctrl-D before a prompt hears of it, so it is heard here first.
  const onKey = (_: unknown, key: { ctrl?: boolean; name?: string } | undefined) => {
    if (key?.ctrl && key.name === 'd') abort.abort('leave');
  };
  const onEnd = () => abort.abort('leave');
  // After Ctrl-Z and `fg` readline leaves the input paused, and a process that nobody can type to ends.
  const onContinue = () => setImmediate(() => io.stdin.resume());
  process.on('SIGCONT', onContinue);
  io.stdin.prependListener('keypress', onKey);
  io.stdin.once('end', onEnd);
  try {
    return await run(
      { input: io.stdin, output: io.stderr, clearPromptOnDone: true, signal: abort.signal },
      (listener) => {
        io.stderr.on('resize', listener);
        return () => io.stderr.off('resize', listener);
      },
    );
  } catch (error) {
    const name = (error as Error).name;
    if (name === 'AbortPromptError') return { leave: true };
    if (name === 'ExitPromptError') return { cancel: true };
    throw error;
  } finally {
    io.stdin.off('keypress', onKey);
    io.stdin.off('end', onEnd);
    process.off('SIGCONT', onContinue);
  }
}

/** A line that was typed, or how the input ended. */
type Line = { readonly typed: string } | { readonly leave: true } | { readonly cancel: true };

interface LineReader {
  next(): Promise<Line>;
  close(): void;
}

/** Lines that were typed ahead are kept, so that none is lost between two questions. */
function lineReader(io: Io): LineReader {
  const ahead: Line[] = [];
  let waiting: ((line: Line) => void) | null = null;
  let ended: Line | null = null;
  const give = (line: Line) => {
    if (waiting) waiting(line);
    else ahead.push(line);
    waiting = null;
  };
  const end = (line: Line) => {
    ended ??= line;
    give(line);
  };
  const onInterrupt = () => end({ cancel: true });
  process.on('SIGINT', onInterrupt);
  const reader = createInterface({ input: io.stdin, terminal: false });
  reader.on('line', (typed) => give({ typed }));
  reader.on('close', () => end({ leave: true }));
  return {
    async next() {
      const line = ahead.shift() ?? ended;
      return line ?? new Promise<Line>((resolve) => (waiting = resolve));
    },
    close() {
      process.off('SIGINT', onInterrupt);
      reader.close();
    },
  };
}

/** As {@link typed}, where a line is read as it is. */
async function typedPlain(io: Io, lines: LineReader, before: string, many: boolean): Promise<Typing> {
  const all: string[] = [];
  const text = () => all.join('\n').trimEnd();
  for (;;) {
    io.stderr.write(before);
    const line = await lines.next();
    if (!('typed' in line)) {
      io.stderr.write('\n');
      return { text: text(), end: 'cancel' in line ? 'cancel' : 'leave' };
    }
    if (many && line.typed.trim() === FULL_STOP) return { text: text(), end: 'done' };
    all.push(line.typed);
    if (!many) return { text: text(), end: 'done' };
  }
}

async function askPlain(io: Io, lines: LineReader, question: Question): Promise<Asked> {
  const { page, options, keys, message } = question;
  const numbers: KeyHint[] =
    options.length > 0 ? [{ key: `1–${options.length}`, label: page.texts.keys.choose }] : [];
  const hints = [...numbers, ...hintsOf(page, keys)].map(({ key, label }) => `${key} = ${label}`).join(', ');
  const print = (printed: readonly string[]) => io.stderr.write(`${printed.join('\n')}\n`);
  print([
    ...(message ? wrap(page.style, shown(page, message)) : []),
    ...options.flatMap((option, i) => wrap(page.style, shown(page, option.text), 5, `  ${i + 1}. `)),
  ]);
  for (;;) {
    io.stderr.write(`${wrap(page.style, shown(page, `${hints}:`)).join('\n')} `);
    const line = await lines.next();
    if (!('typed' in line)) {
      print(['']);
      return line;
    }
    const typed = line.typed.trim().toLowerCase();
    const option = /^\d{1,3}$/.test(typed) ? options[Number(typed) - 1] : undefined;
    if (option) return { id: option.id };
    const onward = keys.find((name) => KEYS[name] === ENTER);
    if (typed === '' && onward) return { key: onward };
    const key = keys.find((name) => KEYS[name] === typed || page.texts.keys[name] === typed);
    if (key) return { key };
    print(wrap(page.style, shown(page, page.texts.notAKey(typed))));
  }
}
