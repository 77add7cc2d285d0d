import { succeedsAbroad } from './letters/alphabets.js';
import type { Line, Reading, Style } from './marker.js';

/** An open list: how it counts and how far it has come. */
export interface Level {
  readonly style: Style;
  readonly last: number;
  readonly letter: string | undefined;
  /** True for numbers with a full stop that count inside a point, not the paragraphs of the article. */
  readonly inner: boolean;
}

/** What comes before a unit that starts a list: a mark of punctuation or a conjunction. */
export const CLOSES = /(?:[.:;,–—)”"»]|\s-|\b(?:and|or|and\/or|y|o|e|et|ou))\s*\d{0,2}\s*$/u;

/** How words end that lead to a list. */
const LEADS = /[:—–]\s*$/u;

/** Where a unit stands. */
export interface Place extends Reading {
  /** How many open levels stay open around the unit. */
  readonly level: number;
}

/** Spread, a reading would be copied by its names, which takes several times as long. */
function placed({ style, value, letter }: Reading, level: number): Place {
  return letter === undefined ? { style, value, level } : { style, value, letter, level };
}

/** Words behind which a number is a reference, or the sentence goes on. */
const REFERS =
  /(?:\b(?:articles?|paragraphs?|sub-?paragraphs?|sections?|chapters?|annex|and|or|to|of|in|the)|[,\d])\s*$/iu;

/** Where a marker stands among the open levels; null where it is no marker but part of a sentence (a broken line). */
export function placeOf(
  line: Line,
  lines: readonly Line[],
  at: number,
  levels: readonly Level[],
  before: string,
): Place | null {
  const starts = line.readings.filter((r) => r.value === 1);
  const follows = followed(line.readings, levels);
  // Most numbers go on with the list they stand in, and the words around them need not be looked at.
  if (follows !== null && starts.length === 0) return follows;
  const next = nextReadings(lines, at);
  const opens = before === '' || CLOSES.test(before) || !/^\p{Ll}/u.test(line.rest);
  const start =
    starts.find((r) => next.some((n) => n.style === r.style && n.value === 2)) ??
    starts.find((r) => r.style !== 'double');
  const open = start === undefined ? -1 : levels.findIndex((l) => l.style === start.style);
  if (start && start.style === 'dash' && open >= 0) return placed(start, open);
  // `(aa)` behind `(z)` goes on with the letters, unless words lead to a list inside.
  if (follows !== null && start?.style === 'double' && !LEADS.test(before)) return follows;
  const startIsSure = start !== undefined && next.some((n) => n.style === start.style && n.value === 2);
  if (follows !== null && !startIsSure) return follows;
  if (start && (opens || (startIsSure && line.afterBlank)) && (open < 0 || startIsSure))
    return placed(start, levels.length);
  // A list inside a point may follow a title that no mark closes, or the half of a sentence.
  const isInside =
    levels.length > 1 && levels[0]?.style === 'dot' && (open < 0 || (open === 0 && /^\p{Ll}/u.test(line.rest)));
  if (start && follows === null && isInside && !REFERS.test(before) && hasSecond(start, lines, at))
    return placed(start, levels.length);
  if (follows !== null) return follows;
  if (start && opens) return placed(start, open);
  return gapped(line, levels, before);
}

function followed(readings: readonly Reading[], levels: readonly Level[]): Place | null {
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const open = levels[level];
    const reading = readings.find((r) => open !== undefined && r.style === open.style && isNext(open, r));
    if (reading) return placed(reading, level);
  }
  return mixed(readings, levels);
}

/** The style that a careless drafter or a scan puts in the place of the other: `2)` after `1.`. */
const ALIKE: Readonly<Partial<Record<Style, Style>>> = { dot: 'half', half: 'dot' };

/** The list that a number goes on in the wrong style, where no list of its own style is open. */
function mixed(readings: readonly Reading[], levels: readonly Level[]): Place | null {
  const [only] = readings;
  const style = only === undefined ? undefined : ALIKE[only.style];
  if (only === undefined || style === undefined || only.value < 2 || levels.some((l) => l.style === only.style))
    return null;
  const level = levels.findLastIndex((l) => l.style === style && l.last + 1 === only.value);
  return level < 0 ? null : { ...only, style, level };
}

function isNext(last: Level, next: Reading): boolean {
  if (next.value === last.last + 1) return true;
  return last.letter !== undefined && next.letter !== undefined && succeedsAbroad(last.letter, next.letter);
}

/** A marker out of sequence counts only after a finished clause and a blank line, or where a list is going on. */
function gapped(line: Line, levels: readonly Level[], before: string): Place | null {
  if (before !== '' && !(CLOSES.test(before) && (line.afterBlank || /[:;]\s*$/u.test(before)))) return null;
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const open = levels[level];
    const reading = line.readings.find((r) => open !== undefined && r.style === open.style && r.value > open.last);
    if (reading) return placed(reading, level);
  }
  // Of a letter that is a Roman numeral, too (c, d), the smaller value is meant.
  const [first] = [...line.readings].sort((a, b) => a.value - b.value);
  return first === undefined ? null : placed(first, levels.length);
}

/** True where the next mark of the style counts two: the list goes on, whatever stands inside its first member. */
function hasSecond(start: Reading, lines: readonly Line[], at: number): boolean {
  const next = lines.slice(at + 1, at + 1 + LOOK_AHEAD).find((l) => l.readings.some((r) => r.style === start.style));
  return next?.readings.some((r) => r.style === start.style && r.value === 2) === true;
}

/** How many lines ahead the second member of a list is looked for. */
const LOOK_AHEAD = 30;

function nextReadings(lines: readonly Line[], at: number): readonly Reading[] {
  for (let i = at + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (line?.marker != null) return line.readings;
  }
  return [];
}
