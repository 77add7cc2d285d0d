import { chainOf, type Head } from './heads.js';
import type { Line } from './lines.js';
import { headsOf, type Style } from './style.js';

/** What must stand before a head that lost its line: the end of a sentence (a stray letter of the scan may follow it), or nothing but the words of a heading, small ones (ke, di, of) among them. */
const BEFORE =
  /(?:[.;:!?)\]”"»’](?:\W{0,4}|\s\p{L}\s)|\p{Ll}|^\p{Lu}\S*\s+(?:(?:\p{Lu}\S*|\p{Ll}{1,3})\s+)*|\b\p{Lu}{4,}\s)$/u;
/** What follows it: a first paragraph, or words that begin a title or a sentence. */
const AFTER = /^\.?\s*(?:\(?[1lI]\)|[“"«]?\p{Lu})/u;
/** A first paragraph right behind the number: no citation has it, whatever stands before. */
const FIRST_PARAGRAPH = /^\s\([1lI]\)\s\p{Lu}/u;
/** The heading of a division that lost its line together with the head below it. */
const DIVISION_BEFORE =
  /(?<=[.;:!?)]\W{0,4})((?:BAB|CHAPTER|CAP[ÍI]TULO|Chương|PART)\s+[\dIVXLivxl]{1,6}\s+[\p{Lu}\s,]{4,150}?)\s*$/u;
/** Digits as scans read them. */
const DIGITS = /^(?:\d[\dOIl]{0,3}|[lI][\dOIl]{0,2})(?![\p{L}\d])/u;

/**
 * Lines in which heads that were glued to the paragraph before them stand on lines of their own again. Such a head is believed
 * only where its number is missing between the heads at lines' starts and continues their sequence, its word is theirs, and a
 * sentence has ended before it or its first paragraph follows. A text without gaps in its numbers comes back unchanged.
 */
export function withLostHeads(glued: readonly Line[], style: Style): readonly Line[] {
  const lines = withLostDivisions(glued);
  if (style.kind !== 'article') return lines;
  const chain = chainOf(headsOf(lines, style, () => false));
  if (chain.length < style.least) return lines;
  const cuts = new Map<number, Candidate[]>();
  for (const [word, heads] of byWord(chain)) {
    let last: Counted = { at: 0, count: 0 };
    for (const next of [...heads, { at: lines.length, count: Number.POSITIVE_INFINITY }]) {
      fill(lines, word, last, next, cuts);
      last = next;
    }
  }
  return cuts.size === 0 ? lines : lines.flatMap((line, at) => split(line, cuts.get(at) ?? []));
}

/** The number of a division that ends a line, glued to the full stop before it. */
const GLUED_DIVISION = /(?<=\p{Ll}[.;])((?:BAB|CHAPTER|Chapter|CAP[ÍI]TULO|Cap[íi]tulo|Chương|PART)\s+[\dIVXL]{1,6})$/u;

/** The heading of an Indonesian section (Bagian) that ends a line behind a sentence, in front of an article. */
const GLUED_SECTION =
  /(?<=[\p{Ll})][.;] ?)((?:Bagian|BAGIAN) (?:Ke\p{Ll}+|KE\p{Lu}+|Pertama|PERTAMA)(?: (?:\p{Lu}\S*|dan|atau|atas|di|dari|dalam))+)$/u;

/** Lines in which such a number (`….Chương III`) stands on a line of its own again. */
function withLostDivisions(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => {
    const found = GLUED_DIVISION.exec(line.text) ?? GLUED_SECTION.exec(line.text);
    if (found === null) return [line];
    const own = { ...line, text: line.text.slice(0, found.index) };
    return [own, { ...line, text: found[1] ?? '', starts: true, level: null }];
  });
}

/** Lines whose first head, `Pasal I` before `Pasal 2`, has the digit that a scan took for a letter. */
export function withFirstHead(lines: readonly Line[], style: Style): readonly Line[] {
  if (style.kind !== 'article') return lines;
  const [first, second] = chainOf(headsOf(lines, style, () => false));
  const word = /^(\p{L}{3,}\s)[Il]$/u.exec(first?.num ?? '')?.[1];
  if (first === undefined || word === undefined || second?.num !== `${word}2`) return lines;
  return lines.map((l, at) => (at === first.at ? { ...l, text: `${word}1${l.text.slice(first.num.length)}` } : l));
}

/** Further jumps than this are mentions. */
const MOST_MISSING = 5;

interface Counted {
  readonly at: number;
  readonly count: number;
}

/** The heads whose numbers end in a plain count, by the words and digits before it ('Pasal ', 'Điều 1.11.LQ.'). */
function byWord(chain: readonly Head[]): Map<string, Counted[]> {
  const words = new Map<string, Counted[]>();
  for (const { at, num } of chain) {
    const found = /^(\p{L}{3,}\s.*?)(\d+)$/u.exec(num);
    if (found?.[1] !== undefined)
      words.set(found[1], [...(words.get(found[1]) ?? []), { at, count: Number(found[2]) }]);
  }
  return words;
}

/** A place inside a line where a missing head may stand: where it begins, and where its digits do and end. */
interface Candidate extends Counted {
  readonly offset: number;
  readonly from: number;
  readonly until: number;
}

/** Notes where the missing numbers between two heads stand inside lines: the longest run of them that counts upwards. */
function fill(
  lines: readonly Line[],
  word: string,
  from: Counted,
  until: Counted,
  cuts: Map<number, Candidate[]>,
): void {
  if (until.count <= from.count + 1) return;
  const found: Candidate[] = [];
  for (let at = from.at; at < until.at; at += 1) {
    const text = lines[at]?.text ?? '';
    for (let index = text.indexOf(word, 1); index > 0; index = text.indexOf(word, index + 1)) {
      const digits = DIGITS.exec(text.slice(index + word.length))?.[0];
      const count = digits === undefined ? Number.NaN : countOf(digits);
      if (digits === undefined || !(count > from.count && count < until.count)) continue;
      const digitsAt = index + word.length;
      const after = text.slice(digitsAt + digits.length);
      // A letter glued to the word (`luậtĐiều 5`) ends a sentence that lost its full stop.
      const isHead = FIRST_PARAGRAPH.test(after) || (BEFORE.test(text.slice(0, index)) && AFTER.test(after));
      if (isHead) found.push({ at, offset: index, count, from: digitsAt, until: digitsAt + digits.length });
    }
  }
  for (const candidate of longestRun(found, from.count))
    cuts.set(candidate.at, [...(cuts.get(candidate.at) ?? []), candidate]);
}

/** 70 for `7O`, 11 for `1l`: letters that a scan takes for digits. */
function countOf(digits: string): number {
  return Number(digits.replaceAll('O', '0').replace(/[Il]/gu, '1'));
}

/** The longest run that counts upwards; after the last head at a line's start (no upper bound) jumps are not believed. */
function longestRun(found: readonly Candidate[], from: number): Candidate[] {
  const best: Candidate[][] = [];
  for (const [i, candidate] of found.entries()) {
    let before: Candidate[] = [];
    for (let j = 0; j < i; j += 1) {
      const run = best[j] ?? [];
      const last = run.at(-1)?.count ?? from;
      if (run.length > before.length && last < candidate.count && candidate.count - last <= MOST_MISSING) before = run;
    }
    best.push(before.length > 0 || candidate.count - from <= MOST_MISSING ? [...before, candidate] : []);
  }
  return best.reduce((a, b) => (b.length > a.length ? b : a), [] as Candidate[]);
}

/** The line in pieces, one for each head; the heading of a division right above a head gets a line of its own, too. */
function split(line: Line, cuts: readonly Candidate[]): Line[] {
  const sorted = [...cuts].sort((a, b) => a.offset - b.offset);
  const pieces: Line[] = [];
  for (const [i, start] of [0, ...sorted.map((c) => c.offset)].entries()) {
    const text = withDigits(line.text, start, sorted[i]?.offset, sorted[i - 1]).trim();
    const division = i < sorted.length ? DIVISION_BEFORE.exec(text) : null;
    const own = division === null ? text : text.slice(0, division.index).trim();
    const rest = { ...line, starts: true, level: null };
    pieces.push(i === 0 ? { ...line, text: own } : { ...rest, text: own });
    if (division !== null) pieces.push({ ...rest, text: division[1] ?? '' });
  }
  return pieces.filter((p) => p.text !== '');
}

/** A stretch of the text, the number of the head that it begins with in digits. */
function withDigits(text: string, start: number, end: number | undefined, head: Candidate | undefined): string {
  return head === undefined
    ? text.slice(start, end)
    : `${text.slice(start, head.from)}${head.count}${text.slice(head.until, end)}`;
}
