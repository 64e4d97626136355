/** What each text of a file is there for, whatever the ids around it are called. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writtenIn } from '../../src/check/texts.ts';
import { readFile } from '../../src/playbook/folder.ts';
import type { Doc } from '../../src/playbook/validate.ts';
import { shipped } from '../support/content.ts';
import { folderWith, playbook } from '../support/folder.ts';

function textsOf(text: string) {
  const { doc, findings } = readFile(join(folderWith({ 'a.yaml': text }), 'a.yaml'), 'a.yaml');
  expect(findings).toEqual([]);
  return writtenIn([doc as Doc]);
}

test.each(['line', 'reply', 'same', 'opening', 'ends', 'choices', 'phone', 'mail', 'ways'])(
  'a phrase called %s is a phrase, said on the phone',
  (id) => {
    const texts = textsOf(playbook('ours').replace('{ one: "Berätta." }', `{ ${id}: "Berätta." }`));
    expect(texts.find(({ text }) => text === 'Berätta.')).toMatchObject({
      role: 'phrase',
      channel: 'phone',
      moves: ['hear'],
      lang: 'sv',
    });
  },
);

test.each(['line', 'reply', 'same', 'calmer', 'choices', 'phrases'])(
  'an answer called %s is an answer, and what the customer says to it is not',
  (id) => {
    const parcel = shipped.docs.find((doc) => doc.kind === 'scenario' && doc.id === 'late-parcel');
    const source = parcel?.document.source.text.replace(/^ {6}terms:/m, `      ${id}:`) ?? '';
    const texts = textsOf(source);
    const said = (start: string) => texts.find(({ text }) => text.startsWith(start));
    expect(said('Enligt köpvillkoren')).toMatchObject({ role: 'choice', faults: ['policy'] });
    expect(said('Ungefärlig?')).toMatchObject({ role: 'customer' });
  },
);
