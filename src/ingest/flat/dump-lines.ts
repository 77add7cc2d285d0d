import { isBlank } from '../blanks.js';

/**
 * True where a dump has lost the lines of its articles while its words count the paragraphs ('Paragraph One of this
 * Article'). In such laws each sentence outside a list is a paragraph.
 */
export function hasLostParagraphs(words: readonly string[]): boolean {
  if (words.some((w) => w.includes('\n'))) return false;
  return words.filter((w) => /paragraph/i.test(w) && COUNTED.test(w)).length > 2;
}

const COUNTED = /\bparagraph (?:one|two|three)\b|\b(?:first|second) paragraph of this article\b/iu;

/** True where each line of a dump is a paragraph or a point: few of them break off inside a sentence. */
export function hasWholeLines(texts: readonly string[]): boolean {
  let lines = 0;
  let broken = 0;
  for (const words of texts) {
    let next = 0;
    for (let at = words.indexOf('\n'); at !== -1; at = words.indexOf('\n', next)) {
      let end = at;
      while (isBlank(words.charCodeAt(end - 1))) end -= 1;
      for (next = at; isBlank(words.charCodeAt(next)); next += 1) if (words.charCodeAt(next) === LINE_FEED) lines += 1;
      if (BREAKS_OFF.test(words.slice(Math.max(0, end - 2), next + 2))) broken += 1;
    }
  }
  return broken < lines * BROKEN_SHARE;
}

/** Where fewer of a dump's lines than this break off inside a sentence, each is a paragraph or a point. */
const BROKEN_SHARE = 0.1;
const LINE_FEED = 0x0a;
/** A line that ends inside a sentence, and the next. */
const BREAKS_OFF = /[\p{L},]\s*\n\s*\p{Ll}/u;

/** Words with their lines; a mark that stands on a line of its own is put before the words it counts. */
export function layOut(words: string): string {
  const composed = words.normalize('NFC');
  const plain = composed.includes('\r') ? composed.replace(/\r\n?/gu, '\n') : composed;
  const spaced = /[^\S\n ]| {2}/.test(plain) ? plain.replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ') : plain;
  if (!spaced.includes('\n')) return spaced.trim();
  return spaced
    .replace(/^(\([\p{L}\d]{1,5}\)|\d{1,3}\.|[–—-])\s*\n+\s*(?=\S)/gmu, '$1 ')
    .replace(/ \n ?|\n /g, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** What scrapers leave of a page in its words: the signs that HTML writes by their numbers, and a script at the very end. */
export function unescaped(words: string): string {
  const law = words.includes('$(document)') ? words.replace(SCRIPT, '') : words;
  if (!law.includes('&')) return law;
  return law.replace(ESCAPED, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= MOST_CODE ? String.fromCodePoint(code) : whole;
  });
}

const ESCAPED = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu;
const MOST_CODE = 0x10ffff;
const SCRIPT = /\s*\/*\$\(document\)\.ready\(function\(\)\s*\{[^{}]{0,500}\}\);?\s*$/u;

/** A mark of a list that a dump has glued to the words on both sides: `which(a)is`. */
const GLUED_MARK =
  /(?<=[\p{Ll},;:])(?<!(?:paragraph|section|subsection|clause|article))(\((?:[a-z]|[ivx]{1,4})\))(?=[\p{Ll}])/gu;
/** This many of them are no accident. */
const LEAST_GLUED = 10;

/** How such marks stand on lines of their own again; the words come back unchanged where the dump glues none. */
export function partedMarks(words: readonly string[]): (text: string) => string {
  let found = 0;
  for (const text of words) found += text.match(GLUED_MARK)?.length ?? 0;
  return found < LEAST_GLUED ? (text) => text : (text) => text.replace(GLUED_MARK, '\n\n$1 ');
}
