/** The coach that hears what is written in a conversation. */
import type { Coach, Review } from '../coach/review.ts';
import { EXIT, Stop } from '../errors.ts';
import type { Lang } from '../playbook/types.ts';
import type { Context } from './context.ts';

/** Hears moves and faults in what is written; the models are loaded when the first words come. */
export function hearing(context: Context, lang: Lang): (text: string) => Promise<Review> {
  let coach: Coach | null = null;
  return async (text) => {
    const { hear, openHearing } = await import('../coach/hear.ts');
    try {
      coach ??= openHearing(context.io.contentDir);
    } catch {
      throw new Stop(EXIT.cannot, context.texts.brokenContent);
    }
    return hear(text, coach, lang);
  };
}
