import { unit } from '../cut/inner.js';
import type { DraftUnit } from '../draft.js';
import { keyOf } from './heads.js';
import type { Line } from './lines.js';
import type { DivisionStyle } from './style.js';

/** A line that opens a part, chapter or annex. */
export interface Division {
  readonly unit: DraftUnit;
  /** True for annexes, schedules and supplementary provisions: what follows is no longer the main law. */
  readonly back: boolean;
}

const ORDINAL =
  '(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)';
const ANNEX = new RegExp(
  `^(?<num>(?:(?:THE|The) )?(?:${ORDINAL} )?(?:ANNEX(?:ES)?|Annex|SCHEDULES?|Schedule|APPENDIX|Appendix|ANEXO|Anexo|ANNEXE|Annexe|ANLAGE|Anlage|Anhang|PROTOCOL|Protocol|LAMPIRAN|PENJELASAN|PHỤ LỤC|Phụ lục)(?:\\s+(?:\\d{1,3}|[IVXL]+|[A-Z])(?:\\s?[-–]\\s?[A-Z\\d]+)?)?)(?:\\s*[.:–—-]+\\s*(?<title>.{0,120})|\\s+(?<title2>(?:\\p{Lu}|to (?=\\p{Lu})).{0,120})|\\s*\\(.{0,60}\\)|\\s+(?<title3>on [^.;:]{3,100}))?$`,
  'u',
);
const CJK_ANNEX =
  /^(?<num>附\s*则|附\s*則|附表|附件|别表|別表|부칙|별표|별지)(?<title>(?:[\s　第（(<〈一二三四五六七八九十\d].{0,80})?)$/u;
/** Longer lines are sentences. */
const LONGEST = 200;

/** The divisions among the lines from `start` on, by line. */
export function divisionsOf(
  lines: readonly Line[],
  styles: readonly DivisionStyle[],
  start: number,
): Map<number, Division> {
  const found = new Map<number, Division>();
  for (const [at, line] of lines.entries()) {
    if (at < start || line.text.length > LONGEST || line.role === 'note' || line.role === 'contents') continue;
    const division = (breaksOff(lines[at - 1], line) ? null : annexOf(line)) ?? divisionOf(line, styles);
    if (division) found.set(at, division);
  }
  return withInnerTitles(inSequence(found, lines));
}

/** The last line before `until` that opens an annex, and the unit that it opens; null where none does. */
export function annexBefore(lines: readonly Line[], until: number): { at: number; unit: DraftUnit } | null {
  for (let at = until - 1; at >= 0; at -= 1) {
    const line = lines[at];
    const annex = line === undefined || line.text.length > LONGEST ? null : annexOf(line);
    if (annex !== null) return { at, unit: annex.unit };
  }
  return null;
}

/** Titles stand above chapters, as a rule; in conventions that first open a chapter and a section they stand below both. */
function withInnerTitles(divisions: ReadonlyMap<number, Division>): Map<number, Division> {
  const all = [...divisions.values()].filter((d) => !d.back);
  const first = (kind: string): number => all.findIndex((d) => d.unit.kind === kind);
  const isTitle = ({ unit: u }: Division): boolean => /^t[ií]t/iu.test(u.num ?? '');
  const title = all.findIndex(isTitle);
  const isInner =
    first('chapter') >= 0 && first('section') >= 0 && title > first('chapter') && title > first('section');
  if (!isInner) return new Map(divisions);
  return new Map(
    [...divisions].map(([at, d]) => [
      at,
      isTitle(d) ? { ...d, unit: { ...d.unit, kind: 'title' as const, depth: INNER_TITLE } } : d,
    ]),
  );
}

/** Below parts, chapters and sections. */
const INNER_TITLE = 7;

/**
 * The divisions without those that count out of turn: a chapter whose number goes back or jumps while its number stands
 * elsewhere too, and a lone part with a number above 1 between chapters (a gazette's masthead). What the markup calls a heading
 * stays.
 */
function inSequence(found: ReadonlyMap<number, Division>, lines: readonly Line[]): Map<number, Division> {
  const kept = new Map<number, Division>();
  const last = new Map<string, number>();
  const counts = new Counts(found);
  for (const [at, division] of found) {
    const { kind } = division.unit;
    const value = firstNumber(division) ?? 0;
    const before = last.get(kind);
    const isTwice = counts.numbered(division) > 1;
    const jumps = before !== undefined && isTwice && value !== 1 && value !== before && value !== before + 1;
    const strays = counts.ofKind(kind) === 1 && value > 1 && kept.size > 0;
    if (!division.back && lines[at]?.level === null && (jumps || strays)) continue;
    if (!division.back) last.set(kind, value);
    kept.set(at, division);
  }
  return kept;
}

function firstNumber({ unit }: Division): number | undefined {
  return keyOf(unit.num ?? '')[0];
}

function wholeNumber({ unit }: Division): string {
  return `${unit.kind} ${keyOf(unit.num ?? '').join('.')}`;
}

/** How many divisions of a kind, and of a kind and number, stand before what is annexed. */
class Counts {
  private readonly kinds = new Map<string, number>();
  private readonly numbers = new Map<string, number>();

  constructor(divisions: ReadonlyMap<number, Division>) {
    for (const division of divisions.values()) {
      const { kind } = division.unit;
      if (division.back) continue;
      this.kinds.set(kind, this.ofKind(kind) + 1);
      const name = wholeNumber(division);
      this.numbers.set(name, (this.numbers.get(name) ?? 0) + 1);
    }
  }

  ofKind(kind: string): number {
    return this.kinds.get(kind) ?? 0;
  }

  /** Part 9A is another than Part 9. */
  numbered(division: Division): number {
    return this.numbers.get(wholeNumber(division)) ?? 0;
  }
}

/** True where a wrapped sentence goes on in the line. */
function breaksOff(before: Line | undefined, line: Line): boolean {
  if (before === undefined || line.starts || line.text === line.text.toUpperCase()) return false;
  return /[\p{Ll},]$/u.test(before.text);
}

function annexOf(line: Line): Division | null {
  // What the publisher adds behind the law: how it was amended.
  if (line.level !== null && /^endnotes$/iu.test(line.text))
    return { unit: unit('appendix', 0, null, '', line.text), back: true };
  const groups = (ANNEX.exec(line.text) ?? CJK_ANNEX.exec(line.text))?.groups;
  if (groups?.num === undefined) return null;
  const title = (groups.title ?? groups.title2 ?? groups.title3)?.trim() || null;
  if (groups.title3 !== undefined && line.level === null && !namesMatter(groups.num, groups.title3)) return null;
  // A sentence about an annex is no annex.
  if (line.level === null && title !== null && /[.;]$/u.test(title) && /\s(?:shall|is|are|may)\s/u.test(title))
    return null;
  // 'Schedule.' is the end of a sentence or of a note in the margin.
  if (line.level === null && title === null && /^\p{L}+\.$/u.test(line.text) && /\p{Ll}/u.test(line.text)) return null;
  const word = groups.num.toLowerCase();
  const kind = /schedule|附则|附則|부칙/u.test(word) ? 'schedule' : /appendix/u.test(word) ? 'appendix' : 'annex';
  return { unit: unit(kind, 0, groups.num, '', title), back: true };
}

/** True where the words behind an annex's word say what it is on: below a word in capitals, or all in capital letters themselves. */
function namesMatter(word: string, title: string): boolean {
  return (
    word === word.toUpperCase() ||
    /^on (?:\p{Lu}\S*|of|the|and|to|in|for|on)(?: (?:\p{Lu}\S*|of|the|and|to|in|for|on))*$/u.test(title)
  );
}

/** `(Articles 23.1 to 23.6)`: a list of contents says which articles a chapter holds, its heading does not. */
const LISTS_ARTICLES = /\(Art(?:icles?|\.)\s[\d.]+(?:\s(?:to|and)\s[\d.]+)?\)/u;

function divisionOf(line: Line, styles: readonly DivisionStyle[]): Division | null {
  for (const [at, style] of styles.entries()) {
    const groups = style.head.exec(line.text)?.groups;
    if (groups?.num === undefined) continue;
    const title = groups.title?.trim() || null;
    if (line.level === null && LISTS_ARTICLES.test(line.text)) continue;
    // 'Chapter IX.' or 'Chapter III (rights), Chapter IV' goes on a sentence; headings in capitals may end in a full stop.
    const isSentence =
      title === null ? /[.;,]$/u.test(line.text) && /\p{Ll}/u.test(line.text) : /^[\p{Ll}(]|[.;,]$/u.test(title);
    if (line.level === null && isSentence) continue;
    return { unit: unit(style.kind, at + 1, groups.num, '', title), back: false };
  }
  return null;
}
