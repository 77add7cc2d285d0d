/** The orders of letters that lists count by, beside the English one: Turkish, Vietnamese, Spanish. */
const ALPHABETS: readonly string[] = [
  'abcçdefgğhıijklmnoöprsştuüvyz',
  'abcdđeghiklmnopqrstuvxy',
  'abcdefghijklmnñopqrstuvwxyz',
];

/** Letters that no English list has, as they are printed in numbers. */
export const OTHER_LETTERS = 'çğıöşüđñ';

/** Letters that only a place in another alphabet explains: they and their neighbours count by it. */
const OTHER = new RegExp(`^[${OTHER_LETTERS}]$`, 'u');

/** A letter of either case in lower case: `ç` for `Ç`. The Turkish dotless `I` is read as the Latin one. */
export function lowerLetter(letter: string): string {
  return letter.normalize('NFC').toLowerCase();
}

/** True for a letter that stands in no English list: `ç`, `đ`, `ñ`. */
export function isOtherLetter(letter: string): boolean {
  return OTHER.test(letter);
}

/**
 * True where `next` is the letter after `last` in an alphabet other than the English one: `ç` after `c`, `d` after `ç`, `đ` after
 * `d`, and `g` after `e` (no Vietnamese list has an f).
 *
 * @example succeedsAbroad('d', 'đ') // true
 */
export function succeedsAbroad(last: string, next: string): boolean {
  return ALPHABETS.some((letters) => {
    const at = letters.indexOf(last);
    return at >= 0 && last.length === 1 && letters[at + 1] === next;
  });
}
