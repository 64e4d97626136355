/** Sources, numbers to call, lines that models learn from, and findings that are set aside. */
import { after, asLine, type Mutation, value, without } from './mutation.ts';

export const SAFETY: readonly Mutation[] = [
  {
    what: 'a source that nothing rests on',
    file: 'sources.yaml',
    change: after('source > svalka', 'hearsay:', '  title: "Vad någon sa"', '  by: "någon"'),
    line: 'hearsay',
    rule: 'source-unused',
  },
  {
    what: 'an emergency number removed',
    file: 'threats/numbers.yaml',
    change: without('calls > police > nb'),
    line: 'emergency',
    rule: 'emergency-number-missing',
  },
  {
    what: 'every number for a wish to die removed in Swedish',
    file: 'threats/numbers.yaml',
    change: (text) =>
      text.replaceAll(/kinds: \[(?:physical, )?self-harm\]\n {4}sv: .*\n/g, (all) =>
        all.replace(/ {4}sv: .*\n/, ''),
      ),
    line: 'emergency',
    rule: 'emergency-number-missing',
  },
  {
    what: 'an emergency number with a slip in it',
    file: 'threats/numbers.yaml',
    change: asLine('ambulance > nb', (line) => line.replace('"113"', '"131"')),
    line: 'emergency',
    rule: 'emergency-number-missing',
  },
  {
    what: 'an emergency number for another danger',
    file: 'threats/numbers.yaml',
    change: value('police > kinds', '[self-harm]'),
    line: 'emergency',
    rule: 'emergency-number-missing',
  },
  {
    what: 'a number of the other country',
    file: 'threats/numbers.yaml',
    change: asLine('doctor-on-duty > sv', (line) => line.replace('"1177"', '"116 117"')),
    rule: 'emergency-number-foreign',
  },
  {
    what: 'a number of the other country in what to do',
    file: 'threats/self-harm.yaml',
    change: asLine('do > sv', (line) => line.replace('112', '113')),
    rule: 'emergency-number-foreign',
  },
  {
    what: 'a number that was read long ago',
    file: 'threats/numbers.yaml',
    change: asLine('emergency > sv', (line) => line.replace(/verified: "\d+/, 'verified: "2024')),
    rule: 'emergency-number-stale',
  },
  {
    what: 'a number that will be read one day',
    file: 'threats/numbers.yaml',
    change: asLine('police > nb', (line) => line.replace(/verified: "\d+/, 'verified: "2062')),
    rule: 'emergency-number-stale',
  },
  {
    what: 'numbers that nobody has read for two years',
    file: 'threats/numbers.yaml',
    change: (text) => `${text}# Nothing else.\n`,
    today: '2028-11-22',
    line: 'ambulance > nb',
    rule: 'emergency-number-stale',
  },
  {
    what: 'a number that is no number',
    file: 'threats/numbers.yaml',
    change: asLine('police > nb', (line) => line.replace('"112"', '"en-en-to"')),
    rule: 'bad-id',
  },
  {
    what: 'a harmless line among the threats',
    file: 'threats/heard/sv-manager.yaml',
    change: (text) => text.replace(/- "Koppla mig till din chef\."/, '- "Vad kostar frakten till Kiruna?"'),
    rule: 'heard-not-found',
  },
  {
    what: 'a threat of violence among the harmless lines',
    file: 'threats/heard/nb-harmless.yaml',
    change: (text) => text.replace(/lines:\n/, '$&  - "Jeg kommer ned dit og slår deg helseløs."\n'),
    rule: 'heard-not-found',
  },
  {
    what: 'a line under another threat',
    file: 'threats/heard/sv-legal.yaml',
    change: (text) => text.replace(/lines:\n/, '$&  - "Jag vill prata med din chef nu."\n'),
    rule: 'heard-not-found',
  },
  {
    what: 'an example that shows no fault',
    file: 'language/sv-policy.yaml',
    change: asLine('the-rules-say > examples > "- "', (line) =>
      line.replace(/".*"/, '"Tack för att du berättade, det uppskattar jag."'),
    ),
    rule: 'example-misjudged',
  },
  {
    what: 'a fault among its near misses',
    file: 'language/sv-policy.yaml',
    change: asLine(
      'the-rules-say > near > "- "',
      (line) => `      - "Enligt våra regler går det inte. Regler är regler."\n${line}`,
    ),
    rule: 'example-misjudged',
  },
  {
    what: 'a signal that nothing matches',
    file: 'language/sv-policy.yaml',
    change: asLine('the-rules-say > signals > "- "', (line) =>
      line.replace(/".*"/, '"enligt kvastfeningens stadgar"'),
    ),
    rule: 'signal-never-matches',
  },
  {
    what: 'English among the lines to learn from',
    file: 'threats/heard/sv-manager.yaml',
    change: (text) =>
      text.replace(/lines:\n/, '$&  - "I want to talk to your manager, and I want it now, please."\n'),
    rule: 'wrong-language',
    also: ['heard-not-found'],
  },
  {
    what: 'Swedish among the Norwegian lines to learn from',
    file: 'threats/heard/nb-manager.yaml',
    change: (text) =>
      text.replace(/lines:\n/, '$&  - "Nu vill jag tala med din chef, och det är inte en fråga."\n'),
    rule: 'wrong-language',
  },
  {
    what: 'a personnummer among the lines to learn from',
    file: 'threats/heard/sv-manager.yaml',
    change: (text) =>
      text.replace(/lines:\n/, '$&  - "Jag heter Arne, 871117-2380, och jag vill prata med din chef."\n'),
    rule: 'personal-number',
  },
  {
    what: 'a suppression that sets nothing aside',
    file: 'heart.yaml',
    change: asLine('hear > aim', (line) => `${line} # svalka-ignore wrong-language: just in case`),
    rule: 'unused-suppression',
  },
  {
    what: 'a suppression of a rule that is none',
    file: 'threats/manager.yaml',
    change: asLine('acknowledge > aim', (line) => `${line} # svalka-ignore wrong-langauge: just in case`),
    rule: 'unused-suppression',
  },
  {
    what: 'a suppression without a reason',
    file: 'heart.yaml',
    change: asLine(
      'thank > phone > bring-it-up',
      () =>
        '          bring-it-up: "Tack. Jag garanterar att det aldrig händer igen." # svalka-ignore hard-promise',
    ),
    rule: 'suppression-without-reason',
  },
  {
    what: 'what the reader finds, set aside',
    file: 'heart.yaml',
    change: value('thank > moves', '[thanks] # svalka-ignore bad-value: we call it so'),
    rule: 'bad-value',
  },
];
