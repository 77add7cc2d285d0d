import type { ProvisionKind } from '../../model/index.js';
import { type Cut, unit } from './inner.js';
import { follows, isWhole, type Mark, marksOf, placeIn, type Sense, type Style } from './marks.js';

/** A number that jumps ahead by more than this within a list is a reference. */
const MOST_LEFT_OUT = 4;
/** How many marks ahead the second member of a list is looked for: a long first member may hold lists of its own. */
const LOOK_AHEAD = 400;
const LONGEST_TITLE = 100;
/** American regulations title their units by whole phrases, each with its sort in parentheses. */
const LONGEST_STANDARD = 160;
const NUMBERED: ReadonlySet<Style> = new Set(['paren', 'dot', 'bare', 'degree', 'decimal']);
const WEAK: ReadonlySet<Style> = new Set(['dot', 'bare', 'letter', 'letter-dot', 'roman-dot']);

interface Opened {
  readonly mark: Mark;
  readonly sense: Sense;
  readonly depth: number;
}

/**
 * Cuts running text by the sequence its marks stand in, wherever they stand: at a line's start, in the middle of a line
 * or right behind another mark, as in `(1)(a)`. Each style of mark keeps one level, so that `(a)(1)(A)(i)(I)` and
 * `(1)(a)(i)(A)` both nest. Words before the first mark and unnumbered paragraphs are counted paragraphs; definitions
 * without number stand on their own. A lone mark that nothing follows in its list is part of the sentence.
 */
export const ranked: Cut = (body, depth) => {
  const opened = withOpening(openedBy(body), body);
  const units = opened.map((open, at) => {
    const words = body.slice(open.mark.end, opened[at + 1]?.mark.start ?? body.length);
    const title = open.mark.title;
    const leads = (opened[at + 1]?.depth ?? 0) > open.depth;
    const heading = open.mark.num === null || title !== null ? null : headingOf(words, leads, open.sense.style);
    const text = flow(heading === null ? words : words.slice(heading.length));
    const style = open.sense.style;
    const kind = style === 'paragraph' && open.depth > 0 ? 'text' : kindAt(open.depth, style);
    return unit(kind, depth + open.depth, open.mark.num, text, heading === null ? title : flow(heading));
  });
  return units.filter((u) => u.text !== '' || u.num !== null || u.heading !== null);
};

/** A first mark that opens nothing (`1` without a `2`) leaves the words before the next one to a paragraph of their own. */
function withOpening(opened: readonly Opened[], body: string): readonly Opened[] {
  const start = opened[0]?.mark.start ?? body.length;
  if (body.slice(0, start).trim() === '') return opened;
  const sense: Sense = { style: 'paragraph', label: '' };
  const mark: Mark = { start: 0, end: 0, num: null, senses: [sense], place: 'sure', title: null };
  return [{ mark, sense, depth: 0 }, ...opened];
}

/** A sentence has one of these; a title has none. */
const FINITE = /\b(?:shall|must|may|is|are|will|can|has|have|means?|includes?|applies|apply)\b/u;

/**
 * The title that a unit's words open with: a short line of its own that is no sentence and stands above words, as American
 * codes and contracts print it.
 *
 * @param leads units inside the unit follow its words
 */
function headingOf(words: string, leads: boolean, style: Style): string | null {
  // Most units are one run of words: their first line is not followed by a blank one.
  const end = words.indexOf('\n', words.search(/\S/));
  if (end < 0 || !(words.startsWith('\n', end + 1) || words.startsWith('.', end + 1))) return null;
  const line = /^\s*([^\n;:]{3,120}?)(\s?\.)?(?=\n\n)/u.exec(words);
  const title = line?.[1];
  if (line === null || title === undefined || !/^\p{Lu}/u.test(title) || /[,—–-]$|^(?:The|An?)$/u.test(title))
    return null;
  // A member of a list (`Weight.`) heads nothing. The sign ` .` is a page builder's, behind titles alone.
  if (!leads && words.slice(line[0].length).trim() === '') return null;
  if (line[2] !== ' .' && FINITE.test(title)) return null;
  if (style === 'decimal' && title.length < LONGEST_TITLE && !/\.$/u.test(title)) return line[0];
  const long = title.split(/\s+/u).filter((w) => w.length > 4);
  return line[2] === ' .' || long.every((w) => /^\p{Lu}/u.test(w)) ? line[0] : null;
}

/** Words between underscores, as Markdown writes italics: names of laws, defined terms. */
const ITALICS = /(?<![\p{L}\p{N}_])_([^_]{1,200})_(?![\p{L}\p{N}_])/gu;
/** Italics whose last blank stands inside: `_the warden _of the river`. */
const GLUED_ITALICS = /(?<![\p{L}\p{N}_])_([^_]{1,200}\s)_(?=\p{L})/gu;

function flow(text: string): string {
  const flat = /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text;
  if (!flat.includes('_')) return flat.trim();
  return flat.replace(GLUED_ITALICS, '$1').replace(ITALICS, '$1').trim();
}

function kindAt(depth: number, style: Style): ProvisionKind {
  if (style === 'definition' || style === 'clause') return style;
  if (style === 'paragraph') return 'paragraph';
  if (depth === 0) return NUMBERED.has(style) ? 'paragraph' : 'point';
  return depth === 1 ? 'point' : depth === 2 ? 'subpoint' : 'item';
}

/** The marks that open a unit, each with its depth. */
function openedBy(body: string): Opened[] {
  const marks = marksOf(body);
  const opened: Opened[] = [];
  let levels: Sense[] = [];
  for (const [at, mark] of marks.entries()) {
    const before = opened.at(-1)?.mark;
    if (before !== undefined && mark.start < before.end) continue;
    // A term right behind a mark is what the marked unit defines.
    if (before?.num != null && mark.num === null && body.slice(before.end, mark.start).trim() === '') continue;
    const place = placeOf(mark, marks, at, levels, body);
    if (place === null || (mark.num === null && levels.length > 1 && followsTitle(mark, before, body))) continue;
    // Words that close a list leave it open: a later member may follow them.
    if (place.sense.style !== 'paragraph' || place.level === 0) levels = [...levels.slice(0, place.level), place.sense];
    opened.push({ mark, sense: place.sense, depth: place.level });
  }
  return opened;
}

/** True for words below a short line under a number that stands alone in its line: the short line is the title of their unit. */
function followsTitle(mark: Mark, before: Mark | undefined, body: string): boolean {
  if (before === undefined || before.num === null || mark.senses[0]?.style !== 'paragraph') return false;
  const title = /^[^\S\n]*\n+([^\n]+)\n+$/u.exec(body.slice(before.end, mark.start))?.[1];
  return title !== undefined && title.length < LONGEST_STANDARD && !FINITE.test(title);
}

interface Place {
  readonly level: number;
  readonly sense: Sense;
}

function placeOf(mark: Mark, marks: readonly Mark[], at: number, levels: readonly Sense[], body: string): Place | null {
  const [only] = mark.senses;
  if (only?.style === 'definition') return definitionAt(only, levels);
  if (only?.style === 'paragraph') return goesOn(marks, at, levels) ? null : paragraphAt(mark, only, levels, body);
  const next = following(mark, levels);
  const start = mark.senses.find(
    (s) =>
      placeIn(s) === 1 &&
      !levels.some((l) => l.style === s.style) &&
      (s.label === '1' || isWhole(s) || !/\d.|\./u.test(s.label)),
  );
  const second = start === undefined ? -1 : secondOf(start, marks, at);
  const lone = start !== undefined && second < 0 && (mark.place === 'inline' || WEAK.has(start.style));
  if (next !== null && start !== undefined) {
    const later = secondOf(next.sense, marks, at);
    return second >= 0 && (later < 0 || second < later) ? { level: levels.length, sense: start } : next;
  }
  if (next !== null) return next;
  const anew =
    start === undefined && LEADS.test(body.slice(Math.max(0, mark.start - 6), mark.start))
      ? beganAnew(mark, marks, at, levels)
      : null;
  if (anew !== null) return anew;
  if (start !== undefined && !lone)
    return { level: besideIntroduction(mark, start, levels, body) ? 0 : levels.length, sense: start };
  return leftOut(mark, levels, body);
}

/** How words end that lead to a list. */
const LEADS = /[:—–]\s*$/u;

/**
 * A style that is open further out opens a list once more below (`(a)(1)(A)(1)(a)`) where words lead to its first mark,
 * a unit of another style stands between the two, and the second comes before the outer list or any list between goes on.
 */
function beganAnew(mark: Mark, marks: readonly Mark[], at: number, levels: readonly Sense[]): Place | null {
  const sense = mark.senses.find((s) => placeIn(s) === 1 && levels.slice(0, -1).some((l) => l.style === s.style));
  if (mark.place !== 'sure' || sense === undefined || WEAK.has(sense.style)) return null;
  const second = secondOf(sense, marks, at);
  const goesOn = marks.findIndex((m, i) => i > at && m.num !== null && following(m, levels) !== null);
  const isInside = second >= 0 && (goesOn < 0 || second < goesOn || (second === goesOn && returns(marks, at, levels)));
  return isInside ? { level: levels.length, sense } : null;
}

/** True where the innermost list goes on later and does not begin anew before: what stands between is inside its last member. */
function returns(marks: readonly Mark[], at: number, levels: readonly Sense[]): boolean {
  const last = levels.at(-1);
  const later = last === undefined ? -1 : secondOf(last, marks, at);
  return (
    marks
      .slice(at, Math.max(at, later))
      .every((m) => !m.senses.some((s) => s.style === last?.style && placeIn(s) === 1)) && later >= 0
  );
}

/** Numbered paragraphs stand beside a finished sentence that introduces them, and inside one that leads to them. */
function besideIntroduction(mark: Mark, start: Sense, levels: readonly Sense[], body: string): boolean {
  if (levels.length !== 1 || levels[0]?.style !== 'paragraph' || !NUMBERED.has(start.style)) return false;
  // What stands above a number that is printed whole (3.1) is a title of the group.
  if (start.style === 'decimal') return true;
  // So do the rows of a table beside its head.
  return /(?:[.;]| \| [^\n]*)\s*$/u.test(body.slice(Math.max(0, mark.start - LONGEST_STANDARD), mark.start));
}

/** The innermost open list that the mark goes on. */
function following(mark: Mark, levels: readonly Sense[]): Place | null {
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const last = levels[level];
    const sense = last && mark.senses.find((s) => follows(last, s));
    if (sense) return { level, sense };
  }
  return null;
}

/** Where the next member of the list stands among the marks; -1 where there is none. */
function secondOf(sense: Sense, marks: readonly Mark[], at: number): number {
  for (let i = at + 1; i < Math.min(marks.length, at + LOOK_AHEAD); i += 1)
    if (marks[i]?.senses.some((s) => follows(sense, s))) return i;
  return -1;
}

/** A list may have lost members (repealed, or not recognised); inside a line no more than one, after a semicolon. */
function leftOut(mark: Mark, levels: readonly Sense[], body: string): Place | null {
  const inline = mark.place === 'inline';
  if (inline && !/;\s*$/u.test(body.slice(Math.max(0, mark.start - 3), mark.start))) return null;
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const last = levels[level];
    const sense = mark.senses.find((s) => last !== undefined && s.style === last.style);
    if (last === undefined || sense === undefined || (WEAK.has(sense.style) && !inline)) continue;
    const step = placeIn(sense) - placeIn(last);
    if (step > 1 && step <= (inline ? 2 : MOST_LEFT_OUT)) return { level, sense };
  }
  return null;
}

/** Terms are defined side by side, in the section or in one of its numbered paragraphs; in a lettered list they are its words. */
function definitionAt(sense: Sense, levels: readonly Sense[]): Place | null {
  const outer = levels.findIndex((l) => l.style !== 'paragraph');
  const style = levels[outer]?.style;
  if (style === undefined) return { level: levels.length, sense };
  if (style === 'definition') return { level: outer, sense };
  return NUMBERED.has(style) ? { level: outer + 1, sense } : null;
}

/** True where the open list of points goes on behind an unnumbered paragraph: its words are those of the point before it. */
function goesOn(marks: readonly Mark[], at: number, levels: readonly Sense[]): boolean {
  const last = levels.at(-1);
  if (levels.length < 2 || last === undefined || levels[0]?.style !== 'paragraph') return false;
  let next = marks[at + 1];
  for (let i = at + 1; next !== undefined && next.num === null; i += 1) next = marks[i + 1];
  return next?.senses.some((s) => follows(last, s)) === true;
}

/** A paragraph without number: one of its own beside others, or words that close the list before it. */
function paragraphAt(mark: Mark, sense: Sense, levels: readonly Sense[], body: string): Place | null {
  if (mark.start === 0) return { level: 0, sense };
  const begins = /^["“«¿¡]?[\p{Lu}\p{Lo}]/u.test(body.slice(mark.start, mark.start + 2));
  const ended = /[.;:][”"»)]*\s*$/u.test(body.slice(Math.max(0, mark.start - 8), mark.start));
  if (!begins || !ended) return null;
  if (levels[0] === undefined || levels[0].style === 'paragraph') return { level: 0, sense };
  // A short line before it is the title of its unit.
  const before = body.slice(0, mark.start).trimEnd();
  if (before.length - Math.max(before.lastIndexOf('\n'), 0) < LONGEST_TITLE) return null;
  return { level: Math.min(levels.length, 1), sense };
}
