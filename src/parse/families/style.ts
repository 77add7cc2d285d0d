import type { ProvisionKind } from '../../model/index.js';
import type { Cut } from '../cut/inner.js';
import { type Head, keyOf } from './heads.js';
import type { Line } from './lines.js';
import { runInTitle } from './titles.js';

/** What a division (part, chapter) of a family looks like; outermost first. */
export interface DivisionStyle {
  readonly kind: ProvisionKind;
  readonly head: RegExp;
}

/** What the heads of a drafting family look like. `head` matches a whole line; group `num` is required, `title` and `rest` may be there. */
export interface Style {
  readonly name: string;
  readonly kind: ProvisionKind;
  readonly head: RegExp;
  readonly divisions: readonly DivisionStyle[];
  readonly cut: Cut;
  /** This many heads in sequence at least make the family. */
  readonly least: number;
  /** Letters that a document of the family is written in; null where any will do. */
  readonly script: RegExp | null;
  /** What at least one line of each law of the family looks like; null where nothing but its heads tells. */
  readonly tell: RegExp | null;
  /** How telling its heads are, (0,1]: a bare number is also how paragraphs are counted. */
  readonly trust: number;
  /** Heads count only where the markup says that they are headings. */
  readonly marked: boolean;
  /** The title stands in the line after the number. */
  readonly titleBelow: boolean;
  /** A title that the unit's words open with (group 1), and the mark that ends it. */
  readonly runIn: RegExp | null;
}

/** How far heads are trusted that are a bare number with a full stop. */
export const BARE_TRUST = 0.5;

/** What words after a head add to its weight; more words say no more. */
const TELLING_LENGTH = 300;

/** The lines that may open a basic unit of the style, weighed by their look and the words that follow them. */
export function headsOf(lines: readonly Line[], style: Style, isDivision: (at: number) => boolean): Head[] {
  const found: Omit<Head, 'weight' | 'marked'>[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.role === 'note' || line.role === 'contents') continue;
    if (style.marked && line.level === null) continue;
    const groups = style.head.exec(line.text)?.groups;
    if (!groups?.num) continue;
    const key = keyOf(groups.num);
    if (key.length === 0) continue;
    // Words right after the number that end as a sentence are the law's.
    const isWords = UNTITLED.test(groups.num) || (isSentence(groups.title2 ?? '') && line.level === null);
    const words = isWords ? groups.title2 : undefined;
    const title = (groups.title ?? (words === undefined ? groups.title2 : undefined))?.trim() || null;
    const rest = (words ?? groups.rest ?? groups.rest2 ?? groups.rest3)?.trim() || null;
    // A line that goes on in the next may hold more than a title, or less.
    if (line.level === null && title !== null && runsOn(title, lines, at, style)) {
      found.push({ at, num: groups.num, key, title: null, rest: title });
      continue;
    }
    // In a heading of the markup, what follows the number is the title, whatever mark stands between.
    const isTitle =
      title === null && rest !== null && (line.level === null ? isOwnLine(rest, lines, at) : !/[.;:]$/u.test(rest));
    found.push({ at, num: groups.num, key, title: isTitle ? rest : title, rest: isTitle ? null : rest });
  }
  const kept = withoutClauses(found, style);
  return kept.map((head, i) => {
    const until = kept[i + 1]?.at ?? lines.length;
    let words = (head.rest ?? '').length;
    for (let at = head.at + 1; at < until && words < TELLING_LENGTH && !isDivision(at); at += 1)
      words += lines[at]?.text.length ?? 0;
    const marked = lines[head.at]?.level != null;
    return { ...head, marked, weight: 1 + (marked ? 1 : 0) + Math.min(1, words / TELLING_LENGTH) };
  });
}

/** True for a short line behind a number and a dash (`المادة 5- …`) that no mark ends and below which a paragraph begins. */
function isOwnLine(words: string, lines: readonly Line[], at: number): boolean {
  const isShort = words.length <= LONGEST_OWN_LINE && /^[\p{Lu}\p{Lo}].*[\p{L}\p{M})]$/u.test(words);
  return isShort && DASHED.test(lines[at]?.text ?? '') && lines[at + 1]?.starts === true;
}

const LONGEST_OWN_LINE = 90;
/** Behind a section sign and the like a dash opens the words. */
const DASHED = /^(?:المادة|Article|ARTICLE|Artikel|Art[íi]culo)\s[^\s–—-]{1,8}\s?[–—-]/u;

/** A title runs over this many wrapped lines at most. */
const TITLE_LINES = 4;

/** True where the words behind a number go on in the next lines, and a title that runs into them ends there or before. */
function runsOn(words: string, lines: readonly Line[], at: number, style: Style): boolean {
  if (style.runIn === null || lines[at + 1]?.starts !== false) return false;
  const below = lines.slice(at + 1, at + TITLE_LINES);
  const end = below.findIndex((l) => l.starts);
  const joined = [words, ...(end < 0 ? below : below.slice(0, end)).map((l) => l.text)].join('\n');
  return runInTitle(null, joined, style.runIn).title !== null;
}

/** Indonesian articles have no titles: what stands behind or below their number is law. */
export const UNTITLED = /^Pasal\s/iu;

/** A longer line behind a number is no title. */
const LONGEST_TITLE = 250;

function isSentence(words: string): boolean {
  return /\s\S.*[.;]$/u.test(words) || words.length > LONGEST_TITLE;
}

/** Where this share of the numbers or more have a decimal under them, decimals are clauses inside a section. */
const CLAUSES_SHARE = 0.3;

/** Sections inserted between others (4.1 after 4) are sections; where nearly each section has 1.1, 1.2… they are its clauses. */
function withoutClauses<H extends Pick<Head, 'key'>>(found: readonly H[], style: Style): readonly H[] {
  if (style.trust > BARE_TRUST) return found;
  const whole = new Set(found.filter((h) => h.key.length === 1).map((h) => h.key[0]));
  const parted = new Set(found.filter((h) => h.key.length > 1 && h.key[1] === 1).map((h) => h.key[0]));
  return parted.size < whole.size * CLAUSES_SHARE ? found : found.filter((h) => h.key.length === 1);
}

/**
 * The line at which the law begins after a list of its heads: a run of heads with hardly a word between them, whose first
 * number returns later. 0 where the document has no such list.
 */
export function contentsEnd(lines: readonly Line[], heads: readonly Head[]): number {
  const first = heads[0];
  if (first === undefined) return 0;
  let last = 0;
  for (let i = 0; i + 1 < heads.length; i += 1) {
    const from = heads[i]?.at ?? 0;
    const until = heads[i + 1]?.at ?? lines.length;
    const words = lines.slice(from, until).reduce((n, l) => n + l.text.length, 0);
    if (words > 400) break;
    last = i + 1;
  }
  if (last < 5) return 0;
  const again = heads.findIndex((h, i) => i > 2 && i <= last + 1 && h.key.join() === first.key.join());
  const start = again < 0 ? undefined : heads[again];
  return start === undefined ? 0 : start.at;
}
