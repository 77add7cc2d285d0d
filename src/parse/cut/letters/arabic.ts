import { asciiDigits } from '../../label.js';
import type { Mark } from '../marks.js';

/** The letters that Arabic lists count by, in the order of their numerical values (abjad). */
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
/**
 * A number or letter with a dash behind it, as Arabic laws count paragraphs (1-) and points (أ-). Dumps glue it to the words on both
 * sides; a number is believed there only where it begins a list.
 */
const PATTERN = new RegExp(
  String.raw`(?:(?<=^|[\s.:؛،)])(?<number>[\d٠-٩]{1,2})|(?<=\p{Script=Arabic})(?<glued>[1١])|(?<=^|[\s.:؛،)])(?<letter>[${ABJAD}ا]ـ?))\s?[-–—](?=\s?\p{Script=Arabic})`,
  'gu',
);
/** What a mark inside a line stands behind: the end of a sentence or the colon that leads to a list. */
const ENDED = /[.:؛،]\s*$/u;

/** The marks of Arabic enumerations in a text, in order; none in a text without Arabic letters. */
export function arabicMarks(body: string): Mark[] {
  if (!/[\u0621-\u064a]/.test(body)) return [];
  return [...body.matchAll(PATTERN)].flatMap((found): Mark[] => {
    const { number, glued, letter } = found.groups ?? {};
    const before = body.slice(Math.max(0, found.index - 4), found.index);
    const starts = found.index === 0 || /\n\s*$/u.test(before);
    if (!starts && glued === undefined && !ENDED.test(before)) return [];
    const digits = number ?? glued;
    const sense =
      digits === undefined
        ? ({ style: 'abjad', label: (letter ?? '').replace('ـ', '').replace('ا', 'أ') } as const)
        : ({ style: 'dot', label: asciiDigits(digits) } as const);
    const end = found.index + found[0].length;
    const num = found[0].trim();
    return [{ start: found.index, end, num, senses: [sense], place: starts ? 'line' : 'inline', title: null }];
  });
}

/** The place of a letter in the order of abjad, from 1; 0 for none of its letters. */
export function abjadPlace(letter: string): number {
  return ABJAD.indexOf(letter) + 1;
}
