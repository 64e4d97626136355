/** What is wrong between the two languages, and with their letters and signs. */
import { all, asLine, type Mutation, says, value, without } from './mutation.ts';

/** The first lines of both languages below a path under each other's language. */
const swap = (path: string) => (text: string) => {
  const lines = text.split('\n');
  const at = (lang: string) =>
    lines.findIndex((line, i) => i > start && line.trimStart().startsWith(`${lang}:`));
  const start = lines.findIndex((line) => line.trimStart().startsWith(`${path}:`));
  const [sv, nb] = [at('sv'), at('nb')];
  const texts = [lines[sv] as string, lines[nb] as string].map((line) => line.slice(line.indexOf(':')));
  lines[sv] = (lines[sv] as string).replace(/:.*/, () => texts[1] as string);
  lines[nb] = (lines[nb] as string).replace(/:.*/, () => texts[0] as string);
  return lines.join('\n');
};

export const LANGUAGES: readonly Mutation[] = [
  {
    what: 'a text that is still to be written',
    file: 'heart.yaml',
    change: says('thank > why > nb', 'TODO: på norsk'),
    rule: 'missing-translation',
  },
  {
    what: 'dots for a phrase',
    file: 'heart.yaml',
    change: says('thank > chat > bore-with-me', '…'),
    rule: 'missing-translation',
    also: ['phrase-misses-move'],
  },
  {
    what: 'a phrase dropped in one language',
    file: 'heart.yaml',
    change: without('thank > phrases > nb > counter > ask-for-me'),
    line: 'thank > phrases > nb > counter',
    rule: 'fewer-phrases',
  },
  {
    what: 'a channel dropped in one language',
    file: 'heart.yaml',
    change: without('thank > phrases > nb > chat'),
    line: 'thank > phrases > nb',
    rule: 'missing-phrases',
  },
  {
    what: 'sv and nb swapped in a pair',
    file: 'heart.yaml',
    change: swap('about'),
    rule: 'wrong-language',
  },
  {
    what: 'sv and nb swapped in a list',
    file: 'scenarios/late-parcel.yaml',
    change: swap('may'),
    rule: 'wrong-language',
  },
  {
    what: 'sv and nb swapped in all phrases of a step',
    file: 'demanding.yaml',
    change: (text) => {
      const at = text.indexOf('    phrases:\n      sv:');
      return (
        text.slice(0, at) +
        text
          .slice(at)
          .replace('\n      sv:', '\n      XX:')
          .replace('\n      nb:', '\n      sv:')
          .replace('\n      XX:', '\n      nb:')
      );
    },
    line: 'listen > phrases > nb > phone > say-it-back',
    rule: 'wrong-language',
    also: ['unknown-slot', 'unused-slot'],
  },
  {
    what: 'Norwegian under sv',
    file: 'heart.yaml',
    change: says(
      'respond > phone > not-sure-yet',
      'Det vet jeg ikke ennå, men jeg sjekker og ringer deg opp igjen i dag.',
    ),
    rule: 'wrong-language',
  },
  {
    what: 'Norwegian in a Swedish choice',
    file: 'scenarios/late-parcel.yaml',
    change: says('say-back > sv', 'La meg se om jeg har skjønt det: Gaven skulle kommet forrige uke?'),
    rule: 'wrong-language',
  },
  {
    what: 'Swedish in a Norwegian customer’s reply',
    file: 'scenarios/late-parcel.yaml',
    change: asLine('kids-adapt > reply', (line) =>
      line.replace(/nb: ".*"/, 'nb: "Det är den enda hon har önskat sig! Den enda!"'),
    ),
    rule: 'wrong-language',
  },
  {
    what: 'Swedish in the Norwegian words of a slot',
    file: 'slots.yaml',
    change: asLine('solution > nb', (line) =>
      line.replace(/default: ".*"/, 'default: "ta reda på vad som har hänt"'),
    ),
    rule: 'wrong-language',
  },
  {
    what: 'Swedish under nb',
    file: 'threats/legal.yaml',
    change: asLine('after > nb', (line) =>
      line.replace(
        /".*"/,
        '"Gå tillbaka till det som kunden hörde av sig om, och skriv upp vad ni har sagt."',
      ),
    ),
    rule: 'wrong-language',
  },
  {
    what: 'nynorsk under nb',
    file: 'heart.yaml',
    change: says(
      'hear > why > nb',
      'Den som er sint, treng å få det ut utan at nokon bryt inn. Ofte kokte det over fordi ingen høyrde etter førre gong.',
    ),
    rule: 'wrong-language',
  },
  {
    what: 'English in a phrase',
    file: 'heart.yaml',
    change: says('respond > chat > pass-it-on', 'I will get back to you as soon as I have heard from them.'),
    rule: 'wrong-language',
    also: ['phrase-misses-move'],
  },
  {
    what: 'an unchanged copy',
    file: 'heart.yaml',
    change: all(
      says('hear > aim > sv', 'Kunden får prata klart utan avbrott.'),
      says('hear > aim > nb', 'Kunden får prata klart utan avbrott.'),
    ),
    line: 'hear > aim > nb',
    rule: 'wrong-language',
  },
  {
    what: 'an unchanged copy of what could be either language',
    file: 'heart.yaml',
    change: all(
      says('hear > aim > sv', 'Ta den tid det tar, kunden har tid.'),
      says('hear > aim > nb', 'Ta den tid det tar, kunden har tid.'),
    ),
    line: 'hear > aim > nb',
    rule: 'unchanged-copy',
  },
  {
    what: 'a text changed in one language alone',
    file: 'heart.yaml',
    change: says('hear > aim > sv', 'Kunden ska få berätta allt, utan att du säger emot.'),
    line: 'hear > aim > nb',
    rule: 'stale-translation',
    agreed: true,
  },
  {
    what: 'no for nb',
    file: 'heart.yaml',
    change: asLine('thank > aim > nb', (line) => line.replace('nb:', 'no:')),
    rule: 'unknown-key',
    also: ['missing-key'],
  },
  {
    what: 'a bare on for the name of a choice',
    file: 'scenarios/late-parcel.yaml',
    change: asLine('thank > choices > not-so-bad', (line) => line.replace('not-so-bad', 'on')),
    rule: 'unquoted-boolean',
  },
  {
    what: 'a bare no for a text',
    file: 'scenarios/late-parcel.yaml',
    change: value('trade', '{ sv: "webbutik", nb: no }'),
    rule: 'unquoted-boolean',
  },
  {
    what: 'a bare yes for a name to look up by',
    file: 'threats/manager.yaml',
    change: asLine('names > nb', (line) => line.replace('["sjef"', '[yes, "sjef"')),
    rule: 'unquoted-boolean',
  },
  {
    what: 'a letter put together of two characters',
    file: 'heart.yaml',
    change: asLine('thank > phone > before-more', (line) => line.normalize('NFD')),
    rule: 'unnormalised-text',
  },
  {
    what: 'a blank that does not break',
    file: 'heart.yaml',
    change: asLine('thank > phone > before-more', (line) => line.replace('att du', 'att\u00a0du')),
    rule: 'unnormalised-text',
  },
  {
    what: 'ASCII quotation marks',
    file: 'heart.yaml',
    change: asLine('respond > avoid > sv > "återkommer"', (line) => line.replace(/”/g, '\\"')),
    rule: 'wrong-quotation-marks',
  },
  {
    what: 'Norwegian quotation marks in Swedish',
    file: 'scenarios/late-parcel.yaml',
    change: asLine('opening > sv', (line) =>
      line.replace('”Hos dig inom tre vardagar”', '«Hos dig inom tre vardagar»'),
    ),
    rule: 'wrong-quotation-marks',
  },
  {
    what: 'Swedish quotation marks in Norwegian',
    file: 'temperature.yaml',
    change: asLine('conditional-apology > why > nb', (line) => line.replace(/«(.*?)»/, '”$1”')),
    rule: 'wrong-quotation-marks',
  },
];
