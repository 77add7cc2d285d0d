import { chainOf, type Head } from './heads.js';
import type { Line } from './lines.js';
import { headsOf, type Style } from './style.js';

/** What must stand before a head that lost its line: the end of a sentence, or nothing but the words of a heading, small ones (ke, di, of) among them. */
const BEFORE = /(?:[.;:!?)\]”"»’]\W{0,4}|\p{Ll}|^\p{Lu}\S*\s+(?:(?:\p{Lu}\S*|\p{Ll}{1,3})\s+)*)$/u;
/** What follows it: a first paragraph, or words that begin a title or a sentence. */
const AFTER = /^\.?\s*(?:\(?[1lI]\)|[“"«]?\p{Lu})/u;

/**
 * Lines in which heads that were glued to the paragraph before them stand on lines of their own again. Such a head is believed
 * only where its number is missing between the heads at lines' starts and continues their sequence, its word is theirs, and a
 * sentence has ended before it. A text without gaps in its numbers comes back unchanged.
 */
export function withLostHeads(lines: readonly Line[], style: Style): readonly Line[] {
  if (style.kind !== 'article') return lines;
  const chain = chainOf(headsOf(lines, style, () => false));
  if (chain.length < style.least) return lines;
  const cuts = new Map<number, number[]>();
  for (const [word, heads] of byWord(chain)) {
    let last: Counted = { at: 0, count: 0 };
    for (const next of [...heads, { at: lines.length, count: Number.POSITIVE_INFINITY }]) {
      fill(lines, word, last, next, cuts);
      last = next;
    }
  }
  return cuts.size === 0 ? lines : lines.flatMap((line, at) => split(line, cuts.get(at) ?? []));
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

/** A place inside a line where a missing head may stand. */
interface Candidate extends Counted {
  readonly offset: number;
}

/** Notes where the missing numbers between two heads stand inside lines: the longest run of them that counts upwards. */
function fill(lines: readonly Line[], word: string, from: Counted, until: Counted, cuts: Map<number, number[]>): void {
  if (until.count <= from.count + 1) return;
  const found: Candidate[] = [];
  for (let at = from.at; at < until.at; at += 1) {
    const text = lines[at]?.text ?? '';
    for (let index = text.indexOf(word, 1); index > 0; index = text.indexOf(word, index + 1)) {
      const digits = /^\d{1,4}/u.exec(text.slice(index + word.length))?.[0];
      const count = Number(digits);
      if (digits === undefined || count <= from.count || count >= until.count) continue;
      // A letter glued to the word (`luậtĐiều 5`) ends a sentence that lost its full stop.
      const isHead = BEFORE.test(text.slice(0, index)) && AFTER.test(text.slice(index + word.length + digits.length));
      if (isHead) found.push({ at, offset: index, count });
    }
  }
  for (const { at, offset } of longestRun(found, from.count)) cuts.set(at, [...(cuts.get(at) ?? []), offset]);
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

function split(line: Line, offsets: readonly number[]): Line[] {
  const ends = [0, ...offsets].sort((a, b) => a - b);
  return ends.map((start, i) => {
    const text = line.text.slice(start, ends[i + 1]).trim();
    return i === 0 ? { ...line, text } : { ...line, text, starts: true, level: null };
  });
}
