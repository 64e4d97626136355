// Kills svalka a thousand times while it practises: npm run soak [-- --kills N]
import { parseArgs } from 'node:util';
import { killing } from './killing.mjs';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' } } });
const began = Date.now();
const say = (text) => process.stdout.write(`${text}\n`);
const { wrong, turns, ended } = await killing(Math.max(1, Number(values.kills) || 1000), { say });
for (const one of wrong) say(one);
say(
  `${turns} turns kept, ${ended} sessions ended, ${wrong.length} wrong, ${Math.round((Date.now() - began) / 1000)} s`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
