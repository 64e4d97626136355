/**
 * What should not be said: faults, other moves, too many words, the same words, numbers and addresses.
 * Where a model is to hear something, it is said as plainly as can be, so that a model made anew hears it too.
 */
import { after, asLine, type Mutation, says, value } from './mutation.ts';

export const WORDS: readonly Mutation[] = [
  {
    what: 'a fault slipped into a phrase',
    file: 'heart.yaml',
    change: says('empathize > phone > less', 'Klart att du är less. Lugna ner dig nu, så tar vi det sen.'),
    rule: 'phrase-with-fault',
  },
  {
    what: 'the rules slipped into a phrase in Norwegian',
    file: 'heart.yaml',
    change: says('respond > phrases > nb > mail > in-writing', 'Sånn er reglene.'),
    rule: 'phrase-with-fault',
    also: ['phrase-misses-move'],
  },
  {
    what: 'a but behind the empathy',
    file: 'heart.yaml',
    change: says(
      'empathize > chat > short',
      'Jag förstår att du är arg, men det är inte vårt fel att det blev så.',
    ),
    rule: 'phrase-with-fault',
  },
  {
    what: 'blame in what is said to a threat',
    file: 'threats/manager.yaml',
    change: asLine('say > sv', (line) =>
      line.replace(/\["[^"]*"/, '["Du borde ha läst villkoren innan du beställde."'),
    ),
    rule: 'phrase-with-fault',
  },
  {
    what: 'thanks where an apology belongs',
    file: 'heart.yaml',
    change: says(
      'apologize > not-mine > mail > all-of-us',
      'Tack för att du berättade. Det tar jag med mig till de andra i dag.',
    ),
    rule: 'phrase-misses-move',
    also: ['near-duplicate'],
  },
  {
    what: 'phrases of one step under another',
    file: 'help.yaml',
    change: (text) => text.replace('moves: [apologize]', 'moves: [thank]'),
    line: 'apologize > phrases > sv > phone > plain',
    rule: 'phrase-misses-move',
    also: ['no-right-choice', 'thanks-before-answer'],
  },
  {
    what: 'a bad choice that says nothing bad',
    file: 'scenarios/late-parcel.yaml',
    change: says('voice-down > sv', 'Tack för att du ringde till oss i dag.'),
    rule: 'choice-without-fault',
  },
  {
    what: 'a choice without its fault',
    file: 'scenarios/late-parcel.yaml',
    change: asLine('voice-down > faults', () => '        moves: [empathize]'),
    line: 'voice-down > sv',
    rule: 'choice-with-other-fault',
  },
  {
    what: 'a choice called by another fault',
    file: 'scenarios/late-parcel.yaml',
    change: value('voice-down > faults', '[overpromise]'),
    line: 'voice-down > sv',
    rule: 'choice-without-fault',
  },
  {
    what: 'a right choice that blames',
    file: 'scenarios/late-parcel.yaml',
    change: says('no-wonder > nb', 'Du burde ha lest vilkårene før du bestilte.'),
    rule: 'choice-with-other-fault',
  },
  {
    what: 'a sentence too long to say',
    file: 'heart.yaml',
    change: says(
      'thank > phone > before-more',
      'Tack för att du ringde och berättade om allt det som har hänt dig under hela den här långa veckan, för nu kan vi tillsammans göra något åt det innan ännu fler drabbas av samma sak.',
    ),
    rule: 'too-long-to-say',
  },
  {
    what: 'a sentence too heavy to say',
    file: 'heart.yaml',
    change: says(
      'respond > phone > take-it-to',
      'Ärendet vidarebefordras omgående till reklamationsavdelningen, där handläggningen prioriteras, varefter återkoppling kommuniceras skriftligen.',
    ),
    rule: 'too-long-to-say',
  },
  {
    what: 'a duplicated phrase',
    file: 'heart.yaml',
    change: says('thank > chat > bore-with-me', 'Tack för att du sa det rakt ut. Det är ju så vi får veta.'),
    rule: 'near-duplicate',
  },
  {
    what: 'a phrase with one word changed',
    file: 'heart.yaml',
    change: says('thank > chat > bore-with-me', 'Tack för att du sa det rakt ut. Det är ju så vi får höra.'),
    rule: 'near-duplicate',
  },
  {
    what: 'two choices that are one',
    file: 'scenarios/late-parcel.yaml',
    change: says('no-wonder > sv', 'Usch, det gör ont att se sitt barn gå och vänta på något som inte kom.'),
    rule: 'near-duplicate',
  },
  {
    what: 'a slot dropped in one language',
    file: 'heart.yaml',
    change: says(
      'hear > phrases > nb > phone > matters-most',
      'Det viktigste for deg er å få svar. Har jeg forstått deg rett?',
    ),
    line: 'hear > phrases > sv > phone > matters-most',
    rule: 'slot-in-one-language',
  },
  {
    what: 'a slot that no phrase uses',
    file: 'slots.yaml',
    change: after(
      'slot > wish',
      'order:',
      '  type: noun',
      '  sv: { name: "ordern", default: "din beställning" }',
      '  nb: { name: "ordren", default: "bestillingen din" }',
    ),
    line: 'order',
    rule: 'unused-slot',
  },
  {
    what: 'words for a slot that the playbook does not use',
    file: 'heart.yaml',
    change: (text) => text.replaceAll(/\{(?:önskemålet|ønsket)\}/g, 'HEART'),
    in: 'scenarios/late-parcel.yaml',
    line: 'slots > wish',
    rule: 'unused-slot',
  },
  {
    what: 'a slot within the words of a slot',
    file: 'slots.yaml',
    change: asLine('wish > sv', (line) => line.replace('att det här', 'att {problemet}')),
    rule: 'unknown-slot',
  },
  {
    what: 'a telephone number',
    file: 'heart.yaml',
    change: says('respond > counter > wait-or-call', 'Vill du vänta, eller ringa oss sen på 08-123 456 78?'),
    rule: 'telephone-number',
  },
  {
    what: 'a Norwegian telephone number with its country',
    file: 'scenarios/power-cut.yaml',
    change: asLine('situation > nb', (line) => line.replace(/"$/, ' Ring ham på +47 912 34 567."')),
    rule: 'telephone-number',
  },
  {
    what: 'a number to call that the numbers file does not have',
    file: 'threats/physical.yaml',
    change: asLine('do > sv', (line) => line.replace('112', '116 111')),
    rule: 'telephone-number',
  },
  {
    what: 'a mail address',
    file: 'heart.yaml',
    change: says(
      'respond > chat > pass-it-on',
      'Jag skickar det vidare nu. Skriv till klagomal@foretaget.example.se om du undrar.',
    ),
    rule: 'mail-address',
  },
  {
    what: 'a personnummer',
    file: 'scenarios/debt-letter.yaml',
    change: asLine('situation > sv', (line) => line.replace('Krister', 'Krister, 871117-2380,')),
    rule: 'personal-number',
  },
  {
    what: 'a personnummer with its century, in a customer’s words',
    file: 'scenarios/late-parcel.yaml',
    change: asLine('opening > sv', (line) => line.replace('Hallå?', 'Hallå? Jag har 198711172380.')),
    rule: 'personal-number',
  },
  {
    what: 'a fødselsnummer',
    file: 'scenarios/debt-letter.yaml',
    change: asLine('situation > nb', (line) => line.replace('Terje', 'Terje, 230479 41253,')),
    rule: 'personal-number',
  },
  {
    what: 'a link to read out on the phone',
    file: 'heart.yaml',
    change: says(
      'respond > phrases > nb > phone > check-first',
      'Da finner jeg ut av det og ringer deg. Alt står på www.firmaet.no/klage.',
    ),
    rule: 'web-address',
  },
  {
    what: 'a guarantee',
    file: 'heart.yaml',
    change: says('thank > phone > bring-it-up', 'Tack ska du ha. Jag garanterar att det aldrig händer igen.'),
    rule: 'hard-promise',
  },
  {
    what: 'a guarantee in a right choice',
    file: 'scenarios/late-parcel.yaml',
    change: says(
      'courier-tonight > nb',
      'Jeg sender en ny med bud nå, og jeg garanterer at den er der før selskapet.',
    ),
    rule: 'hard-promise',
  },
  {
    what: 'a promise of all for certain',
    file: 'heart.yaml',
    change: says(
      'respond > phrases > nb > chat > on-it',
      'Jeg lover at alt blir bra. Du hører fra meg {tid}.',
    ),
    rule: 'hard-promise',
  },
];
