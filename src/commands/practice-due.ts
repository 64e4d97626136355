/** `svalka practice --due`: which conversation is due, and why. */
import { EXIT, Stop } from '../errors.ts';
import { err } from '../io.ts';
import { localDay } from '../journal/day.ts';
import { dueNow } from '../journal/due.ts';
import { namesIn } from '../journal/names.ts';
import { progressTexts } from '../locales/progress.ts';
import type { Library } from '../playbook/library.ts';
import type { Lang } from '../playbook/types.ts';
import { dueLines } from '../term/due-lines.ts';
import { styleFor } from '../term/style.ts';
import type { Context } from './context.ts';
import { conversationsIn, pastPractice } from './past.ts';

/** Says what is due and why; where nothing is, a new conversation is offered. */
export function dueScenario(context: Context, library: Library, lang: Lang): string {
  const { io, texts, wish } = context;
  const due = dueNow(pastPractice(context), conversationsIn(library), io.now(), localDay);
  if (!due.suggestion) throw new Stop(EXIT.cannot, texts.brokenContent);
  const page = { style: styleFor(io, wish, io.stderr), texts: progressTexts[lang], lang };
  err(io, [...dueLines(page, due, namesIn(library, lang)), ''].join('\n'));
  return due.suggestion.scenario;
}
