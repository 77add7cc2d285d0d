import { required } from './literals.js';

/** A pattern, and the sets of lower-case strings of each of which one stands in every text that it can match. */
export interface Sought {
  readonly expression: RegExp;
  readonly needed: readonly (readonly string[])[];
}

/** The pattern compiled; `plain` is the pattern that the needed strings are read from, where it says them more simply. */
export function sought(pattern: string, flags: string, plain = pattern): Sought {
  return { expression: new RegExp(pattern, flags), needed: required(plain) };
}

/** False where the pattern cannot match the text whose lower case this is: plain strings are looked for many times as fast as patterns. */
export function mayMatch(lower: string, needed: Sought['needed']): boolean {
  for (const set of needed) if (!holdsOne(lower, set)) return false;
  return true;
}

function holdsOne(text: string, strings: readonly string[]): boolean {
  for (const words of strings) if (text.includes(words)) return true;
  return false;
}
