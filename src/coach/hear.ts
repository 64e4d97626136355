/** Review for a conversation that is going on: loaded by itself, when the first own words come. */
import { dirname } from 'node:path';
import type { Lang } from '../playbook/types.ts';
import { openCoach } from './open.ts';
import { type Coach, type Review, review } from './review.ts';

/** The coach beside the compiled content. */
export function openHearing(contentDir: string): Coach {
  return openCoach(dirname(contentDir));
}

/** What was heard in words that somebody wrote in a conversation in this language. */
export function hear(text: string, coach: Coach, lang: Lang): Review {
  return review(text, coach, lang);
}
