/** The names of drafts: short enough to type, drawn by chance, and no path. */

/** Letters that make no words, and none that looks like another. */
const LETTERS = 'bcdfghjkmnprstvxz';
/** Three letters, two digits. */
export const DRAFT_ID = /^[bcdfghjkmnprstvxz]{3}\d{2}$/;

/** Ends the name of the empty file with which a name is taken while its draft is made. */
export const TAKEN = '.new';

/** True for a name that a draft can have; no such name leads out of a folder. */
export const isDraftId = (name: string): boolean => DRAFT_ID.test(name);

/** The name that a number stands for. */
export function draftId(seed: number): string {
  let left = seed >>> 0;
  const take = (among: number) => {
    const taken = left % among;
    left = Math.floor(left / among);
    return taken;
  };
  const letters = Array.from({ length: 3 }, () => LETTERS[take(LETTERS.length)]).join('');
  return `${letters}${take(10)}${take(10)}`;
}
