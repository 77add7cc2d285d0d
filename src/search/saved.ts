import { createHash } from 'node:crypto';
import type { FacetName } from '../model/index.js';
import { isBare } from './cite/citation.js';
import { readings } from './cite/reading/pinpoint.js';
import type { SearchRequest } from './find/request.js';
import { withoutFacets } from './query/carries.js';
import { parseQuery } from './query/parse.js';
import { printQuery } from './query/print.js';

/** As many hexadecimal digits as keep the searches of one study apart (a billion would share one in two). */
const ID_DIGITS = 10;

/**
 * A search as it is kept: its canonical form, and an id that follows from that alone, so that the same search has the same id
 * in every study and release. Which page was shown is no part of it.
 * @throws QueryError where the query cannot be read.
 */
export function toSaved(request: SearchRequest): { readonly id: string; readonly request: string } {
  const facets = Object.entries(request.facets ?? {})
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => [name, [...values].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const kept = JSON.stringify({
    query: canonical(request.query),
    like: request.like ?? null,
    facets: Object.fromEntries(facets),
    synonyms: request.synonyms === true,
    sort: request.sort ?? 'relevance',
  });
  return { id: `s-${createHash('sha256').update(kept).digest('hex').slice(0, ID_DIGITS)}`, request: kept };
}

/** What reads as a citation is kept as typed: printed as words, `46(2)(c)` would be the words 46, 2 and c. */
function canonical(query: string): string {
  const { words } = withoutFacets(query);
  if (isBare(words) && readings(words).length > 0) return query.replace(/\s+/g, ' ').trim();
  return printQuery(parseQuery(query));
}

/** The request of a saved search. Only `toSaved` writes these. */
export function fromSaved(kept: string): SearchRequest {
  return JSON.parse(kept) as SearchRequest & { facets: Partial<Record<FacetName, string[]>> };
}
