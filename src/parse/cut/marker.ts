import { asciiDigits, romanValue } from '../label.js';

/** How a number is printed. */
export type Style = 'dot' | 'paren' | 'alpha' | 'roman' | 'ALPHA' | 'ROMAN' | 'double' | 'dash';
/** One way to read a marker: its style and its place in the sequence, from 1. */
export interface Reading {
  readonly style: Style;
  readonly value: number;
}
/** A line of flat text, parted from the marker that it opens with. */
export interface Line {
  readonly marker: string | null;
  readonly readings: readonly Reading[];
  readonly rest: string;
  readonly afterBlank: boolean;
}
const MARKER =
  /^(\d{1,3}[.)．](?=\s|$|[A-Z"“«])|[⁰¹²³⁴-⁹]{1,3}(?=\s)|[(（]\s*[\d๐-๙٠-٩]{1,3}[a-z]?\s*[)）]|[(（]\s*[A-Za-z]{1,5}\s*[)）]|[a-z][.)](?=\s)|[ivxl]{1,5}[.)](?=\s)|[–—•·-](?=\s))\s*(.*)$/su;
/** What every marker begins like; quicker to tell, since most lines begin with a capital or a long word. */
const MAYBE = /^(?:[a-z]{1,5}[.)]|[^A-Za-z"“])/;

/** The lines of a text that are not blank; points that run on in one line are put on lines of their own. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const raw of breakInline(text).split('\n')) {
    const words = (/[^\S ]| {2}/.test(raw) ? raw.replace(/\s+/g, ' ') : raw).trim();
    if (words === '') {
      afterBlank = true;
      continue;
    }
    const match = MAYBE.test(words) ? MARKER.exec(words) : null;
    const readings = match ? readingsOf(match[1] ?? '') : [];
    if (match && readings.length > 0)
      lines.push({
        marker: match[1] ?? '',
        readings,
        rest: match[2] ?? '',
        afterBlank,
      });
    else lines.push({ marker: null, readings: [], rest: words, afterBlank });
    afterBlank = false;
  }
  return splitDoubled(lines);
}

/** `1. (a) …` is two markers: a paragraph without words of its own, and its first point. */
function splitDoubled(lines: Line[]): Line[] {
  if (!lines.some(isDoubled)) return lines;
  return lines.flatMap((line) => {
    const inner = isDoubled(line) ? MARKER.exec(line.rest) : null;
    const readings = inner ? readingsOf(inner[1] ?? '') : [];
    if (!inner || !readings.some((r) => r.value === 1 && r.style !== 'dash') || !(inner[1] ?? '').startsWith('('))
      return [line];
    return [
      { ...line, rest: '' },
      ...splitDoubled([
        {
          marker: inner[1] ?? '',
          readings,
          rest: inner[2] ?? '',
          afterBlank: true,
        },
      ]),
    ];
  });
}

function isDoubled(line: Line): boolean {
  return line.marker !== null && line.rest.startsWith('(');
}

/** Puts points that run on in one line (`…: (a) …; (b) …`) on lines of their own. */
function breakInline(text: string): string {
  // Most texts have none, and to look for what stands before each blank takes ten times as long as to look for the mark.
  if (!/ \((?:[a-z]|[ivx]{1,4}|\d{1,2})\) /.test(text)) return text;
  return text
    .replace(/(?<=\p{Ll}\.) +(?=\((?:[2-9]|1\d)\) \p{Lu})/gu, '\n\n')
    .replace(/([:;,—–]|[;,] (?:and|or)) +(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\) )/gu, '$1\n');
}

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
  const bare = asciiDigits(marker.normalize('NFKC')).replace(/[().．)（）\s]/gu, '');
  if (/^\d/u.test(bare))
    return [
      {
        style: marker.startsWith('(') || marker.startsWith('（') ? 'paren' : 'dot',
        value: Number.parseInt(bare, 10),
      },
    ];
  const upper = bare === bare.toUpperCase();
  if (!upper && bare !== bare.toLowerCase()) return [];
  const low = bare.toLowerCase();
  const readings: Reading[] = [];
  const roman = romanValue(low);
  if (roman !== null) readings.push({ style: upper ? 'ROMAN' : 'roman', value: roman });
  const letter = low.charCodeAt(0) - 96;
  if (low.length === 1) readings.push({ style: upper ? 'ALPHA' : 'alpha', value: letter });
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
