/**
 * Screens as text. Pure: the same data, words, style and width give the same
 * lines, whether a person, a transcript or a test reads them. Every text that
 * comes from content or a keyboard passes the gate here.
 */
import type { Review, Span } from '../coach/review.ts';
import type { Course, Phrase } from '../flow/course.ts';
import { stepOf } from '../flow/course.ts';
import { type Heard, type Session, type Turn, type View, wordsOf } from '../flow/session.ts';
import { clean } from '../gate.ts';
import type { AgentTexts } from '../locales/texts.ts';
import type { Card } from '../playbook/library.ts';
import type { Scenario, Step, Threat } from '../playbook/schema.ts';
import { type Lang, moveBits, type Pair } from '../playbook/types.ts';
import type { Style } from './style.ts';

/** What rendering needs to know about its reader. */
export interface Page<Texts = AgentTexts> {
  readonly style: Style;
  readonly texts: Texts;
  readonly lang: Lang;
}

/** A text through the gate and in the terminal's typography. */
export function shown(page: Page<unknown>, text: string): string {
  return page.style.typography(clean(text));
}

/** Wraps a text to the width, each line after `first` indented alike. Sums such as 1 249 stay whole. */
export function wrap(style: Style, text: string, indent = 2, first = ' '.repeat(indent)): string[] {
  const whole = text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0');
  const room = Math.max(10, style.width - indent - 1);
  // Most lines fit, and measuring them costs more than all else at start-up.
  const fits = whole.length <= room && /^[ -~\u00a0-\u024f\u2010-\u2026]*$/.test(whole);
  const lines = fits ? [whole.trim()] : style.fold(whole, room);
  return lines.map((line, i) => (i === 0 ? first : ' '.repeat(indent)) + line.replaceAll('\u00a0', ' '));
}

/** Words that stay on one line. */
export const tied = (text: string) => text.replaceAll(' ', '\u00a0');

/** A text that is cut where it is longer than its room, with a sign that it goes on. */
export function cut(style: Style, text: string, room: number): string {
  if (text.length <= room) return text;
  const sign = style.unicode ? '…' : '...';
  return `${text.slice(0, room - sign.length).trimEnd()}${sign}`;
}

/** A spoken text in the language's own quotation marks; those inside it become single. */
export const quote = (page: Page<unknown>, text: string) => {
  if (page.lang === 'sv') return shown(page, `”${text.replaceAll('”', '’')}”`);
  return shown(page, `«${text.replaceAll('«', '‘').replaceAll('»', '’')}»`);
};

export function labelled(page: Page<unknown>, label: string, text: string): string[] {
  const { style } = page;
  return wrap(style, `${style.strong(`${shown(page, label)}:`)} ${shown(page, text)}`);
}

export function bullets(page: Page<unknown>, items: readonly string[]): string[] {
  return items.flatMap((item) => wrap(page.style, shown(page, item), 4, `  ${page.style.glyph.dot} `));
}

/**
 * The text with brackets around the words that something was found in: seen also
 * without colour. Never changes the words themselves.
 */
export function marked(page: Page, text: string, spans: readonly Span[], part?: Span): string[] {
  const around = part ?? { start: 0, end: text.length };
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (start < around.start || end > around.end) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  let at = around.start;
  let line = '';
  for (const { start, end } of merged) {
    line +=
      shown(page, text.slice(at, start)) + page.style.strong(`[${shown(page, text.slice(start, end))}]`);
    at = end;
  }
  line += shown(page, text.slice(at, around.end));
  return line
    .trim()
    .split('\n')
    .flatMap((one) => wrap(page.style, one));
}

/** A line across, with a title. */
export function heading(page: Page<unknown>, title: string): string {
  const { style } = page;
  const text = shown(page, title);
  if (text.length >= style.width) return wrap(style, style.strong(text), 0).join('\n');
  const rule = style.plain
    ? ''
    : ` ${style.dim(style.glyph.rule.repeat(Math.max(0, style.width - text.length - 3)))}`;
  return `${style.strong(text)}${rule}`;
}

/** The temperature as a bar with a number and a word. */
export function thermometer(
  page: Page,
  course: Course,
  temperature: number,
  change: number | null,
): string[] {
  const { style, texts } = page;
  const most = course.machine.lostAt;
  const word = wordFor(course, temperature)[page.lang];
  const paint = temperature <= course.machine.calmAt ? style.cool : style.warm;
  const bar = style.plain
    ? ''
    : `${paint(style.glyph.full.repeat(temperature))}${style.dim(style.glyph.empty.repeat(most - temperature))} `;
  const moved =
    change === null
      ? ''
      : change < 0
        ? `, ${tied(texts.cooled(-change))}`
        : change > 0
          ? `, ${tied(texts.heated(change))}`
          : `, ${tied(texts.unchanged)}`;
  const of = style.plain ? `${temperature}/${most}` : `${temperature}`;
  return wrap(style, `${texts.temperature} ${bar}${style.strong(of)} ${shown(page, word)}${moved}`);
}

function wordFor(course: Course, temperature: number): Pair {
  const { words } = course.temperature;
  const word = words.find((one) => temperature <= one['up-to']) ?? words.at(-1);
  return word ?? { sv: '', nb: '' };
}

/** The situation before the first line: who, what, and what may be promised. */
export function situation(page: Page, scenario: Scenario): string[] {
  const { texts, lang, style } = page;
  return [
    heading(page, scenario.title[lang]),
    ...wrap(style, style.dim(shown(page, `${scenario.trade[lang]}, ${texts.channel[scenario.channel]}`))),
    ...wrap(style, shown(page, scenario.situation[lang])),
    '',
    `  ${style.strong(`${texts.may}:`)}`,
    ...bullets(page, scenario.may[lang]),
    `  ${style.strong(`${texts.mayNot}:`)}`,
    ...bullets(page, scenario['may-not'][lang]),
  ];
}

/** A card's title; a scenario's with its trade and channel. */
export function cardTitle(page: Page, card: Card): string {
  const { lang, texts } = page;
  const title = card.title?.[lang] ?? card.id;
  const about = [card.trade?.[lang], card.channel && texts.channel[card.channel]].filter(Boolean);
  return shown(page, about.length > 0 ? `${title} (${about.join(', ')})` : title);
}

/** Who speaks for the customer: a scenario's customer without the surname and what follows it. */
export function customerName(page: Page, course: Course): string {
  const [name = ''] = (course.scenario?.customer[page.lang] ?? page.texts.customer).split(',');
  return shown(page, name.replace(/ \S+$/, ''));
}

/** Lines that were said to the agent, each with who said it. */
export function heard(page: Page, course: Course, lines: readonly Heard[]): string[] {
  return lines.flatMap((line) =>
    labelled(page, line.speaker ?? customerName(page, course), quote(page, line.text)),
  );
}

/** Which step this is, and in a threat which threat. */
export function stepHeading(page: Page, now: View): string[] {
  const { texts, lang, style } = page;
  const where = `${texts.step(now.number, now.of)}: ${now.step?.name[lang] ?? ''}`;
  if (!now.threat) return [heading(page, where)];
  return [heading(page, now.threat.name[lang]), ...wrap(style, shown(page, where))];
}

/** What a turn did: the words, each move and fault by name, why, the temperature, the customer. */
export function turnPlayed(page: Page, session: Session, turn: Turn, heardIn?: Review): string[] {
  return [...wordsSaid(page, session, turn, heardIn), ...customerSaid(page, session, turn)];
}

/** What the person said, and one sentence on it for each thing that cooled or heated. */
export function wordsSaid(page: Page, session: Session, turn: Turn, heardIn?: Review): string[] {
  const { texts, lang } = page;
  const words = wordsOf(turn, lang);
  const again = 'say' in turn.input ? turn.input.again : undefined;
  return [
    ...(heardIn
      ? [
          ...labelled(page, texts.you, ''),
          ...marked(page, heardIn.text, [...heardIn.moves, ...heardIn.faults]),
        ]
      : words === null
        ? []
        : labelled(page, texts.you, quote(page, words))),
    ...feedback(page, session.course, turn),
    ...(again ? labelled(page, texts.secondTry, quote(page, again)) : []),
  ];
}

/** A better wording of what was said. */
export function betterSo(page: Page, text: string): string[] {
  return wrap(page.style, `${page.texts.betterSo}: ${page.style.accent(quote(page, text))}`, 4);
}

/** The second try, with what was heard in it by name. */
export function secondTry(page: Page, course: Course, { text, moves, faults }: Review): string[] {
  const { style, lang, texts } = page;
  const { temperature } = course;
  const names = [
    ...moves.map(({ move }) => `${style.glyph.good} ${temperature.moves[move].name[lang]}`),
    ...faults.map(({ fault }) => `${style.glyph.bad} ${temperature.faults[fault].name[lang]}`),
  ].map((name) => tied(shown(page, name)));
  return [
    ...labelled(page, texts.secondTry, ''),
    ...marked(page, text, [...moves, ...faults]),
    ...(names.length > 0 ? wrap(style, names.join('  '), 4) : []),
  ];
}

/** What it did: the temperature, the customer, the coach's model phrase, a threat. */
export function customerSaid(page: Page, session: Session, turn: Turn): string[] {
  const { course } = session;
  const change = turn.after.temperature - turn.before.temperature;
  const reaction = turn.heard.filter((line) => !line.from.startsWith('threat '));
  const threat = turn.heard.filter((line) => line.from.startsWith('threat '));
  return [
    // In a stop it is no longer about a customer who cools, and a threat alone changes nothing.
    ...(turn.node.stop || turn.verdict === 'threatened'
      ? []
      : thermometer(page, course, turn.after.temperature, change)),
    ...heard(page, course, reaction),
    ...(turn.model ? labelled(page, page.texts.model, quote(page, turn.model.text)) : []),
    ...heard(page, course, threat),
    ...threatMark(page, course, turn),
  ];
}

/** One line where a threat has broken in, or has been answered. */
function threatMark(page: Page, course: Course, turn: Turn): string[] {
  const { style, texts } = page;
  const now = course.machine.nodes[turn.after.node];
  const began = turn.after.fired && !turn.before.fired ? now?.threat : null;
  if (began) {
    const mark =
      began === 'physical' || began === 'self-harm' ? texts.dangerBreaksIn[began] : texts.threatBreaksIn;
    return wrap(style, style.strong(shown(page, mark)));
  }
  const returned = turn.node.threat !== null && now?.threat === null && now.end === null;
  return returned ? wrap(style, shown(page, texts.backToStep)) : [];
}

/** One sentence of why it cooled or heated, for each thing that did. */
function feedback(page: Page, course: Course, turn: Turn): string[] {
  const { style, lang } = page;
  const weights = course.temperature;
  const item = (sign: string, paint: (text: string) => string, name: Pair, why: Pair) =>
    wrap(
      style,
      `${style.strong(`${shown(page, name[lang])}.`)} ${shown(page, why[lang])}`,
      4,
      `  ${paint(sign)} `,
    );
  switch (turn.verdict) {
    case 'right': {
      const stop = turn.node.stop ? stepOf(course, turn.node) : null;
      if (stop) return item(style.glyph.good, style.cool, stop.name, stop.why);
      const said = turn.choice !== null || 'say' in turn.input;
      const [move] = said ? turn.moves.filter((one) => turn.node.wants & moveBits([one])) : [];
      const found = move ? weights.moves[move] : null;
      return found ? item(style.glyph.good, style.cool, found.name, found.why) : [];
    }
    case 'fault':
      return turn.faults.flatMap((fault) =>
        item(style.glyph.bad, style.warm, weights.faults[fault].name, weights.faults[fault].why),
      );
    case 'too-soon':
      return item(style.glyph.bad, style.warm, weights.turns['too-soon'].name, weights.turns['too-soon'].why);
    case 'loop':
      return item(
        style.glyph.bad,
        style.warm,
        weights.turns['empathy-loop'].name,
        weights.turns['empathy-loop'].why,
      );
    case 'silent':
      return item(style.glyph.flat, style.dim, weights.turns.silent.name, weights.turns.silent.why);
    case 'skipped':
      return item(style.glyph.flat, style.warm, weights.turns.skipped.name, weights.turns.skipped.why);
    case 'threatened':
      return [];
  }
}

/** The aim of a step, when a hint is asked for. */
export function hint(page: Page, step: Step): string[] {
  return labelled(page, page.texts.hint, step.aim[page.lang]);
}

/** Why a step works, and whose advice it is. */
export function why(page: Page, step: Step, source: string): string[] {
  return [
    ...labelled(page, page.texts.why, step.why[page.lang]),
    ...wrap(page.style, page.style.dim(`${page.texts.source}: ${shown(page, source)}`)),
  ];
}

/** Phrases to say, grouped by the ways of a step where it has them. */
export function phraseList(page: Page, step: Step, phrases: readonly Phrase[]): string[] {
  const { style, lang } = page;
  const ways: (string | null)[] = [...new Set(phrases.map((phrase) => phrase.way))];
  return ways.flatMap((way) => {
    const named = way === null ? null : step.ways?.[way];
    return [
      ...(named
        ? wrap(style, `${style.strong(shown(page, named.name[lang]))}. ${shown(page, named.when[lang])}`)
        : []),
      ...byChannel(
        page,
        phrases.filter((phrase) => phrase.way === way),
      ),
    ];
  });
}

/** Phrases under the name of their channel, where there is more than one. */
function byChannel(page: Page, phrases: readonly Phrase[]): string[] {
  const { style, texts } = page;
  const channels = [...new Set(phrases.map((phrase) => phrase.channel))];
  return channels.flatMap((channel) => [
    ...(channels.length > 1 ? [`  ${style.dim(shown(page, texts.channel[channel]))}`] : []),
    ...phrases
      .filter((phrase) => phrase.channel === channel)
      .flatMap((phrase) => wrap(style, quote(page, phrase.text), 4, `  ${style.glyph.dot} `)),
  ]);
}

/** A threat and what to answer: the sentence to say first and brightest. */
export function threatAnswer(page: Page, threat: Threat): string[] {
  const { style, texts, lang } = page;
  return [
    heading(page, threat.name[lang]),
    ...threat.say[lang].flatMap((line) => wrap(style, style.accent(quote(page, line)), 4)),
    ...bullets(page, threat.do[lang]),
    ...labelled(page, texts.avoid, threat.avoid[lang].join(' ')),
    ...labelled(page, texts.after, threat.after[lang]),
  ];
}

/** The step's texts in full, for `show`. */
export function stepPage(
  page: Page,
  id: string,
  step: Step,
  phrases: readonly Phrase[],
  source: string,
): string[] {
  const { texts, lang, style } = page;
  return [
    heading(page, `${step.name[lang]} (${id})`),
    ...wrap(style, shown(page, step.question?.[lang] ?? step.aim[lang])),
    ...why(page, step, source),
    `  ${style.strong(`${texts.do}:`)}`,
    ...bullets(page, step.do[lang]),
    `  ${style.strong(`${texts.avoid}:`)}`,
    ...bullets(page, step.avoid[lang]),
    `  ${style.strong(`${texts.phrases}:`)}`,
    ...phraseList(page, step, phrases),
  ];
}

/** The name of the step at which a turn was played. */
export function turnName(page: Page, session: Session, turn: Turn): string {
  return shown(page, stepOf(session.course, turn.node)?.name[page.lang] ?? turn.node.id);
}
