/** Build time: the shipped YAML becomes JSON, one file each, with an index; and the static help. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { said } from '../check/check.ts';
import { exampleMisjudged } from '../check/rules/example-misjudged.ts';
import { helpText } from '../cli.ts';
import { openCoach } from '../coach/open.ts';
import { SHOWCASE } from '../commands/home.ts';
import type { Io } from '../io.ts';
import { encode } from '../language/classifier.ts';
import { encodeWords } from '../language/lexicon.ts';
import { AUTHOR } from '../locales/catalogue.ts';
import { TONGUES } from '../locales/texts.ts';
import { NOTHING, readFolder } from '../playbook/folder.ts';
import { cardOf } from '../playbook/library.ts';
import { contentHash } from '../playbook/open.ts';
import type { Doc } from '../playbook/validate.ts';
import { findingsReport, saidReport } from '../term/findings.ts';
import { type Models, models } from './models.ts';
import { jsonSchemas } from './schemas.ts';

/** What the models take a minute to learn is kept as long as what they learn from, and how, is the same. */
export const MODELS = [
  'threats.bin',
  'heard.json',
  'threats.json',
  'review.bin',
  'languages.bin',
  'words.bin',
  'coach.json',
] as const;
/** Holds the hash of what they were made from; written last. */
export const MADE_FROM = 'made-from.txt';

function isMadeFrom(dist: string, hash: string): boolean {
  try {
    return readFileSync(dist + MADE_FROM, 'utf8') === hash && MODELS.every((name) => existsSync(dist + name));
  } catch {
    return false;
  }
}

function hashOf(learner: string, docs: readonly Doc[]): string {
  const hash = createHash('sha256').update(learner);
  for (const { kind, id, value } of docs) {
    // Nothing is learned from a script.
    if (kind !== 'script') hash.update(JSON.stringify([kind, id, value]));
  }
  return hash.digest('hex');
}

/**
 * @param learner the program that learns, as it was bundled: another one learns otherwise
 * @returns the findings as text, or '' where all is well
 */
export async function compile(root: string, learner: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  const io = {
    env: process.env,
    platform: process.platform,
    stderr: process.stderr,
    version,
  } as unknown as Io;
  const folder = await readFolder(`${root}playbooks`, NOTHING, (path) => path.slice(root.length));
  if (folder.findings.length > 0) {
    return findingsReport(forAuthors(io), folder.findings);
  }
  const content = `${root}dist/content/`;
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  // What is only learned from is not shipped twice; nor are scripts, which are played from their files.
  const learned = ['language', 'words', 'heard'];
  const texts = folder.docs.filter(
    ({ kind, id }) => !learned.includes(kind) && (kind !== 'script' || id === SHOWCASE),
  );
  const index = texts.map((doc) => cardOf(doc.kind, doc.id, doc.value, contentHash(doc.value), null));
  writeFileSync(`${content}index.json`, JSON.stringify(index));
  for (const doc of texts) {
    writeFileSync(`${content}${doc.kind}-${doc.id}.json`, JSON.stringify(doc.value));
  }
  const madeFrom = hashOf(learner, folder.docs);
  if (!isMadeFrom(`${root}dist/`, madeFrom)) {
    writeModels(`${root}dist/`, models(folder.docs));
    const coach = openCoach(`${root}dist`);
    const wrong = [...exampleMisjudged.check({ docs: folder.docs, coach })];
    if (wrong.length > 0) {
      return saidReport(
        forAuthors(io),
        wrong.map((one) => said(one, exampleMisjudged, 'en')),
      );
    }
    writeFileSync(`${root}dist/${MADE_FROM}`, madeFrom);
  }
  const help = Object.fromEntries(TONGUES.map((tongue) => [tongue, helpText(tongue, io)]));
  writeFileSync(`${root}dist/help.json`, JSON.stringify({ version, ...help }));
  return '';
}

const forAuthors = (io: Io) => ({ io, wish: { color: true, plain: false }, texts: AUTHOR.en });

function writeModels(dist: string, made: Models): void {
  const { review, threats, languages, words, coach } = made;
  writeFileSync(`${dist}threats.bin`, encode(threats));
  writeFileSync(`${dist}heard.json`, JSON.stringify(made.heard));
  writeFileSync(`${dist}threats.json`, JSON.stringify(made.threatData));
  writeFileSync(`${dist}review.bin`, encode(review));
  writeFileSync(`${dist}languages.bin`, encode(languages));
  writeFileSync(`${dist}words.bin`, encodeWords(words));
  writeFileSync(`${dist}coach.json`, JSON.stringify(coach));
}

/** Writes the JSON Schemas for editors beside the content. */
export function writeSchemas(root: string): void {
  const folder = `${root}playbooks/schema/`;
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(folder + file, text);
}
