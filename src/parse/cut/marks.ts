import { romanValue } from '../label.js';
import { isOtherLetter, lowerLetter, OTHER_LETTERS, succeedsAbroad } from './letters/alphabets.js';
import { abjadPlace, arabicMarks } from './letters/arabic.js';
import { termsOf } from './terms.js';

/** How a mark is printed; each list keeps one style. */
export type Style =
  | 'paren'
  | 'alpha'
  | 'roman'
  | 'ALPHA'
  | 'ROMAN'
  | 'degree'
  | 'letter'
  | 'dot'
  | 'letter-dot'
  | 'roman-dot'
  | 'bare'
  | 'abjad'
  | 'clause'
  | 'decimal'
  | 'definition'
  | 'paragraph';

/** One way to read a mark: its style and its label without punctuation. */
export interface Sense {
  readonly style: Style;
  readonly label: string;
}

/** A place in running text where a unit may open. */
export interface Mark {
  readonly start: number;
  /** Where its words begin. */
  readonly end: number;
  /** As printed; null for definitions and paragraphs, which print none. */
  readonly num: string | null;
  readonly senses: readonly Sense[];
  /** `sure` at the start of a paragraph or right after another mark, `line` at a line's start, else `inline`. */
  readonly place: 'sure' | 'line' | 'inline';
  /** The title in a line of its own above the number (marginal headings, as Canada and India print them); it opens the unit. */
  readonly title: string | null;
}

const PATTERN = new RegExp(
  String.raw`(?<=^|[\s—–:;.)]|[\p{L}\d],)(?:\(\s?(?<paren>\d{1,3}(?:\.\d{1,2})?[A-Z]{0,2}|[a-z]{1,2}\.\d{1,2}|[a-z]{1,5}|[A-Z]{1,5}|[${OTHER_LETTERS}])\s?\)(?=[\s(“"‘—–]|\p{Lu}|$)|(?<degree>\d{1,3})\s?[°º](?=\s|\p{L})|(?<clause>\d{1,2}(?:\.\d{1,2}){2})(?=\s)|(?<decimal>\d{1,2}\.\d{1,2}[A-Z]?)(?=\s+["“(‘]?\p{Lu})|(?<letter>[a-z]{1,2}|[${OTHER_LETTERS}]|\d{1,2})\)(?=\s|\p{Lu})|(?<dot>\d{1,2}|[a-z]|[IVX]{1,6})\.(?=\s)|(?<bare>\d{1,2})(?=\s+\p{Lu})|(?<=;\s)(?<loose>[b-z])(?=\s\p{Ll}))`,
  'gmu',
);
const ENDED = /(?:[.:;,–—-]|[;,:]\s?(?:and|or|y|e|et|ou|o))\s*$/u;
/** A comma that touches the mark behind it is the end of a line that a dump has lost. */
const HARD_ENDED = /(?:[.:;–—]|\s-|[\p{L}\d)’'],$|[.;]["”»)]|[;,]\s?(?:and|or|y|e|et|ou|o)|\[[^\]]*\])\s*$/u;
/** Words after which a number in parentheses is a reference. */
const REFERRED = /^(?:\s?\([\p{L}\d]{1,5}\))*\s*(?:[,;.)]|(?:of|or \(|and \(|to \(|above|below|or sub|and sub)\b)/u;
/** Words that no provision begins with, though a page builder may put the number before them on a line of its own. */
const OF_THIS = /^\s*of this (?:section|subsection|paragraph|part|subpart|chapter|title|Act|Law)\b/u;

/** Every place where a unit may open, in order. Which of them do is told by the sequence they stand in. */
export function marksOf(body: string): Mark[] {
  const marks: Mark[] = [];
  for (const found of body.matchAll(PATTERN)) {
    const before = body.slice(Math.max(0, found.index - 40), found.index);
    const last = marks.at(-1);
    const joined = last !== undefined && last.num !== null && body.slice(last.end, found.index).trim() === '';
    const place =
      found.index === 0 || /\n\n$/u.test(before) || joined ? 'sure' : /\n$/u.test(before) ? 'line' : 'inline';
    const end = found.index + found[0].length;
    const weak = found.groups?.paren === undefined && found.groups?.degree === undefined;
    const mayBeTitled = !weak || found.groups?.decimal !== undefined;
    const title = place !== 'inline' && mayBeTitled && !joined ? titleAbove(body, found.index, end) : null;
    const isEnded = place === 'sure' || title !== null || (place === 'line' && !weak ? ENDED : HARD_ENDED).test(before);
    if (!isEnded && !goesOnBehindComma(body, found.index, found.groups?.paren, last)) continue;
    // A number with its section's before it (4.1, 4.1.3) is one only where a line begins with it.
    if ((found.groups?.clause ?? found.groups?.decimal) !== undefined && place === 'inline') continue;
    if (place !== 'sure' && REFERRED.test(body.slice(end, end + 24))) continue;
    if (place === 'sure' && OF_THIS.test(body.slice(end, end + 24))) continue;
    const opensWords = found.groups?.letter === undefined ? /^\s*\p{L}/u : /^\s*[\p{L}\d]/u;
    if (weak && place === 'inline' && !opensWords.test(body.slice(end, end + 3))) continue;
    const start = title === null ? found.index : body.lastIndexOf(title, found.index);
    marks.push({ start, end, num: found[0], senses: sensesOf(found.groups ?? {}), place, title });
  }
  marks.push(...arabicMarks(body));
  const starts = startsOf(body);
  const paragraphs = starts.filter((at) => !isAside(body, at)).map((at) => plain(at, 'paragraph'));
  return [...marks, ...termsOf(body, starts).map((at) => plain(at, 'definition')), ...paragraphs]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((m, i, all) => m.num !== null || !isCovered(m, i, all));
}

/** True for the next number of a list whose members commas part: its words, not a second reference, follow the number before. */
function goesOnBehindComma(body: string, at: number, label: string | undefined, last: Mark | undefined): boolean {
  if (last?.senses[0]?.style !== 'paren' || label !== String(placeIn(last.senses[0]) + 1)) return false;
  return at - last.end > LEAST_MEMBER && /\p{L}, $/u.test(body.slice(at - 3, at));
}

/** Shorter words between two numbers belong to a reference: (1) or, (2). */
const LEAST_MEMBER = 20;

/** What Indian laws print in a paragraph below a unit, to explain it: words of that unit, behind which its list goes on. */
const ASIDE = /(?:Illustrations?|Explanation)(?: \d{1,2})?\s?[.:—–]/uy;
const ASIDE_ABOVE = /(?:^|\n)Illustrations?\s?[.:—–]+\s*$/u;

function isAside(body: string, at: number): boolean {
  ASIDE.lastIndex = at;
  return at > 0 && (ASIDE.test(body) || ASIDE_ABOVE.test(body.slice(Math.max(0, at - 24), at)));
}

const TITLE_ABOVE = /(?:^|(?:[.;:—–]|\])\s*\n+)(\p{Lu}[^\n.;:]{2,90})\n+$/u;

/** The short line between a finished sentence and a number, in parentheses or printed whole, that begins one. */
function titleAbove(body: string, at: number, end: number): string | null {
  if (!/^\s*["“]?\p{Lu}/u.test(body.slice(end, end + 4)) || !/^(?:\(\d|\d+\.\d)/.test(body.slice(at, at + 4)))
    return null;
  // Of the words before the number enough are looked at to see where the line above begins; a cut one is no start of the body.
  const from = Math.max(0, at - 110);
  return TITLE_ABOVE.exec(`${from > 0 ? ' ' : ''}${body.slice(from, at)}`)?.[1] ?? null;
}

/** True where another mark of the same place hides this one; such marks stand side by side. */
function isCovered(mark: Mark, at: number, all: readonly Mark[]): boolean {
  const hides = (other: Mark | undefined): boolean => other !== undefined && covers(other, mark);
  for (let i = at - 1; all[i]?.start === mark.start; i -= 1) if (hides(all[i])) return true;
  for (let i = at + 1; all[i]?.start === mark.start; i += 1) if (hides(all[i])) return true;
  return false;
}

/** A printed mark hides the paragraph it opens, and a definition the plain paragraph. */
function covers(other: Mark, mark: Mark): boolean {
  return other.num !== null || (mark.senses[0]?.style === 'paragraph' && other.senses[0]?.style === 'definition');
}

/** Where paragraphs begin: at the start, and after each blank line. */
function startsOf(body: string): number[] {
  const starts = /^\S/.test(body) ? [0] : [];
  for (let at = body.indexOf('\n\n'); at !== -1; at = body.indexOf('\n\n', at + 1))
    if (/\S/.test(body.charAt(at + 2))) starts.push(at + 2);
  return starts;
}

function plain(start: number, style: Style): Mark {
  return { start, end: start, num: null, senses: [{ style, label: '' }], place: 'sure', title: null };
}

function sensesOf(groups: Readonly<Record<string, string | undefined>>): Sense[] {
  const { paren, degree, letter, dot, bare, loose, clause, decimal } = groups;
  if (clause !== undefined) return [{ style: 'clause', label: clause }];
  if (decimal !== undefined) return [{ style: 'decimal', label: decimal }];
  // A letter that has lost its full stop; it counts only as the successor of the letter before it.
  if (loose !== undefined) return [{ style: 'letter-dot', label: loose }];
  if (degree !== undefined) return [{ style: 'degree', label: degree }];
  if (bare !== undefined) return [{ style: 'bare', label: bare }];
  if (letter !== undefined) return [{ style: /\d/u.test(letter) ? 'dot' : 'letter', label: letter }];
  if (dot !== undefined) {
    if (/\d/u.test(dot)) return [{ style: 'dot', label: dot }];
    return [{ style: /[A-Z]/u.test(dot) ? 'roman-dot' : 'letter-dot', label: dot }];
  }
  const label = paren ?? '';
  if (/^\d/u.test(label)) return [{ style: 'paren', label }];
  if (isOtherLetter(label)) return [{ style: 'alpha', label: lowerLetter(label) }];
  // Letters inserted by decimals (b.1) belong to a lettered list.
  if (label.includes('.')) return [{ style: 'alpha', label }];
  const upper = label === label.toUpperCase();
  const senses: Sense[] = [];
  if (label.length <= 2) senses.push({ style: upper ? 'ALPHA' : 'alpha', label: label.toLowerCase() });
  if (romanValue(label) !== null) senses.push({ style: upper ? 'ROMAN' : 'roman', label: label.toLowerCase() });
  return senses;
}

/** The place of a label in its list, from 1; inserted units (1A, ca) keep the place of the unit they follow. */
export function placeIn(sense: Sense): number {
  if (sense.style === 'roman' || sense.style === 'ROMAN' || sense.style === 'roman-dot')
    return romanValue(sense.label) ?? 0;
  if (sense.style === 'abjad') return abjadPlace(sense.label);
  if (isWhole(sense)) return Number.parseInt(sense.label.split('.').at(-1) ?? '', 10);
  const number = Number.parseInt(sense.label, 10);
  if (!Number.isNaN(number)) return number;
  const letters = [...baseOf(sense.label)].map((c) => c.charCodeAt(0) - 96);
  // (aa) follows (z); so does (za) where a drafter goes on with the last letter.
  if (letters.length === 2)
    return letters[0] === 26 ? 26 + (letters[1] ?? 0) : 26 * (letters[0] ?? 0) + (letters[1] ?? 0);
  return letters[0] ?? 0;
}

/** True where the number is printed whole, its section's before it: 4.1, 4.1.3. */
export function isWhole({ style }: Sense): boolean {
  return style === 'clause' || style === 'decimal';
}

/** 4.1.3 after 4.1.2, 4.2A after 4.2. */
function isNextClause(last: Sense, next: Sense): boolean {
  const [before, after] = [last, next].map(({ label }) => label.slice(0, label.lastIndexOf('.') + 1));
  const step = placeIn(next) - placeIn(last);
  return before === after && (step === 1 || (step === 0 && next.label > last.label));
}

/** True where `next` may stand right after `last` in one list: the successor, or a unit inserted behind it. */
export function follows(last: Sense, next: Sense): boolean {
  if (last.style !== next.style) return false;
  if (isWhole(last)) return isNextClause(last, next);
  const a = placeIn(last);
  const b = placeIn(next);
  const before = last.label.replace(/^\d+/, '');
  const after = next.label.replace(/^\d+/, '');
  if (/^\d/u.test(last.label)) return (b === a + 1 && after === '') || (b === a && after > before);
  if (succeedsAbroad(last.label, next.label)) return true;
  const [x, y] = [last.label.slice(baseOf(last.label).length), next.label.slice(baseOf(next.label).length)];
  if (y !== '') return baseOf(last.label) === baseOf(next.label) && y > x;
  if (b === a + 1) return true;
  // Inserted letters: (ca) after (c), (cb) after (ca), (d) after (cb).
  if (next.style !== 'alpha' && next.style !== 'ALPHA') return false;
  const [first = '', second = ''] = baseOf(last.label);
  const [p = '', q = ''] = next.label;
  if (q !== '') return p === first && (second === '' ? q === 'a' : q.charCodeAt(0) === second.charCodeAt(0) + 1);
  return second !== '' && p.charCodeAt(0) === first.charCodeAt(0) + 1;
}

/** The letters of a label without the decimals behind them: `b` of b.01. */
function baseOf(label: string): string {
  return /^\D*/.exec(label)?.[0].replace(/\.$/, '') ?? '';
}
