import type { Instrument, Provision } from '../../model/index.js';
import { basicUnitOf } from '../../text/provisions.js';

/** A unit with the log-odds of each code, as its own words, headings and cues give them. */
export interface Rated {
  readonly provision: Provision;
  readonly odds: Float64Array;
}

/** How a claim stands among the others of its law. */
export const PLACE_SIGNS = [
  'odds',
  'others of the article',
  'mean of the article',
  'unit above',
  'units below',
  'unit before',
  'unit after',
  'rank in the law',
  'behind the best of the law',
  'expected in the law',
  'units of the article',
  'rival code',
  'other codes',
] as const;

/** Odds beyond this say no more; what is not there counts as surely not. */
const FURTHEST = 8;

interface Article {
  readonly best: Float64Array;
  readonly second: Float64Array;
  readonly sum: Float64Array;
  count: number;
}

/**
 * A function that writes, for unit `i` and code `c`, the `PLACE_SIGNS` into an array from its beginning on. A rule is seldom stated
 * twice, and what surrounds it speaks of it: a claim is weighed against those of its article, its neighbours and its law.
 */
export function placesOf(
  instrument: Instrument,
  units: readonly Rated[],
  codes: number,
): (i: number, c: number, out: Float64Array) => void {
  const table = units.map(({ odds }) => odds.map((o) => Math.max(-FURTHEST, Math.min(FURTHEST, o))));
  const at = (i: number | undefined, c: number): number => (i === undefined ? undefined : table[i]?.[c]) ?? -FURTHEST;
  const indexes = new Map(units.map(({ provision }, i) => [provision.eId, i]));
  const parents = units.map(({ provision }) => (provision.parent === null ? undefined : indexes.get(provision.parent)));
  const below = new Map<number, Float64Array>();
  const articles = new Map<string, Article>();
  const expected = new Float64Array(codes);
  const articleOf = units.map(({ provision }, i) => {
    const own = table[i] ?? new Float64Array(codes);
    const key = (basicUnitOf(instrument, provision) ?? provision).eId;
    const article = articles.get(key) ?? none(codes);
    articles.set(key, article);
    article.count += 1;
    const parent = parents[i];
    const children = parent === undefined ? null : (below.get(parent) ?? new Float64Array(codes).fill(-FURTHEST));
    if (parent !== undefined && children !== null) below.set(parent, children);
    own.forEach((o, c) => {
      if (o > (article.best[c] ?? 0)) {
        article.second[c] = article.best[c] ?? 0;
        article.best[c] = o;
      } else if (o > (article.second[c] ?? 0)) article.second[c] = o;
      article.sum[c] = (article.sum[c] ?? 0) + o;
      expected[c] = (expected[c] ?? 0) + sure(o);
      if (children !== null) children[c] = Math.max(children[c] ?? -FURTHEST, o);
    });
    return article;
  });
  const all = [...articles.values()];
  const ranks = Array.from({ length: codes }, (_, c) => Float64Array.from(all, (a) => a.best[c] ?? 0).sort());
  const rivals = table.map(rivalsOf);
  return (i, c, out) => {
    const own = at(i, c);
    const article = articleOf[i];
    const best = article?.best[c] ?? own;
    const rising = ranks[c] ?? new Float64Array(0);
    const rival = rivals[i];
    out[0] = own;
    out[1] = own >= best ? (article?.second[c] ?? -FURTHEST) : best;
    out[2] = (article?.sum[c] ?? own) / (article?.count ?? 1);
    out[3] = at(parents[i], c);
    out[4] = below.get(i)?.[c] ?? -FURTHEST;
    out[5] = at(i - 1, c);
    out[6] = at(i + 1, c);
    out[7] = Math.log1p(rising.length - above(rising, own));
    out[8] = (rising.at(-1) ?? own) - own;
    out[9] = expected[c] ?? 0;
    out[10] = article?.count ?? 1;
    out[11] = (rival?.code === c ? rival.second : rival?.best) ?? -FURTHEST;
    out[12] = (rival?.total ?? 0) - sure(own);
  };
}

const sure = (odds: number): number => 1 / (1 + Math.exp(-odds));

function none(codes: number): Article {
  const blank = (): Float64Array => new Float64Array(codes).fill(-FURTHEST);
  return { best: blank(), second: blank(), sum: new Float64Array(codes), count: 0 };
}

/** The likeliest code of a unit, the odds of it and of the next, and how many codes are to be expected. */
function rivalsOf(own: Float64Array) {
  let code = 0;
  let second = -FURTHEST;
  let total = 0;
  own.forEach((o, c) => {
    total += sure(o);
    if (c > 0 && o > (own[code] ?? 0)) {
      second = own[code] ?? 0;
      code = c;
    } else if (c > 0 && o > second) second = o;
  });
  return { code, best: own[code] ?? -FURTHEST, second, total };
}

/** How many of the rising values are no greater than `value`. */
export function above(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
