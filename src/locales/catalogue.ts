/** The catalogues by language. */
import type { Lang } from '../playbook/types.ts';
import { author as en } from './en.ts';
import { author as nb, agent as nbAgent } from './nb.ts';
import { author as sv, agent as svAgent } from './sv.ts';
import type { AgentTexts, AuthorTexts, Tongue } from './texts.ts';

export const AUTHOR: Readonly<Record<Tongue, AuthorTexts>> = { sv, nb, en };
export const AGENT: Readonly<Record<Lang, AgentTexts>> = { sv: svAgent, nb: nbAgent };
