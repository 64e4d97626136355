import { expect, test } from 'vitest';
import { chooseLang, chooseTongue } from '../../src/locales/tongue.ts';

type Case = [
  what: string,
  flag: string | null,
  env: Record<string, string>,
  setting: string | null,
  tongue: string,
  lang: string | null,
];

test.each<Case>([
  ['nothing tells', null, {}, null, 'en', null],
  ['the flag', 'nb', { SVALKA_LANG: 'sv' }, 'sv', 'nb', 'nb'],
  ['the flag as no', 'no', {}, null, 'nb', 'nb'],
  ['the flag as nn', 'nn', {}, null, 'nb', 'nb'],
  ['the flag as en: messages only', 'en', { SVALKA_LANG: 'sv' }, 'sv', 'en', null],
  ['the environment before the setting', null, { SVALKA_LANG: 'sv' }, 'nb', 'sv', 'sv'],
  ['the setting before the locale', null, { LANG: 'sv_SE.UTF-8' }, 'nb', 'nb', 'nb'],
  ['a Swedish locale', null, { LANG: 'sv_SE.UTF-8' }, null, 'sv', 'sv'],
  ['a nynorsk locale', null, { LANG: 'nn_NO.UTF-8' }, null, 'nb', 'nb'],
  ['LC_ALL over LANG', null, { LC_ALL: 'nb_NO', LANG: 'sv_SE' }, null, 'nb', 'nb'],
  ['LC_MESSAGES over LANG', null, { LC_MESSAGES: 'sv_SE', LANG: 'nb_NO' }, null, 'sv', 'sv'],
  [
    'LANGUAGE where the locale is none of ours',
    null,
    { LANG: 'C.UTF-8', LANGUAGE: 'de:nb:sv' },
    null,
    'nb',
    'nb',
  ],
  ['an English locale', null, { LANG: 'en_US.UTF-8' }, null, 'en', null],
  ['an empty variable is no variable', null, { SVALKA_LANG: '', LC_ALL: '' }, 'sv', 'sv', 'sv'],
  ['English messages, Swedish content once chosen', null, { LANG: 'en_US.UTF-8' }, 'sv', 'sv', 'sv'],
])('%s', (_, flag, env, setting, tongue, lang) => {
  expect(chooseTongue(flag, env, setting)).toBe(tongue);
  expect(chooseLang(flag, env, setting)).toBe(lang);
});
