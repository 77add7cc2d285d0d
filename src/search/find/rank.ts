import { jurisdictionNames } from '../query/facets.js';
import { isSilent } from '../query/meaning.js';
import { type Query, textLeaves } from '../query/model.js';
import { termsOf } from '../terms/terms.js';
import { weakerReadings } from './relax.js';

/** What ranking looks at beside bm25: the same facts in the database and in the portable index. */
export interface Candidate {
  readonly instrument: string;
  readonly eId: string;
  readonly heading: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly score: number;
}

export interface Ranked<C> {
  readonly hits: readonly (C & { readonly holdsAll: boolean })[];
  /** Provisions that hold all that was asked. */
  readonly total: number;
  /** The reading that found them: `words`, or `some-words` where some hits lack a word. */
  readonly isWeakened: boolean;
}

/** Answers a query from one index: the best so many hits, by bm25, and how many match in all. */
export type Ask<C> = (query: Query, limit: number) => { readonly hits: readonly C[]; readonly total: number };

/**
 * So many of the best by bm25 are looked at again; what comes after keeps its order. The heading can at most double a
 * score, so what bm25 puts further down is not missed at the top.
 */
const WINDOW = 100;
/** A heading made of the query's words doubles the score; the instrument's name in the query adds half. Chosen by judgement, see ADR 0004. */
const HEADING_BONUS = 1;
const NAME_BONUS = 0.5;
/** Model laws say everything as clearly as can be, so they would come before the laws that are in force. Chosen by judgement. */
const MODEL_SHARE = 0.5;
/** A provision that lacks one of four words keeps 42 % of its score. Chosen by judgement. */
const LACK_EXPONENT = 3;
/** With so many strict answers nobody needs those that lack a word. */
const ENOUGH = 10;

/**
 * Ranks what an index finds: bm25, raised where the heading is made of the query's words or the query names the instrument. Where
 * plain words find fewer than ten provisions, those that lack a word are put in their place among them, and told apart; not so where
 * `isStrict`: a citation of what is not there is not answered with what holds its number.
 */
export function rank<C extends Candidate>(
  query: Query,
  limit: number,
  offset: number,
  ask: Ask<C>,
  isStrict = false,
): Ranked<C> {
  const wanted = Math.max(WINDOW, offset + limit);
  const strict = ask(query, wanted);
  const readings = strict.total < ENOUGH && !isStrict ? weakerReadings(query) : [];
  const found = new Map(strict.hits.map((h) => [keyOf(h), { hit: h, score: h.score, holdsAll: true }]));
  for (const { query: weaker, share, repeats } of readings) {
    if (found.size >= wanted) break;
    for (const hit of ask(weaker, WINDOW).hits) {
      const score = (hit.score / repeats) * share ** LACK_EXPONENT;
      if (!found.has(keyOf(hit))) found.set(keyOf(hit), { hit, score, holdsAll: false });
    }
  }
  const boost = booster(query);
  const all = [...found.values()];
  const reviewed = all
    .slice(0, readings.length > 0 ? all.length : WINDOW)
    .map((f) => ({ ...f, score: f.score * boost(f.hit) }));
  reviewed.sort((a, b) => b.score - a.score || compare(a.hit, b.hit));
  const ordered = [...reviewed, ...all.slice(reviewed.length)];
  const hits = ordered.slice(offset, offset + limit).map(({ hit, score, holdsAll }) => ({ ...hit, score, holdsAll }));
  return { hits, total: strict.total, isWeakened: all.length > strict.total };
}

/** Returns a function that says by how much a candidate's heading and name raise its score. */
export function booster(query: Query): (c: Candidate) => number {
  const terms = (text: string): string[] => termsOf(text).map((t) => t.term);
  const asked = new Set(
    textLeaves(query.root)
      .filter((l) => !isSilent(l))
      .flatMap((l) => terms(l.text)),
  );
  return (c) => {
    const share = c.kind === 'archetype' ? MODEL_SHARE : 1;
    if (asked.size === 0) return share;
    const heading = new Set(terms(c.heading));
    const shared = [...heading].filter((t) => asked.has(t)).length;
    const agreement = shared === 0 ? 0 : (2 * shared) / (asked.size + heading.size);
    const name = nameTerms(c);
    const named = [...asked].filter((t) => !heading.has(t) && name.has(t)).length / asked.size;
    return share * (1 + HEADING_BONUS * agreement) * (1 + NAME_BONUS * named);
  };
}

/** The index terms of an instrument's names, remembered: a study has some hundreds of instruments, and every query meets the same. */
function nameTerms({ title, aliases, jurisdictions }: Candidate): ReadonlySet<string> {
  const key = [title, ...aliases, ...jurisdictions].join('\n');
  const known = names.get(key);
  if (known !== undefined) return known;
  const text = [title, ...aliases, ...jurisdictions.flatMap(jurisdictionNames)].join(' ; ');
  const made = new Set(termsOf(text).map((t) => t.term));
  if (names.size >= MOST_NAMES) names.clear();
  names.set(key, made);
  return made;
}
const names = new Map<string, ReadonlySet<string>>();
const MOST_NAMES = 4096;

function keyOf(c: Candidate): string {
  return `${c.instrument} ${c.eId}`;
}

function compare(a: Candidate, b: Candidate): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
