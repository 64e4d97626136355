/** The page of `svalka progress --html`: read as strictly as XML is, and looked at in a real browser. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueNow } from '../../src/journal/due.ts';
import { namesIn } from '../../src/journal/names.ts';
import { practisedFrom } from '../../src/journal/practised-from.ts';
import { progressOf } from '../../src/journal/progress.ts';
import { isProgressHtml, progressHtml } from '../../src/journal/report/progress-html.ts';
import type { Statement } from '../../src/journal/xapi.ts';
import { progressTexts } from '../../src/locales/progress.ts';
import { LANGS, type Lang } from '../../src/playbook/types.ts';
import { SCENARIOS } from '../flow/courses.ts';
import { BROWSER, Browser } from '../support/browser.ts';
import { library } from '../support/content.ts';
import { folderWith } from '../support/folder.ts';
import { november, THREE_WEEKS, utcDay } from '../support/practised.ts';
import { type Element, parseXml } from '../support/xml.ts';

const courses = SCENARIOS.map(({ course }) => course);
const HOSTILE = `<script>alert(1)</script> & "x" ' ]]> <!-- \u001b[31m \u202e`;

function pageOf(lang: Lang, statements: readonly Statement[] = THREE_WEEKS, hostile = false): string {
  const past = practisedFrom(statements);
  const names = namesIn(library, lang);
  return progressHtml({
    lang,
    texts: progressTexts[lang],
    progress: progressOf(past, november(24), utcDay),
    due: dueNow(past, courses, november(24), utcDay),
    names: hostile
      ? { move: () => HOSTILE, fault: () => HOSTILE, threat: () => HOSTILE, scenario: () => HOSTILE }
      : names,
  });
}

/** The page as XML: what is well-formed there is read alike by every browser. */
function parsed(html: string): Element {
  const head = '<!doctype html>\n';
  expect(html.startsWith(head)).toBe(true);
  return parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${html.slice(head.length).trimEnd()}`);
}

const all = (within: Element, name: string): Element[] =>
  within.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
/** Every text, in order, without style. */
const words = (within: Element): string =>
  within.name === 'style' ? '' : `${within.text} ${within.children.map(words).join(' ')}`;

describe.each(LANGS)('in %s', (lang) => {
  const html = pageOf(lang);
  const page = parsed(html);

  test('is well-formed, knows its language, and is known again', () => {
    expect(page.attributes.lang).toBe(lang);
    expect(isProgressHtml(html)).toBe(true);
    expect(all(page, 'title')[0]?.text).toBe(progressTexts[lang].title);
  });

  test('each plot has a title and a description, and a table beside it', () => {
    const plots = all(page, 'svg');
    expect(plots).toHaveLength(5);
    expect(all(page, 'table')).toHaveLength(5);
    for (const plot of plots) {
      expect(plot.attributes.role).toBe('img');
      const named = plot.attributes['aria-labelledby']?.split(' ');
      expect(named).toEqual(plot.children.slice(0, 2).map(({ attributes }) => attributes.id));
      expect(plot.children.slice(0, 2).map(({ name }) => name)).toEqual(['title', 'desc']);
    }
    for (const table of all(page, 'table')) {
      const heads = all(table, 'th').filter(({ attributes }) => attributes.scope === 'col');
      for (const row of all(all(table, 'tbody')[0] as Element, 'tr')) {
        expect(row.children).toHaveLength(heads.length);
        expect(row.children[0]?.attributes.scope).toBe('row');
      }
    }
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('no mark lies outside its drawing', () => {
    for (const plot of all(page, 'svg')) {
      const [, , width = 0, height = 0] = (plot.attributes.viewBox ?? '').split(' ').map(Number);
      for (const box of all(plot, 'rect')) {
        const { x, y, width: wide, height: high } = box.attributes;
        expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width);
        expect(Number(y) + Number(high)).toBeLessThanOrEqual(height);
      }
      for (const { attributes } of all(plot, 'text')) {
        expect(Number(attributes.x)).toBeLessThan(width);
        expect(Number(attributes.y)).toBeLessThan(height);
      }
    }
  });

  test('stands alone: no script, nothing to load, no address', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|\son\w+=|javascript:/i);
    expect(html).toContain('default-src &apos;none&apos;');
  });

  test('nothing practised: how to begin', () => {
    const empty = words(parsed(pageOf(lang, [])));
    expect(empty).toContain(progressTexts[lang].empty);
    expect(empty).toContain('svalka practice');
  });

  test('names that are hostile stay names', () => {
    const hostile = pageOf(lang, THREE_WEEKS, true);
    expect(all(parsed(hostile), 'script')).toEqual([]);
    expect(hostile).not.toContain('<script');
    for (const sign of ['\u001b', '\u202e']) expect(hostile).not.toContain(sign);
    expect(words(parsed(hostile))).toContain('<script>alert(1)</script> & "x"');
  });
});

describe.skipIf(BROWSER === null)('in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await Browser.open(BROWSER as string);
  });
  afterAll(() => browser?.close());

  async function open(lang: Lang, statements?: readonly Statement[], hostile?: boolean): Promise<void> {
    const file = join(folderWith({}), 'progress.html');
    writeFileSync(file, pageOf(lang, statements, hostile));
    await browser.go(pathToFileURL(file).href);
  }

  test.each([
    ['sv', 320],
    ['sv', 1280],
    ['nb', 320],
    ['nb', 1280],
  ] as const)(
    '%s at %i pixels: nothing hangs out at the side, no letter is too small',
    async (lang, width) => {
      await browser.size(width, 900);
      await open(lang);
      expect(await browser.value('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(
        await browser.value(`[...document.querySelectorAll('svg text')].filter((text) => {
        const box = text.getBoundingClientRect();
        const around = text.ownerSVGElement.getBoundingClientRect();
        return box.right > around.right + 1 || box.left < around.left - 1 || box.height < 10;
      }).map((text) => text.textContent)`),
      ).toEqual([]);
    },
  );

  test('no word of a plot stands on another', async () => {
    await browser.size(400, 900);
    await open('nb');
    expect(
      await browser.value(`[...document.querySelectorAll('svg')].flatMap((svg) => {
        const boxes = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBBox()]);
        return boxes.flatMap(([one, a], i) => boxes.slice(i + 1).flatMap(([other, b]) =>
          a.x < b.x + b.width && b.x < a.x + a.width && a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height
            ? [one + ' on ' + other] : []));
      })`),
    ).toEqual([]);
  });

  test('loads nothing but itself, and has nothing to complain of', async () => {
    await open('sv', THREE_WEEKS, true);
    const asked = browser
      .heard('Network.requestWillBeSent')
      .map(({ request }) => (request as { url: string }).url);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(browser.heard('Log.entryAdded')).toEqual([]);
    expect(browser.heard('Runtime.exceptionThrown')).toEqual([]);
    expect(await browser.value('document.scripts.length')).toBe(0);
    expect(await browser.value('document.compatMode')).toBe('CSS1Compat');
  });

  test.each(['light', 'dark'] as const)('%s: text and marks stand out from the paper', async (scheme) => {
    await browser.media(scheme);
    await open('nb');
    const contrasts = await browser.value<Record<string, number>>(`(() => {
      const light = (color) => {
        const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((part) => {
          const one = part / 255;
          return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = light(getComputedStyle(document.body).backgroundColor);
      const against = (color) => {
        const [low, high] = [light(color), paper].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const of = (selector, key) => against(getComputedStyle(document.querySelector(selector))[key]);
      return {
        text: of('h1', 'color'), about: of('.about', 'color'), head: of('thead th', 'color'),
        label: of('svg text', 'fill'), mark: of('.is', 'fill'), outline: of('.was', 'stroke'),
      };
    })()`);
    const { mark = 0, outline = 0, ...texts } = contrasts;
    // WCAG 2.2: 4.5 for text, 3 for what a picture is understood by.
    for (const [what, contrast] of Object.entries(texts)) expect(contrast, what).toBeGreaterThan(4.5);
    expect(Math.min(mark, outline)).toBeGreaterThan(3);
    await browser.media('light');
  });

  test('those who hear it hear each plot by name, and its table', async () => {
    await open('sv');
    const { nodes } = (await browser.send('Accessibility.getFullAXTree')) as {
      nodes: { role?: { value: string }; name?: { value: string }; description?: { value: string } }[];
    };
    const named = (role: string) =>
      nodes.filter((node) => node.role?.value === role).map((node) => node.name?.value);
    const { scenarios, order, moves, faults, temperature } = progressTexts.sv;
    const plots = named('image').length > 0 ? named('image') : named('img');
    expect(
      plots.map((name) =>
        [scenarios, order, moves, faults, temperature].some((one) => name?.startsWith(one)),
      ),
    ).toEqual(Array(5).fill(true));
    expect(named('table')).toHaveLength(5);
    expect(named('columnheader').length).toBeGreaterThan(10);
  });

  test('prints on white paper, a few pages, whatever the screen', async () => {
    await browser.media('dark', 'print');
    await open('sv');
    expect(await browser.value('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    const { data } = (await browser.send('Page.printToPDF', { printBackground: true })) as { data: string };
    const pdf = Buffer.from(data, 'base64').toString('latin1');
    const pages = Number(/\/Count (\d+)/.exec(pdf)?.[1]);
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(6);
    await browser.media('light');
  });
});
