import { readFileSync } from 'node:fs';
import { type PortablePassage, type PortableSearch, type SearchPort, search } from '../../src/search/index.js';
import type { StudyStore } from '../../src/store/index.js';

/** The 200 queries of the bench, one a line. */
export function benchQueries(): string[] {
  return readFileSync(new URL('queries.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
}

/** How far two indexes over the same passages agree on what stands at the top. */
export interface Overlap {
  /** Share of the ten best of the one that stand among the ten best of the other, the mean over the queries that find something in [0,1]. */
  readonly mean: number;
  /** Queries that find something. */
  readonly answered: number;
  /** Queries that share fewer than eight of ten, worst first. */
  readonly apart: readonly string[];
  /** Queries of which the one counts other totals than the other. */
  readonly totals: readonly string[];
}

const DEPTH = 10;
const LEAST = 0.8;

/** Asks both the same and compares the ten best. */
export function overlap(queries: readonly string[], port: SearchPort, find: PortableSearch): Overlap {
  const shares: [share: number, query: string][] = [];
  const totals: string[] = [];
  for (const query of queries) {
    const there = search({ query, limit: DEPTH }, port);
    const here = find(query, DEPTH);
    if (there.total !== here.total) totals.push(`${query} (${there.total}, ${here.total})`);
    const isCited = there.reading === 'citation';
    const best = new Set(there.hits.map((h) => `${h.instrument} ${isCited ? h.provision : h.passage}`));
    const wanted = Math.max(best.size, here.hits.length);
    if (wanted === 0) continue;
    const shared = here.hits.filter((h) => best.has(`${h.instrument} ${isCited ? h.provision : h.eId}`)).length;
    shares.push([shared / wanted, query]);
  }
  return {
    mean: shares.reduce((sum, [share]) => sum + share, 0) / Math.max(1, shares.length),
    answered: shares.length,
    apart: shares
      .filter(([share]) => share < LEAST)
      .sort((a, b) => a[0] - b[0])
      .map(([share, query]) => `${share.toFixed(2)} ${query}`),
    totals,
  };
}

/** The study's laws, searched by an index over these passages alone, which is written into an empty store. */
export function narrowed(study: StudyStore, empty: StudyStore, kept: Iterable<PortablePassage>): SearchPort {
  const byLaw = new Map<string, PortablePassage['passage'][]>();
  for (const { instrument, passage } of kept) byLaw.set(instrument, [...(byLaw.get(instrument) ?? []), passage]);
  for (const [instrument, passages] of byLaw) empty.putPassages(instrument, passages);
  empty.tidyIndex();
  const laws = study.instruments().filter((m) => byLaw.has(m.id));
  return {
    mostExpanded: empty.mostExpanded,
    instruments: () => laws,
    cited: (instrument, citation) => study.cited(instrument, citation),
    citedWithin: (instrument, citation) => study.citedWithin(instrument, citation),
    passages: (instrument) => study.passages(instrument),
    excerpt: (ref) => study.excerpt(ref),
    annotations: (filter) => study.annotations(filter),
    find: (query) => empty.find(query),
    facets: (query) => empty.facets(query),
    groups: (query, by) => empty.groups(query, by),
    vocabulary: (start, glob, limit) => empty.vocabulary(start, glob, limit),
    frequencies: (terms) => empty.frequencies(terms),
  };
}
