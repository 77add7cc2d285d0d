const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** Roman numbers have no sign beyond thousands; a start value of a million would be a page of them. */
const MOST = 4999;

/** A number as a word processor writes it in small Roman letters; in digits where the Romans had none. */
export function roman(value: number): string {
  if (value < 1 || value > MOST) return String(value);
  let left = value;
  let words = '';
  for (const [worth, letters] of ROMAN) {
    for (; left >= worth; left -= worth) words += letters;
  }
  return words;
}
