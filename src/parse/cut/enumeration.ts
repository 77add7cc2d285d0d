import type { DraftUnit } from '../draft.js';
import { type Line, type Reading, readLines, type Style } from './marker.js';

/** A unit whose words still come. */
type Growing = { -readonly [K in keyof DraftUnit]: DraftUnit[K] };

interface Level {
  readonly style: Style;
  last: number;
}

const DEFINITION =
  /^["“”«'‘]?[\p{L}\d][^.:;]{0,120}?["“”»'’]?,?\s+(?:(?<!\b(?:a|an|by|the|other|any|such|no|as|of|or|and)\s)means?(?!\s(?:of|by|to)\b)|shall mean|has the (?:same )?meaning|have the meaning|shall have the meaning|significa|désigne)\b/u;
/** What comes before a unit that starts a list: a mark of punctuation or a conjunction. */
const CLOSES = /(?:[.:;,–—)”"»]|\b(?:and|or|and\/or|y|o|e|et|ou))\s*\d{0,2}\s*$/u;

/**
 * Flat text cut into numbered paragraphs, points and sub-points, at depths counted from 0. Line feeds part the lines;
 * blank lines part paragraphs. Numbers are told apart (the Roman `(i)` from the ninth letter) by the sequence they stand in.
 * Paragraphs without number are units of kind `paragraph` with num null; terms defined without number are `definition`s.
 * '' gives no units.
 *
 * @param base what is added to every depth
 * @param status the status of every unit
 * @example splitEnumeration('1. A carrier shall:\n(a) keep records; and\n(b) show them.\n2. It may appeal.').length // 4
 */
export function splitEnumeration(text: string, base = 0, status: DraftUnit['status'] = 'in-force'): DraftUnit[] {
  const unit = (kind: DraftUnit['kind'], depth: number, num: string | null, words: string): Growing => ({
    kind,
    tier: null,
    depth: depth + base,
    num,
    heading: null,
    text: words,
    status,
  });
  const lines = readLines(text);
  const units: Growing[] = [];
  const levels: Level[] = [];
  // An unnumbered paragraph holds depth 0, so that the points of its sentence stand inside it.
  let floor = 0;
  for (const [at, line] of lines.entries()) {
    const before = lastText(units);
    const note = footnoteOf(line, units);
    if (note !== null) {
      units.push(unit('footnote', levels.length + floor, note.num, note.text));
      continue;
    }
    const place = line.marker === null ? null : placeOf(line, lines, at, levels, before);
    if (place === null || line.marker === null) {
      const words = line.marker === null ? line.rest : `${line.marker} ${line.rest}`.trim();
      if (opensParagraph(line, before, units)) {
        levels.length = 0;
        floor = 1;
        units.push(unit(DEFINITION.test(words) ? 'definition' : 'paragraph', 0, null, words));
      } else {
        const closing = append(
          units,
          words,
          levels.length,
          line.afterBlank && CLOSES.test(before),
          line.afterBlank,
          base,
        );
        if (closing !== null) units.push(unit('text', closing, null, words));
      }
      continue;
    }
    if (place.style === 'dot' || (place.style === 'paren' && levels.length === 0 && !/[:—–]\s*$/u.test(before))) {
      levels.length = 0;
      floor = 0;
      levels.push({ style: place.style, last: place.value });
    } else {
      while (levels.length > place.level) levels.pop();
      levels.push({ style: place.style, last: place.value });
    }
    const depth = levels.length - 1 + floor;
    units.push(unit(kindAt(depth, place.style), depth, line.marker, line.rest));
  }
  return units;
}

function kindAt(depth: number, style: Style): DraftUnit['kind'] {
  if (style === 'dash') return 'indent';
  if (depth === 0) return style === 'dot' || style === 'paren' ? 'paragraph' : 'point';
  return depth === 1 ? 'point' : depth === 2 ? 'subpoint' : 'item';
}

/** Enough to see how a sentence ends, and little to search. */
const LAST_WORDS = 60;

/** The last words of the law itself: footnotes stand between the halves of a sentence. */
function lastText(units: readonly DraftUnit[]): string {
  const last = units.findLast((u) => u.kind !== 'footnote');
  return last === undefined ? '' : (last.text || (last.num ?? '')).slice(-LAST_WORDS);
}

/** A line that opens with a bare number which earlier words refer to is a footnote printed where its page ended. */
function footnoteOf(line: Line, units: readonly DraftUnit[]): { readonly num: string; readonly text: string } | null {
  const found = line.marker === null && line.afterBlank ? /^(\d{1,3})\s+(\p{Lu}.*)$/su.exec(line.rest) : null;
  if (found === null) return null;
  const reference = new RegExp(`[\\p{L}.;:,)”"]\\s?${found[1]}(?![\\d.])`, 'u');
  return units.some((u) => reference.test(u.text)) ? { num: found[1] ?? '', text: found[2] ?? '' } : null;
}

/** Words without a number open a paragraph of their own when a sentence has ended before them and they begin one. */
function opensParagraph(line: Line, before: string, units: readonly DraftUnit[]): boolean {
  if (units.length === 0) return true;
  if (line.marker !== null || !line.afterBlank) return false;
  if (units.some((u) => u.kind === 'paragraph' && u.num !== null)) return false;
  if (DEFINITION.test(line.rest) && /[.;:)]\s*(?:and|or)?\s*\d{0,3}\s*$/u.test(before)) return true;
  return /[.;:]["”»)]?\s*\d{0,3}\s*$/u.test(before) && /^["“«¿¡]?\p{Lu}/u.test(line.rest);
}

/** Joins words to the last unit; where they close the list, nothing is joined and the depth of such words comes back. */
function append(
  units: readonly Growing[],
  words: string,
  open: number,
  closing: boolean,
  afterBlank: boolean,
  base: number,
): number | null {
  // A footnote goes on in the next line; after a blank line the sentence that it cut goes on.
  const at =
    units.at(-1)?.kind === 'footnote' && !afterBlank
      ? units.length - 1
      : units.findLastIndex((u) => u.kind !== 'footnote');
  const last = units[at];
  if (last === undefined) return null;
  if (closing && open > 0 && last.kind !== 'text' && /[.;,]\s*(?:and|or)?\s*$/u.test(last.text)) {
    const outer = Math.max(0, last.depth - base - (open > 1 ? open - 1 : 0));
    return outer === 0 ? last.depth - base : outer;
  }
  last.text = last.text === '' ? words : `${last.text} ${words}`;
  return null;
}

interface Place extends Reading {
  /** How many open levels stay open around the unit. */
  readonly level: number;
}

/** Where a marker stands among the open levels; null where it is no marker but part of a sentence (a broken line). */
function placeOf(
  line: Line,
  lines: readonly Line[],
  at: number,
  levels: readonly Level[],
  before: string,
): Place | null {
  const opens = before === '' || CLOSES.test(before) || !/^\p{Ll}/u.test(line.rest);
  const starts = line.readings.filter((r) => r.value === 1);
  const next = nextReadings(lines, at);
  const start =
    starts.find((r) => next.some((n) => n.style === r.style && n.value === 2)) ??
    starts.find((r) => r.style !== 'double');
  const follows = followed(line.readings, levels);
  const open = start === undefined ? -1 : levels.findIndex((l) => l.style === start.style);
  if (start && start.style === 'dash' && open >= 0) return { ...start, level: open };
  const startIsSure = start !== undefined && next.some((n) => n.style === start.style && n.value === 2);
  if (follows !== null && !startIsSure) return follows;
  if (start && (opens || (startIsSure && line.afterBlank)) && (open < 0 || startIsSure))
    return { ...start, level: levels.length };
  if (follows !== null) return follows;
  if (start && opens) return { ...start, level: open };
  return gapped(line, levels, before);
}

function followed(readings: readonly Reading[], levels: readonly Level[]): Place | null {
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const open = levels[level];
    const reading = readings.find((r) => open !== undefined && r.style === open.style && r.value === open.last + 1);
    if (reading) return { ...reading, level };
  }
  return null;
}

/** A marker out of sequence counts only after a finished clause and a blank line, or where a list is going on. */
function gapped(line: Line, levels: readonly Level[], before: string): Place | null {
  if (before !== '' && !(CLOSES.test(before) && (line.afterBlank || /[:;]\s*$/u.test(before)))) return null;
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const open = levels[level];
    const reading = line.readings.find((r) => open !== undefined && r.style === open.style && r.value > open.last);
    if (reading) return { ...reading, level };
  }
  const first = line.readings[0];
  return first === undefined ? null : { ...first, level: levels.length };
}

function nextReadings(lines: readonly Line[], at: number): readonly Reading[] {
  for (let i = at + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (line?.marker != null) return line.readings;
  }
  return [];
}
