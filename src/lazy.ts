/** Makes a value when it is first asked for: a regular expression with Unicode's tables takes a millisecond to make. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
