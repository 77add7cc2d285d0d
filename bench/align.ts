import { align } from '../src/align/index.js';
import { type Candidate, chooseLinks, rank } from '../src/align/links.js';
import { profile, type UnitProfile } from '../src/align/profile.js';
import { type Coder, type GoldPair, loadPairs } from './align-data.js';
import { learn, type Question } from './align-fit.js';

/**
 * A table of alignment quality against the development gold: per pair and macro, left units missing from the parsed text counted as wrong.
 * `learned` rows leave the measured pair out of the fit; `shipped` is what `align` does, its weights fitted on all pairs.
 * Without `code` no unit carries codes, which the table then says.
 */
export async function benchAlign(code: Coder | null = null): Promise<string> {
  const loaded = await loadPairs(code ?? (() => []));
  if (loaded === null) return 'align: skipped, no ../shared/gold beside the corpus';
  const lines = [`alignment against dev gold, ${code === null ? 'WITHOUT codes (no coder given)' : 'machine codes'}`];
  const isRead = (p: GoldPair) => profile(p.left).units.length > 0 && profile(p.right).units.length > 0;
  const pairs = loaded.filter(isRead);
  for (const p of loaded)
    if (!isRead(p)) lines.push(`NOT MEASURED: ${p.left.instrument.metadata.id} has no articles as parsed`);
  lines.push('pair\tmethod\ttop-1\trecall@5\tlinks F1\tnone F1\trelation');
  const sums = new Map<string, number[][]>();
  const add = (pair: string, method: string, figures: readonly number[]) => {
    lines.push([pair, method, ...figures.map((f) => (Number.isNaN(f) ? '-' : f.toFixed(3)))].join('\t'));
    sums.set(method, [...(sums.get(method) ?? []), [...figures]]);
  };
  const questions = pairs.map((p) => ask(p));
  const isCross = (p: GoldPair) => p.left.instrument.metadata.language !== p.right.instrument.metadata.language;
  for (const [i, pair] of pairs.entries()) {
    const name = pair.left.instrument.metadata.id;
    const others = questions.filter((_, j) => j !== i && isCross(pairs[j] ?? pair) === isCross(pair));
    const learned = rank(profile(pair.left), profile(pair.right), learn(others));
    add(name, 'learned (pair left out)', [
      ...ranking(pair, learned),
      ...linking(pair, chooseLinks(learned)),
      Number.NaN,
    ]);
    const shipped = rank(profile(pair.left), profile(pair.right));
    add(name, 'shipped', [...ranking(pair, shipped), ...linking(pair, chooseLinks(shipped)), relations(pair)]);
    for (const [method, measure] of baselines(pair)) {
      const rows = shipped.map((row) =>
        [...row]
          .map((c) => ({ ...c, score: measure(c) }))
          .sort((a, b) => b.score - a.score || a.right.unit.span.start - b.right.unit.span.start),
      );
      add(name, method, [...ranking(pair, rows), Number.NaN, Number.NaN, Number.NaN]);
    }
  }
  for (const [method, rows] of sums) {
    const macro = [0, 1, 2, 3, 4].map((k) => {
      const known = rows.flatMap((r) => (Number.isNaN(r[k] ?? Number.NaN) ? [] : [r[k] ?? 0]));
      return known.length === 0 ? '-' : (known.reduce((a, b) => a + b, 0) / known.length).toFixed(3);
    });
    lines.push(['MACRO', method, ...macro].join('\t'));
  }
  return lines.join('\n');
}

type Rows = readonly (readonly Candidate[])[];
const cite = (u: UnitProfile) => u.unit.citation ?? u.unit.eId;

function ask(pair: GoldPair): readonly Question[] {
  return rank(profile(pair.left), profile(pair.right)).flatMap((candidates) => {
    const gold = candidates[0] === undefined ? undefined : pair.gold.get(cite(candidates[0].left));
    return gold === undefined ? [] : [{ candidates, isGold: (c: Candidate) => gold.has(cite(c.right)) }];
  });
}

/** Top-1 over left units with a gold link, and the share of gold links among the first five. */
function ranking(pair: GoldPair, rows: Rows): readonly [number, number] {
  const byLeft = new Map(rows.flatMap((r) => (r[0] === undefined ? [] : [[cite(r[0].left), r] as const])));
  let [asked, top, links, seen] = [0, 0, 0, 0];
  for (const [left, gold] of pair.gold) {
    if (gold.size === 0) continue;
    const five = (byLeft.get(left) ?? []).slice(0, 5).map((c) => cite(c.right));
    asked++;
    if (gold.has(five[0] ?? '')) top++;
    links += gold.size;
    seen += five.filter((c) => gold.has(c)).length;
  }
  return [top / asked, seen / links];
}

/** F1 of links and of `none`, over the left units that the gold speaks of. */
function linking(pair: GoldPair, links: Rows): readonly [number, number] {
  const units = profile(pair.left).units;
  let [found, right, noneFound, noneRight] = [0, 0, 0, 0];
  units.forEach((u, i) => {
    const gold = pair.gold.get(cite(u));
    if (gold === undefined) return;
    const mine = links[i] ?? [];
    found += mine.length;
    right += mine.filter((c) => gold.has(cite(c.right))).length;
    if (mine.length > 0) return;
    noneFound++;
    if (gold.size === 0) noneRight++;
  });
  const all = [...pair.gold.values()].reduce((n, g) => n + g.size, 0);
  const nones = [...pair.gold.values()].filter((g) => g.size === 0).length;
  return [(2 * right) / (found + all), nones === 0 ? Number.NaN : (2 * noneRight) / (noneFound + nones)];
}

/** Share of rightly linked pairs whose relation is the gold's. */
function relations(pair: GoldPair): number {
  const left = new Map(profile(pair.left).units.map((u) => [u.unit.eId, cite(u)]));
  const right = new Map(profile(pair.right).units.map((u) => [u.unit.eId, cite(u)]));
  const judged = align(pair.left, pair.right).flatMap((a) => {
    const gold = pair.gold.get(left.get(a.left.eId) ?? '')?.get(right.get(a.right?.eId ?? '') ?? '');
    return gold === undefined ? [] : [gold === a.relation ? 1 : 0];
  });
  return judged.reduce<number>((a, b) => a + b, 0) / judged.length;
}

function baselines(pair: GoldPair): readonly (readonly [string, (c: Candidate) => number])[] {
  const docs = profile(pair.right).units;
  const mean = docs.reduce((n, u) => n + size(u), 0) / Math.max(1, docs.length);
  const frequency = profile(pair.right).stemUnits;
  const bm25 = (c: Candidate) => {
    let score = 0;
    for (const stem of c.left.stems.ids) {
      const at = c.right.stems.ids.indexOf(stem);
      const tf = c.right.stems.counts[at] ?? 0;
      const df = frequency.get(stem) ?? 0;
      if (tf === 0) continue;
      const norm = tf + 1.2 * (0.25 + (0.75 * size(c.right)) / mean);
      score += Math.log(1 + (docs.length - df + 0.5) / (df + 0.5)) * ((tf * 2.2) / norm);
    }
    return score;
  };
  const grams = new Map<UnitProfile, ReadonlySet<string>>();
  const gramsOf = (u: UnitProfile) => {
    const set =
      grams.get(u) ??
      new Set(Array.from({ length: Math.max(0, u.fingerprint.length - 4) }, (_, i) => u.fingerprint.slice(i, i + 5)));
    grams.set(u, set);
    return set;
  };
  const jaccard = (c: Candidate) => {
    const [a, b] = [gramsOf(c.left), gramsOf(c.right)];
    let shared = 0;
    for (const g of a) if (b.has(g)) shared++;
    return shared / Math.max(1, a.size + b.size - shared);
  };
  return [
    ['TF-IDF cosine', (c) => c.features.text ?? 0],
    ['BM25', bm25],
    ['5-gram Jaccard', jaccard],
    ['codes alone', (c) => c.features.codes ?? 0],
  ];
}

const size = (u: UnitProfile) => u.stems.counts.reduce((a, b) => a + b, 0);
