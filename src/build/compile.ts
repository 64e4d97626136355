/** Build time: the shipped YAML becomes JSON, one file each, with an index; and the static help. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { helpText } from '../cli.ts';
import { openCoach } from '../coach/open.ts';
import type { Io } from '../io.ts';
import { encode } from '../language/classifier.ts';
import { encodeWords } from '../language/lexicon.ts';
import { AUTHOR } from '../locales/catalogue.ts';
import { TONGUES } from '../locales/texts.ts';
import { NOTHING, readFolder } from '../playbook/folder.ts';
import { cardOf } from '../playbook/library.ts';
import { contentHash } from '../playbook/open.ts';
import { findingsReport } from '../term/findings.ts';
import { misjudged } from './examples.ts';
import { type Models, models } from './models.ts';
import { jsonSchemas } from './schemas.ts';

/** @returns the findings as text, or '' where all is well */
export async function compile(root: string): Promise<string> {
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
  // What is only learned from is not shipped twice.
  const learned = ['language', 'words', 'heard'];
  const texts = folder.docs.filter(({ kind }) => !learned.includes(kind));
  const index = texts.map((doc) => cardOf(doc.kind, doc.id, doc.value, contentHash(doc.value), null));
  writeFileSync(`${content}index.json`, JSON.stringify(index));
  for (const doc of texts) {
    writeFileSync(`${content}${doc.kind}-${doc.id}.json`, JSON.stringify(doc.value));
  }
  writeModels(`${root}dist/`, models(folder.docs));
  const wrong = misjudged(folder.docs, openCoach(`${root}dist`));
  if (wrong.length > 0) return findingsReport(forAuthors(io), wrong);
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
