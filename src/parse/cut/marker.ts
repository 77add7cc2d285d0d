import { asciiDigits, romanValue } from '../label.js';
import { isOtherLetter, lowerLetter, OTHER_LETTERS } from './letters/alphabets.js';

/** How a number is printed. */
export type Style = 'dot' | 'half' | 'paren' | 'alpha' | 'roman' | 'ALPHA' | 'ROMAN' | 'double' | 'dash';
/** One way to read a marker: its style and its place in the sequence, from 1. */
export interface Reading {
  readonly style: Style;
  readonly value: number;
  /** The letter itself, in lower case, of a reading by one letter: other alphabets than the English one count otherwise. */
  readonly letter?: string;
}
/** A line of flat text, parted from the marker that it opens with. */
export interface Line {
  readonly marker: string | null;
  readonly readings: readonly Reading[];
  readonly rest: string;
  readonly afterBlank: boolean;
}
const MARKER = new RegExp(
  String.raw`^(\d{1,3} \.\d{1,2}(?=\s)|\d{1,3}\. \d{1,2}(?=\s\p{Lu})|\d{1,3}\.[1-9]\d?(?=\s)|\d{1,3}[.)．](?=\s|$|[A-Z"“«])|[⁰¹²³⁴-⁹]{1,3}(?=\s)|[(（]\s*[\d๐-๙٠-٩]{1,3}[a-z]?\s*[)）]|[(（]\s*(?:[A-Za-z]{1,5}|[${OTHER_LETTERS}])\s*[)）]|[a-z${OTHER_LETTERS}][.)](?=\s)|[A-Z]\)(?=\s)|[ivxl]{1,5}[.)](?=\s)|[–—•·-](?=\s))\s*`,
  'u',
);
/** What a marker of letters begins like; quicker to tell, since most lines begin with a long word. */
const LETTERED = /^[a-z]{1,5}[.)]/;

/** The lines of a text (blanks stand alone in it) that are not blank; points that run on in one line are put on lines of their own. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const raw of breakInline(text).split('\n')) {
    const words = raw.trim();
    if (words === '') {
      afterBlank = true;
      continue;
    }
    lines.push(numberedLine(words, afterBlank) ?? { marker: null, readings: [], rest: words, afterBlank });
    afterBlank = false;
  }
  return splitDoubled(withOnes(withDecimals(withBare(lines))));
}

/** A number without any mark behind it, before a sentence. */
const BARE = /^(\d{1,2}) (?=[\p{Lu}“"])/u;

/** The lines of an article that opens with `1 A …` and counts on with `2 …`, those numbers read as marked: no footnote opens an article. */
function withBare(lines: Line[]): Line[] {
  const isFirst = BARE.exec(lines[0]?.rest ?? '')?.[1] === '1' && lines[0]?.marker === null;
  // A number that words call for is a footnote's.
  const isNote = (l: Line): boolean => /[\p{L}”"]1(?![\d.,])/u.test(l.rest);
  if (!isFirst || lines.some((l) => l.readings.some((r) => r.style === 'dot') || isNote(l))) return lines;
  let next = 1;
  const counted = lines.map((line) => {
    const found = line.marker === null && line.afterBlank ? BARE.exec(line.rest) : null;
    if (found?.[1] !== String(next)) return line;
    next += 1;
    return { ...line, marker: found[1], readings: readingsOf(`${found[1]}.`), rest: line.rest.slice(found[0].length) };
  });
  const last = counted.findLastIndex((line, at) => line !== lines[at]);
  // Notes of the article before stand above words that no number counts.
  const goesOn = lines.slice(last + 1).some((l) => l.marker === null && l.afterBlank && /^\p{Lu}/u.test(l.rest));
  return next > 2 && !goesOn ? counted : lines;
}

/** A number printed whole, or one that a copy has torn: `5.2`, `5 .2`, `5. 2`. */
const PARTED = /^(\d+)( ?\. ?)(\d+)$/;

/**
 * The lines, numbers such as 5.1 left to the words unless they count the paragraphs of one article, from 5.1 upwards. Of `2. 2`
 * that stands alone the second is a slip.
 */
function withDecimals(lines: Line[]): Line[] {
  if (!lines.some((l) => l.marker !== null && PARTED.test(l.marker))) return lines;
  const found = lines.flatMap((l) => {
    const [, article = '', , place = ''] = PARTED.exec(l.marker ?? '') ?? [];
    return article === '' ? [] : [{ article, place: Number(place) }];
  });
  const [first] = found;
  const counts = found.every((d, i) => d.article === first?.article && d.place > (found[i - 1]?.place ?? 0));
  return counts && first?.place === 1 && found.length > 1 ? lines : lines.map(unparted);
}

function unparted(line: Line): Line {
  const [, article = '', point = '', place = ''] = PARTED.exec(line.marker ?? '') ?? [];
  // A blank before the full stop stands in no decimal of a sentence.
  if (article === '' || point.startsWith(' ')) return line;
  const marker = point === '.' ? null : `${article}.`;
  const words = marker === null ? (line.marker ?? '') : place;
  return { ...line, marker, readings: marker === null ? [] : readingsOf(marker), rest: `${words} ${line.rest}`.trim() };
}

/** What a scan makes of `(1)`. */
const SCANNED_ONE = /^\((?:l|I)\)$/;

/** The lines, an `(l)` or `(I)` read as the number that a scan took for a letter: nothing of its own list is near, and `(2)` comes next among the numbers. */
function withOnes(lines: Line[]): Line[] {
  if (!lines.some((l) => l.marker !== null && SCANNED_ONE.test(l.marker))) return lines;
  const hasLetter = lines.some((l) => l.marker === '(k)');
  const hasSecondRoman = lines.some((l) => l.marker === '(II)' || l.marker === '(H)');
  // From the last line on, so that the number that comes next is known.
  const seen: Line[] = [];
  let next: string | null = null;
  for (const line of lines.toReversed()) {
    const { marker } = line;
    const isOne = marker !== null && SCANNED_ONE.test(marker) && next === '(2)';
    const hasOwn = isOne && (marker === '(l)' ? hasLetter : hasSecondRoman);
    seen.push(isOne && !hasOwn ? { ...line, marker: '(1)', readings: readingsOf('(1)') } : line);
    if (marker !== null && /^\(\d{1,2}\)$/.test(marker)) next = marker;
  }
  return seen.reverse();
}

/** False for what begins like no marker: quotation marks, words, capitals without a bracket behind them. */
function mayOpen(words: string): boolean {
  const first = words.charCodeAt(0);
  if (first > 0x40 && first < 0x5b) return words.charCodeAt(1) === 0x29;
  if (first === 0x22 || first === 0x201c) return false;
  return first < 0x61 || first > 0x7a || LETTERED.test(words);
}

/** A line parted from its marker; null where it opens with none, or with words in parentheses. */
function numberedLine(words: string, afterBlank: boolean): Line | null {
  const match = mayOpen(words) ? MARKER.exec(words) : null;
  const marker = match?.[1];
  const readings = marker === undefined ? [] : readingsOf(marker);
  if (match === null || marker === undefined || readings.length === 0) return null;
  return { marker, readings, rest: words.slice(match[0].length), afterBlank };
}

/** `1. (a) …` is two markers: a paragraph without words of its own, and its first point. */
function splitDoubled(lines: Line[]): Line[] {
  if (!lines.some(isDoubled)) return lines;
  return lines.flatMap((line) => {
    const inner = isDoubled(line) ? numberedLine(line.rest, true) : null;
    if (inner === null || !inner.readings.some((r) => r.value === 1 && r.style !== 'dash')) return [line];
    return [{ ...line, rest: '' }, ...splitDoubled([inner])];
  });
}

function isDoubled(line: Line): boolean {
  return line.marker !== null && line.rest.startsWith('(');
}

/** Puts points that run on in one line (`…: (a) …; (b) …`) on lines of their own. */
function breakInline(text: string): string {
  // The first member of a list in lower case runs on behind its title where the second begins a line.
  const titled = runsOn(text)
    ? text.replace(/(?<=[\p{Ll}:)]) +(?=1\. \p{Ll}(?:[^\n]|\n(?!\d)){1,300}?\n+2\. \p{Ll})/gu, '\n')
    : text;
  const pieces: string[] = [];
  let from = 0;
  // Brackets are few; to look at what stands before each blank would take ten times as long.
  for (let at = titled.indexOf('('); at !== -1; at = titled.indexOf('(', at + 1)) {
    let end = at;
    while (titled.charCodeAt(end - 1) === BLANK) end -= 1;
    const parting = end === at ? null : partingAt(titled, end, at);
    if (parting === null) continue;
    pieces.push(titled.slice(from, end), parting);
    from = at;
  }
  return from === 0 ? titled : pieces.join('') + titled.slice(from);
}

/** True where a first number stands inside a line. */
function runsOn(text: string): boolean {
  for (let at = text.indexOf('1. '); at !== -1; at = text.indexOf('1. ', at + 1))
    if (text.charCodeAt(at - 1) === BLANK) return true;
  return false;
}

const BLANK = 0x20;
const INLINE_MARK = /\((?:[a-z]|[ivx]{1,4}|\d{1,2})\) /y;
const LATER_NUMBER = /\((?:[2-9]|1\d)\) \p{Lu}/uy;

/** What parts the words that end at a place from the mark that begins at another; null where they belong together. */
function partingAt(text: string, end: number, mark: number): '\n' | '\n\n' | null {
  INLINE_MARK.lastIndex = mark;
  if (!INLINE_MARK.test(text)) return null;
  const before = text.slice(Math.max(0, end - LONGEST_LEAD), end);
  if (/(?:[:;,—–]| -|[;,] (?:and|or))$/.test(before)) return '\n';
  LATER_NUMBER.lastIndex = mark;
  return /\p{Ll}\.$/u.test(before) && LATER_NUMBER.test(text) ? '\n\n' : null;
}

/** Enough to see how the words before a mark end: `; and`. */
const LONGEST_LEAD = 5;

/** Every way a marker can be read: `(i)` is the ninth letter or the Roman one. Empty for words in parentheses. */
function readingsOf(marker: string): readonly Reading[] {
  const known = READINGS.get(marker);
  if (known !== undefined) return known;
  const readings = read(marker);
  if (READINGS.size < MOST_READINGS) READINGS.set(marker, readings);
  return readings;
}

/** Readings by marker: a few thousand return in all laws. */
const READINGS = new Map<string, readonly Reading[]>();
const MOST_READINGS = 5_000;

function read(marker: string): readonly Reading[] {
  if (/^[–—•·-]$/u.test(marker)) return [{ style: 'dash', value: 1 }];
  const parted = PARTED.exec(marker)?.[3];
  if (parted !== undefined) return [{ style: 'dot', value: Number(parted) }];
  const bare = asciiDigits(marker.normalize('NFKC')).replace(/[().．)（）\s]/gu, '');
  if (/^\d/u.test(bare))
    return [
      {
        style: /^[(（]/u.test(marker) ? 'paren' : marker.endsWith(')') ? 'half' : 'dot',
        value: Number.parseInt(bare, 10),
      },
    ];
  const low = lowerLetter(bare);
  if (isOtherLetter(low)) return [{ style: 'alpha', value: 0, letter: low }];
  const upper = bare === bare.toUpperCase();
  if (!upper && bare !== low) return [];
  const readings: Reading[] = [];
  const roman = romanValue(low);
  if (roman !== null) readings.push({ style: upper ? 'ROMAN' : 'roman', value: roman });
  const letter = low.charCodeAt(0) - 96;
  if (low.length === 1) readings.push({ style: upper ? 'ALPHA' : 'alpha', value: letter, letter: low });
  if (low.length === 2) {
    if (low[0] === low[1])
      readings.push({ style: 'double', value: letter }, { style: upper ? 'ALPHA' : 'alpha', value: 26 + letter });
    if (low[0] === 'a')
      readings.push({
        style: upper ? 'ALPHA' : 'alpha',
        value: 26 + low.charCodeAt(1) - 96,
      });
  }
  return readings;
}
