/** Hashes by which content is known again. */

/** SHA-256 in hexadecimal. Its module takes three milliseconds to load, so it is loaded when it is needed. */
export const sha256 = (text: string): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
