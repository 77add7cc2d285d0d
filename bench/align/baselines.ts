import type { Candidate } from '../../src/align/pair/links.js';
import { profile, type UnitProfile } from '../../src/align/profile.js';
import { type Bag, countBags } from '../../src/align/words/bags.js';
import type { GoldPair } from './data.js';

/** Plain measures of two units that the method has to beat, each by its name. */
export function baselines(pair: GoldPair): readonly (readonly [string, (c: Candidate) => number])[] {
  return [
    ['TF-IDF cosine', (c) => c.features.text ?? 0],
    ['BM25', bm25(pair)],
    ['5-gram Jaccard', jaccard()],
    ['codes alone', (c) => c.features.codes ?? 0],
  ];
}

function bm25(pair: GoldPair): (c: Candidate) => number {
  const docs = profile(pair.right).units;
  const stems = new Map<UnitProfile, Bag>([...profile(pair.left).units, ...docs].map((u) => [u, u.stems]));
  const mean = docs.reduce((n, u) => n + size(u.stems), 0) / Math.max(1, docs.length);
  const frequency = countBags(docs.map((u) => u.stems));
  return (c) => {
    let score = 0;
    const [left, right] = [stems.get(c.left), stems.get(c.right)];
    if (left === undefined || right === undefined) return score;
    for (const stem of left.ids) {
      const tf = right.counts[right.ids.indexOf(stem)] ?? 0;
      if (tf === 0) continue;
      const df = frequency.get(stem) ?? 0;
      const norm = tf + 1.2 * (0.25 + (0.75 * size(right)) / mean);
      score += Math.log(1 + (docs.length - df + 0.5) / (df + 0.5)) * ((tf * 2.2) / norm);
    }
    return score;
  };
}

function jaccard(): (c: Candidate) => number {
  const grams = new Map<UnitProfile, ReadonlySet<string>>();
  const gramsOf = (u: UnitProfile) => {
    const set =
      grams.get(u) ??
      new Set(Array.from({ length: Math.max(0, u.fingerprint.length - 4) }, (_, i) => u.fingerprint.slice(i, i + 5)));
    grams.set(u, set);
    return set;
  };
  return (c) => {
    const [a, b] = [gramsOf(c.left), gramsOf(c.right)];
    let shared = 0;
    for (const g of a) if (b.has(g)) shared++;
    return shared / Math.max(1, a.size + b.size - shared);
  };
}

const size = (bag: Bag) => bag.counts.reduce((a, b) => a + b, 0);
