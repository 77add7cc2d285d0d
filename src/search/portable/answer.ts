import type { FacetCounts, SortBy, TermCount } from '../../model/index.js';
import { noticeOver } from '../cite/locate.js';
import { type Ranked, rank } from '../find/rank.js';
import { NOTHING_FOUND, queryOf, readable, type SearchRequest } from '../find/request.js';
import type { Reading } from '../find/search.js';
import { suggestion, type Vocabulary, whyNothing } from '../find/suggest.js';
import { carries } from '../query/carries.js';
import type { Query } from '../query/model.js';
import { parseQuery } from '../query/parse.js';
import type { FacetTeller } from '../query/unheld.js';
import { type Snippet, stretches } from '../snippet.js';
import { fitsGlob } from '../terms/pattern.js';
import type { PortableDocument, PortableIndex } from './build.js';
import { citing } from './cited.js';
import { countFacets } from './facets.js';
import { type OpenIndex, openParts } from './packed/open.js';
import type { PackedIndex } from './packed/pack.js';
import { lunrTerms, PostingLists } from './postings.js';
import { type PortableHit, searcher } from './search.js';

/** A document of the portable index with its score and its place in `documents`. */
export interface PortableFound extends PortableDocument {
  readonly place: number;
  readonly score: number;
  /** The pinpoint that was cited, else the document's own; its eId where nobody cites it. */
  readonly provision: string;
}

export type PortableRequest = Pick<SearchRequest, 'query' | 'facets' | 'synonyms' | 'sort'>;

export interface PortableAnswer extends Ranked<PortableFound> {
  readonly reading: Exclude<Reading, 'like'>;
  /** The query with misspelt words mended; null where there is nothing to mend. */
  readonly suggestion: string | null;
  /** What to know before trusting the hits, as the command line says it. */
  readonly notice: string | null;
}

/** A search over one portable index. Each of its answers throws QueryError, which points at the place, for a query that cannot be read. */
export interface PortableSearch {
  (asked: string | PortableRequest, limit?: number, offset?: number): PortableAnswer;
  readonly documents: readonly PortableDocument[];
  /** Counts over everything that matches in full. */
  facets(asked: string | PortableRequest): FacetCounts;
  /** The stretch of a text that answers most of the query, its matches marked. */
  excerpt(asked: string | PortableRequest, text: string): Pick<Snippet, 'text' | 'marks'>;
}

/**
 * Opens a portable index, packed (whole or in parts, in any order) or in lunr's own form, for searching as the command line does: same language, same
 * ranking, same reading of citations, plain words and misspellings. Runs in a browser and in Node.
 */
export function portableSearch(portable: PortableIndex | PackedIndex | readonly PackedIndex[]): PortableSearch {
  const { documents, terms: source } = opened(portable);
  const lists = new PostingLists(source);
  const match = searcher(documents, lists);
  const laws = [
    ...new Map(documents.map((d) => [d.instrument, { ...d, id: d.instrument, aliases: d.aliases }])).values(),
  ];
  const cite = citing(laws, documents);
  const vocabulary: Vocabulary = {
    vocabulary: (start, glob, limit) =>
      counted(lists.startingWith(start).filter((t) => fitsGlob(t, glob))).slice(0, limit),
    frequencies: (terms) => counted(terms),
  };
  const counted = (terms: readonly string[]): TermCount[] =>
    terms
      .map((term) => ({ term, documents: lists.of(term).size }))
      .filter((t) => t.documents > 0)
      .sort((a, b) => b.documents - a.documents);
  const found = ({ place, score }: PortableHit, provision?: string): PortableFound[] => {
    const d = documents[place];
    return d === undefined ? [] : [{ ...d, place, score, provision: provision ?? d.citation ?? d.eId }];
  };

  const teller: FacetTeller = {
    count: (facet, value) => documents.filter((d) => carries(d, { facet, value })).length,
    values: (facet) =>
      facet === 'party' || facet === 'instrument' || facet === 'year'
        ? []
        : countFacets(documents)[facet].map((v) => v.value),
  };

  const find = (asked: string | PortableRequest, limit = 10, offset = 0): PortableAnswer => {
    const request = requestOf(asked);
    const cited = cite(request);
    const { notice } = cited;
    if (cited.isHeld) {
      const hits = cited.found
        .map(({ at, citation }, rank) => found({ place: at, score: 1 / (1 + rank) }, citation))
        .flatMap((hit) => hit.map((h) => ({ ...h, holdsAll: true })));
      const shown = hits.slice(offset, offset + limit);
      return { hits: shown, total: hits.length, isWeakened: false, reading: 'citation', suggestion: null, notice };
    }
    const query = readable(cited, () => queryOf(request, () => laws));
    if (query === null) return { ...NOTHING_FOUND, isWeakened: false, notice };
    const { sort = 'relevance' } = request;
    const ranked =
      sort === 'relevance'
        ? rank(
            query,
            limit,
            offset,
            (wanted: Query, most: number) => {
              const all = match(wanted);
              return { hits: all.slice(0, most).flatMap((hit) => found(hit)), total: all.length };
            },
            cited.isPlain,
          )
        : inOrder(
            match(query).flatMap((hit) => found(hit)),
            sort,
            limit,
            offset,
          );
    return {
      ...ranked,
      reading: ranked.isWeakened ? 'some-words' : 'words',
      suggestion:
        ranked.total === 0 && !cited.isPlain ? suggestion(request.query, parseQuery(request.query), vocabulary) : null,
      notice: noticeOver(cited, ranked.total) ?? (ranked.total === 0 ? whyNothing(query, vocabulary, teller) : null),
    };
  };
  const facets = (asked: string | PortableRequest): FacetCounts => {
    const request = requestOf(asked);
    const { found: cited, isHeld } = cite(request);
    const places = isHeld ? cited.map((c) => c.at) : match(queryOf(request, () => laws)).map((h) => h.place);
    return countFacets(places.flatMap((place) => documents[place] ?? []));
  };
  let cutter: { readonly key: string; readonly cut: ReturnType<typeof stretches> } | null = null;
  const excerpt = (asked: string | PortableRequest, text: string): Pick<Snippet, 'text' | 'marks'> => {
    const request = requestOf(asked);
    const key = JSON.stringify(request);
    // What a citation names is shown from its beginning: its number is not a word to look for.
    if (cutter?.key !== key)
      cutter = { key, cut: stretches(cite(request).isHeld ? { root: null } : queryOf(request, () => laws)) };
    return cutter.cut(text);
  };
  return Object.assign(find, { documents, facets, excerpt });
}

function opened(portable: Parameters<typeof portableSearch>[0]): OpenIndex {
  if ('index' in portable) return { documents: portable.documents, terms: lunrTerms(portable.index) };
  return openParts('form' in portable ? [portable] : portable);
}

function requestOf(asked: string | PortableRequest): PortableRequest {
  return typeof asked === 'string' ? { query: asked } : asked;
}

/** As the study orders them: equals by score, instrument and document order. */
function inOrder(
  all: readonly PortableFound[],
  sort: Exclude<SortBy, 'relevance'>,
  limit: number,
  offset: number,
): Ranked<PortableFound> {
  const key = (d: PortableFound): string => (sort === 'date' ? (d.date ?? '') : d.jurisdictions.join(' '));
  const sign = sort === 'date' ? -1 : 1;
  const sorted = [...all].sort(
    (a, b) =>
      sign * compare(key(a), key(b)) || b.score - a.score || compare(a.instrument, b.instrument) || a.place - b.place,
  );
  const hits = sorted.slice(offset, offset + limit).map((d) => ({ ...d, holdsAll: true }));
  return { hits, total: all.length, isWeakened: false };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
