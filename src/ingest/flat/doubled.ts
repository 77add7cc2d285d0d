import type { Diagnostic } from '../../model/index.js';
import { isBlank } from '../blanks.js';

/** Words in a row that make an echo; shorter ones law repeats of itself ('or both, or both'). */
const ECHO_WORDS = 8;

/** Above this share of words said twice running a copy is damaged: the corpus's one such dump has 0.41, the next of its laws 0.007. */
const MAX_DOUBLED_SHARE = 0.05;

/**
 * A warning where a law's words stand there twice running: scrapers of nested lists write each list once for its parent and
 * once for itself. The words are kept as the copy has them, for which of the two was meant cannot be known.
 */
export function saidTwice(texts: readonly string[]): Diagnostic[] {
  const words = texts.map((t) => new Words(t));
  const all = words.reduce((n, w) => n + w.count, 0);
  const doubled = words.reduce((n, w) => n + doubledWords(w), 0);
  if (all === 0 || doubled / all <= MAX_DOUBLED_SHARE) return [];
  return [
    {
      ruleId: 'ingest/said-twice',
      severity: 'warning',
      message: `${Math.round((100 * doubled) / all)} % of the words stand there twice running: the copy's maker doubled them.`,
      mend: "Read the publisher's own text before you quote it.",
      file: null,
      instrument: null,
      span: null,
    },
  ];
}

/** How many words are an echo of the words right before them: runs in which each shingle lies as far from its like as the run is long. */
function doubledWords(words: Words): number {
  const shingles = words.count - ECHO_WORDS + 1;
  // Most articles are too short to say anything twice.
  if (shingles < 2) return 0;
  const last = new LastPlaces(words, shingles);
  let distance = 0;
  let run = 0;
  let doubled = 0;
  const close = (): void => {
    if (run > 0 && run + ECHO_WORDS - 1 >= distance) doubled += distance;
    run = 0;
  };
  for (let i = 0; i < shingles; i++) {
    const gap = i - last.replace(i);
    if (gap !== distance) {
      close();
      distance = gap;
    }
    if (gap > 0) run += 1;
  }
  close();
  return doubled;
}

/** Where the words of a text begin and end, each with a number by which it is told from most others: no word is cut out. */
class Words {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly hashes: number[] = [];

  constructor(readonly text: string) {
    let hash = 0;
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 0x20;
      if (!isBlank(code)) {
        if (start < 0) start = at;
        hash = Math.imul(hash ^ code, FNV_PRIME);
      } else if (start >= 0) {
        this.starts.push(start);
        this.ends.push(at);
        this.hashes.push(hash);
        start = -1;
        hash = 0;
      }
    }
  }

  get count(): number {
    return this.starts.length;
  }

  word(at: number): string {
    return this.text.slice(this.starts[at], this.ends[at]);
  }
}

/** Of Fowler, Noll and Vo; any odd number of many bits would do. */
const FNV_PRIME = 0x01000193;

/** Where each shingle was met last. A table of places by hash: to join the words of each and look them up takes ten times as long. */
class LastPlaces {
  private readonly table: Int32Array;
  private readonly hashes: Int32Array;

  constructor(
    private readonly words: Words,
    shingles: number,
  ) {
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(shingles * 2)));
    this.hashes = new Int32Array(shingles);
    for (let at = 0; at < shingles; at += 1) this.hashes[at] = this.hashOf(at);
  }

  /** The place where the shingle at `at` was met last, which is `at` from now on; `at` itself where it is new. */
  replace(at: number): number {
    const { table, hashes } = this;
    const mask = table.length - 1;
    const hash = hashes[at] ?? 0;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let place = table[slot] ?? 0; place > 0; place = table[slot] ?? 0) {
      if (hashes[place - 1] === hash && this.isSame(place - 1, at)) {
        table[slot] = at + 1;
        return place - 1;
      }
      slot = (slot + 1) & mask;
    }
    table[slot] = at + 1;
    return at;
  }

  private hashOf(at: number): number {
    let hash = 0;
    for (let i = at; i < at + ECHO_WORDS; i += 1) hash = Math.imul(hash, FNV_PRIME) ^ (this.words.hashes[i] ?? 0);
    return hash;
  }

  private isSame(left: number, right: number): boolean {
    for (let i = 0; i < ECHO_WORDS; i += 1) if (this.words.word(left + i) !== this.words.word(right + i)) return false;
    return true;
  }
}
