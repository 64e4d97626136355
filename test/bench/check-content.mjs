// Playbooks and scenarios for test/bench/check.mjs: two files of natural texts (check/*.yaml) whose
// `<words>` each number fills in its own way, so that hardly any text is another's twin.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const template = (name) => readFileSync(new URL(`check/${name}.yaml`, import.meta.url), 'utf8');
const PLAYBOOK = template('playbook');
const SCENARIO = template('scenario');

/** What broke, in both languages. */
const THINGS = `soffan sofaen, cykeln sykkelen, mobilen mobilen, bokhyllan bokhylla, kaffemaskinen kaffemaskinen,
tvättmaskinen vaskemaskinen, barnvagnen barnevogna, dammsugaren støvsugeren, symaskinen symaskinen, lampan lampa,
fåtöljen lenestolen, diskmaskinen oppvaskmaskinen, klockan klokka, gräsklipparen gressklipperen, skärmen skjermen,
skrivaren skriveren, gitarren gitaren, spisen komfyren, madrassen madrassen, mikron mikroen, datorn datamaskinen,
brödrosten brødristeren, radion radioen, kaffekvarnen kaffekverna, borrmaskinen drillen, väskan veska,
elsparkcykeln elsparkesykkelen, grillen grillen, högtalaren høyttaleren, sängen senga`;
const PLACES = `Borås Bodø, Umeå Hamar, Lund Molde, Kalmar Moss, Gävle Skien, Luleå Narvik, Växjö Larvik, Falun Gjøvik,
Örebro Ålesund, Visby Tromsø, Skövde Halden, Kiruna Alta, Uppsala Bergen, Motala Lillehammer, Karlstad Horten,
Ystad Mandal, Nyköping Levanger, Östersund Røros, Varberg Arendal`;
const NAMES = `Anna Kari, Jessica Camilla, Lars Odd, Amina Fatima, Peter Geir, Sofia Ingrid, Björn Bjørn, Elin Silje,
Hassan Ahmed, Kerstin Berit, Oskar Magnus, Maria Marte, Nils Tor, Leila Samira, Gunnar Arne, Emma Nora, Ulf Rune`;
/** A threat that the customer makes, and the temperature from which. */
const THREATS = [
  {
    kind: 'manager',
    hot: 'Nu vill jag prata med din chef om <varan>!',
    trussel: 'Nå vil jeg snakke med sjefen din om <varen>!',
  },
  {
    kind: 'public',
    hot: 'Jag lägger ut en bild på <varan> på Facebook, så får hela <ort> se.',
    trussel: 'Jeg legger ut et bilde av <varen> på Facebook, så får hele <sted> se det.',
  },
  {
    kind: 'competitor',
    hot: 'Då köper jag <varan> hos en konkurrent i <ort> i stället.',
    trussel: 'Da kjøper jeg <varen> hos en konkurrent i <sted> i stedet.',
  },
];
const CHANNELS = ['phone', 'chat', 'mail', 'counter'];

const pairs = (text) => text.split(/,\s+/).map((pair) => pair.split(' '));
const [things, places, names] = [THINGS, PLACES, NAMES].map(pairs);
const of = (all, i) => all[i % all.length];

/** A playbook of a number and the scenario that is played on it. */
function filesOf(i) {
  const { kind, hot, trussel } = of(THREATS, i);
  const [varan, varen] = of(things, i);
  const [ort, sted] = of(places, i);
  const [namn, navn] = of(names, i);
  const number = 2000 + i;
  const days = 3 + (i % 37);
  const price = 300 + ((i * 7) % 690);
  const words = {
    ...{ number, varan, varen, ort, sted, hot, trussel, kind, namn, navn, Namn: namn, Navn: navn },
    ...{ antal: days, antall: days, summa: price, sum: price, age: 20 + (i % 60) },
    ...{ channel: of(CHANNELS, i), temperature: 4 + (i % 5), from: 7 + (i % 2) },
    ...{ at: i % 4 < 2 ? 'solve' : 'understand', required: i % 3 > 0 },
  };
  const fill = (text) => text.replace(/<(\p{L}+)>/gu, (_whole, name) => fill(String(words[name])));
  const sorry = /^ *# <sorry>\n(.*?)^ *# <\/sorry>\n/gms;
  const filled = (text) => fill(text.replace(sorry, i % 4 === 0 ? '$1' : ''));
  return { playbook: filled(PLAYBOOK), scenario: filled(SCENARIO) };
}

/** Writes so many files into a folder, playbooks and scenarios half and half; a single one is a playbook. */
export function writeFiles(folder, count) {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; 2 * i < count; i++) {
    const { playbook, scenario } = filesOf(i);
    writeFileSync(join(folder, `case-${i}.playbook.yaml`), playbook);
    if (2 * i + 1 < count) writeFileSync(join(folder, `call-${i}.scenario.yaml`), scenario);
  }
}
