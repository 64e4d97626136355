/** `svalka threat`: what the lookup leaves to it, which is all but one text with plain options. */
import { EXIT, type ExitCode } from '../errors.ts';
import { clean, safeJson } from '../gate.ts';
import { err, type Io, isInteractive, out } from '../io.ts';
import { AGENT } from '../locales/catalogue.ts';
import type { ThreatKind } from '../playbook/types.ts';
import { person } from '../term/ask.ts';
import { toClipboard } from '../term/clipboard.ts';
import type { Page } from '../term/render.ts';
import { styleFor } from '../term/style.ts';
import { answerPage, threatPage } from '../term/threat-page.ts';
import { optionsOf, threatsOrStop } from '../threats/finder.ts';
import type { Threats } from '../threats/open.ts';
import { type Reply, replyJson, replyTo } from '../threats/reply.ts';
import { type Context, contextOf, type GlobalFlags, openLibrary } from './context.ts';
import { linesOf, textOf, typedLang } from './input.ts';
import { askLang } from './screen.ts';

export interface ThreatFlags extends GlobalFlags {
  readonly json?: boolean;
  readonly batch?: string;
  readonly copy?: boolean;
  readonly explain?: boolean;
}

export async function threat(io: Io, words: readonly string[], flags: ThreatFlags): Promise<ExitCode> {
  const context = contextOf(io, flags);
  const library = await openLibrary(context);
  const threats = threatsOrStop(context, library);
  const forced = typedLang(context);
  if (flags.batch !== undefined) {
    for await (const line of linesOf(context, flags.batch)) {
      out(io, safeJson(replyJson(replyTo(line, threats, forced, null))));
    }
    return EXIT.ok;
  }
  if (words.length === 0 && isInteractive(io)) return await picked(context, threats);
  const reply = replyTo((await textOf(context, words)).trim(), threats, forced, context.lang);
  const page = { style: styleFor(io, context.wish, io.stdout), texts: AGENT[reply.lang], lang: reply.lang };
  out(io, flags.json ? safeJson(replyJson(reply)) : threatPage(page, reply, threats.data).join('\n'));
  if (flags.explain) await explain(context, reply);
  if (flags.copy) copy(context, reply);
  return reply.answer ? EXIT.ok : EXIT.no;
}

/** Without words a person picks, typing what the customer said or a part of a name. */
async function picked(context: Context, threats: Threats): Promise<ExitCode> {
  const { io } = context;
  const lang = await askLang(context);
  const page: Page = { style: styleFor(io, context.wish, io.stderr), texts: AGENT[lang], lang };
  const asker = person(io, page.style.plain);
  try {
    const found = await asker.find(page, page.texts.threatFind, optionsOf(threats, lang));
    if (!('id' in found)) return 'cancel' in found ? EXIT.cancelled : EXIT.ok;
    out(io, answerPage(page, threats.data.answers[found.id as ThreatKind][lang]).join('\n'));
    return EXIT.ok;
  } finally {
    asker.close();
  }
}

/** The lines of the content that are most like what was said: they decided. */
async function explain({ io, texts }: Context, reply: Reply): Promise<void> {
  const { deciding } = await import('../threats/explain.ts');
  const [first] = reply.matches;
  if (!first) return;
  err(io, texts.decidedBy);
  for (const line of deciding(io.contentDir, reply.query, first.threat)) err(io, `  ${clean(line)}`);
}

/** Puts the first sentence into the terminal's clipboard; without a terminal there is none. */
function copy({ io, texts }: Context, { answer }: Reply): void {
  const [say] = answer?.say ?? [];
  if (say === undefined) return;
  err(io, toClipboard(io, say) ? texts.copied(clean(say)) : texts.noClipboard);
}
