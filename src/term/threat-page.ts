/** The answer to a threat on one screen: what to say first and brightest, then what to do. */
import type { ThreatTexts } from '../locales/texts.ts';
import type { Answer, ThreatData } from '../threats/open.ts';
import { nearestThree, type Reply } from '../threats/reply.ts';
import { bullets, heading, labelled, type Page, quote, shown, wrap } from './render.ts';

/** The page of a reply. */
export function threatPage(page: Page<ThreatTexts>, reply: Reply, data: ThreatData): string[] {
  if (!reply.answer) return holdingPage(page, reply, data);
  const [, second] = reply.matches;
  const also = second ? data.answers[second.threat][page.lang].name : null;
  return [...answerPage(page, reply.answer), ...(also ? labelled(page, page.texts.threatAlso, also) : [])];
}

/** An answer by itself, as a list or a key shows it. */
export function answerPage(page: Page<ThreatTexts>, answer: Answer): string[] {
  const { style, texts } = page;
  return [
    heading(page, answer.name),
    ...answer.say.flatMap((line) => wrap(style, style.accent(quote(page, line)), 4)),
    ...(answer.stop ? wrap(style, style.warm(shown(page, texts.stop))) : []),
    ...bullets(page, answer.do),
    ...answer.calls.flatMap(({ name, number, when }) =>
      wrap(style, `${style.strong(number)} ${shown(page, `${name}: ${when}`)}`, 4, `  ${style.glyph.dot} `),
    ),
    ...labelled(page, texts.avoid, answer.avoid.join(' ')),
    ...labelled(page, texts.after, answer.after),
  ];
}

/** Nothing was recognised: what was nearest, and how to hold the conversation until it is clear. */
function holdingPage(page: Page<ThreatTexts>, reply: Reply, data: ThreatData): string[] {
  const { style, texts, lang } = page;
  const near = nearestThree(reply).map(({ threat }) => `${data.answers[threat][lang].name} (${threat})`);
  return [
    ...wrap(style, shown(page, texts.threatNone)),
    ...near.flatMap((name) => wrap(style, shown(page, name), 4, `  ${style.glyph.dot} `)),
    ...wrap(style, style.strong(shown(page, texts.threatHold))),
    ...data.holding[lang].flatMap(({ name, aim }, i) =>
      wrap(style, `${style.strong(`${shown(page, name)}.`)} ${shown(page, aim)}`, 5, `  ${i + 1}. `),
    ),
  ];
}
