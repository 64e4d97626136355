import type { Rule } from '../rule.ts';

export const suppressionWithoutReason: Rule = {
  name: 'suppression-without-reason',
  severity: 'warning',
  texts: {
    en: {
      what: 'A svalka-ignore without a reason.',
      why: 'The next author cannot know whether it still holds.',
      todo: 'Write the reason after a colon, as in # svalka-ignore near-duplicate: one is for mail.',
      message: 'Say why "{rule}" is set aside here, after a colon.',
    },
    sv: {
      what: 'En svalka-ignore utan skäl.',
      why: 'Nästa författare kan inte veta om det fortfarande gäller.',
      todo: 'Skriv skälet efter ett kolon, som i # svalka-ignore near-duplicate: den ena är för mejl.',
      message: 'Säg varför ”{rule}” inte ska gälla här, efter ett kolon.',
    },
    nb: {
      what: 'En svalka-ignore uten grunn.',
      why: 'Den neste forfatteren kan ikke vite om det fortsatt gjelder.',
      todo: 'Skriv grunnen etter et kolon, som i # svalka-ignore near-duplicate: den ene er for e-post.',
      message: 'Si hvorfor «{rule}» ikke skal gjelde her, etter et kolon.',
    },
  },
  // Found by check.ts, after all other rules.
  check: () => [],
};
