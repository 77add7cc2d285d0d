import type {
  CompiledQuery,
  Excerpt,
  FacetCounts,
  GroupBy,
  GroupCount,
  IndexHit,
  IndexQuery,
  MatchNode,
  SearchPort,
  SortBy,
  Span,
} from '../../model/index.js';
import { ancestry, byEId } from '../../text/provisions.js';
import { noticeOver } from '../cite/locate.js';
import { compileQuery } from '../compile.js';
import { countFacets } from '../portable/facets.js';
import type { Query } from '../query/model.js';
import { parseQuery } from '../query/parse.js';
import type { FacetTeller } from '../query/unheld.js';
import { snippets } from '../snippet.js';
import { type CitedHit, citedBy, citedHits, yearOf } from './cited.js';
import { likeMatch } from './like.js';
import { type Ask, type Ranked, rank } from './rank.js';
import { NOTHING_FOUND, queryOf, readable, type SearchRequest } from './request.js';
import { suggestion, whyNothing, wildcardNotice } from './suggest.js';

/** A provision found. The first six fields are the contract of `search --format json`. */
export interface SearchHit {
  readonly instrument: string;
  /** The pinpoint of the narrowest unit that answers the query; its eId where nobody cites it. */
  readonly provision: string;
  readonly title: string;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  readonly snippet: string;
  readonly codes: readonly string[];
  readonly eId: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly language: string;
  readonly date: string | null;
  readonly forces: readonly string[];
  readonly heading: string;
  /** Numbers and headings from the outermost division down to the provision. */
  readonly path: readonly string[];
  /** Places of the matched words in `snippet`. */
  readonly marks: readonly Span[];
  /** The article or section found, which `eId` stands in: what the index holds. */
  readonly passage: string;
  /** False where plain words were asked and the provision lacks one. */
  readonly holdsAll: boolean;
}

/** How the query was understood: a citation, words that must all occur, words of which some may lack, a likeness. */
export type Reading = 'citation' | 'words' | 'some-words' | 'like';

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Provisions (articles, sections, recitals) that match in full, shown or not. */
  readonly total: number;
  readonly reading: Reading;
  /** The query with misspelt words mended; null where there is nothing to mend. */
  readonly suggestion: string | null;
  /** What to know before trusting the hits: a law or a pinpoint that is cited and not there, several that are meant, a value nothing has. */
  readonly notice: string | null;
}

/** As many as a screen shows. */
const DEFAULT_LIMIT = 10;

/**
 * Searches an index for provisions: a citation finds that provision; words find what holds them all, or any of them where nothing does.
 * @throws QueryError that points at the mistake in the query.
 */
export function search(request: SearchRequest, index: SearchPort): SearchAnswer {
  const cited = citedBy(request, index);
  const { notice } = cited;
  if (cited.isHeld) {
    const from = request.offset ?? 0;
    const shown = cited.hits.slice(from, from + (request.limit ?? DEFAULT_LIMIT));
    const hits = shown.map(({ hit, excerpt }) => present(hit, excerpt, { root: null }, true));
    return { hits, total: cited.hits.length, reading: 'citation', suggestion: null, notice };
  }
  if ((request.like ?? null) !== null) return likeness(request, index);
  const query = readable(cited, () => queryOf(request, () => index.instruments()));
  if (query === null) return { ...NOTHING_FOUND, notice };
  const { limit = DEFAULT_LIMIT, offset = 0, sort = 'relevance' } = request;
  const ask: Ask<IndexHit> = (asked, most) => {
    const compiled = compileQuery(asked);
    return isEmpty(compiled) ? { hits: [], total: 0 } : index.find({ ...compiled, sort, limit: most });
  };
  const { hits, total, isWeakened } =
    sort === 'relevance' ? rank(query, limit, offset, ask, cited.isPlain) : inOrder(query, limit, offset, sort, index);
  return {
    hits: hits.map((hit) => present(hit, index.excerpt(hit), query, hit.holdsAll)),
    total,
    reading: isWeakened ? 'some-words' : 'words',
    suggestion: total === 0 && !cited.isPlain ? suggestion(request.query, parseQuery(request.query), index) : null,
    notice:
      noticeOver(cited, total) ??
      (total === 0 ? whyNothing(query, index, facetsIn(index)) : wildcardNotice(query, index)),
  };
}

function facetsIn(index: SearchPort): FacetTeller {
  return {
    count: (facet, value) => index.find({ match: null, filter: { type: 'facet', facet, value }, limit: 0 }).total,
    values: (facet) =>
      facet === 'party' || facet === 'instrument' || facet === 'year'
        ? []
        : index.facets({ match: null, limit: 0 })[facet].map((v) => v.value),
  };
}

function inOrder(query: Query, limit: number, offset: number, sort: SortBy, index: SearchPort): Ranked<IndexHit> {
  const compiled = compileQuery(query);
  const { hits, total } = isEmpty(compiled) ? { hits: [], total: 0 } : index.find({ ...compiled, sort, limit, offset });
  return { hits: hits.map((hit) => ({ ...hit, holdsAll: true })), total, isWeakened: false };
}

/** Counts of the answer's facets, over everything that matches. */
export function facetsOf(request: SearchRequest, index: SearchPort): FacetCounts {
  const { hits, isHeld } = citedBy(request, index);
  if (isHeld) return countFacets(hits.map(({ hit }) => ({ ...hit, year: yearOf(hit.date) })));
  return index.facets(understood(request, index));
}

/** How many provisions of each instrument (or of each list of parties) match, most first. */
export function groupsOf(request: SearchRequest, index: SearchPort, by: GroupBy): readonly GroupCount[] {
  const { hits, isHeld } = citedBy(request, index);
  if (!isHeld) return index.groups(understood(request, index), by);
  const counts = new Map<string, number>();
  for (const { hit } of hits) {
    const group = by === 'instrument' ? hit.instrument : hit.jurisdictions.join(' ');
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].map(([group, count]) => ({ group, count })).sort((a, b) => b.count - a.count);
}

function likeness(request: SearchRequest, index: SearchPort): SearchAnswer {
  const { asked, model, notice } = alike(request, index);
  const { limit = DEFAULT_LIMIT, offset = 0 } = request;
  const isModel = (hit: IndexHit): boolean =>
    hit.instrument === model?.hit.instrument && `${model.hit.eId}__`.startsWith(`${hit.eId}__`);
  const { hits, total } = index.find({ ...asked, limit: asked.limit === 0 ? 0 : offset + limit + 1 });
  const others = hits.filter((hit) => !isModel(hit)).slice(offset, offset + limit);
  const query = parseQuery(request.query);
  return {
    hits: others.map((hit) => present(hit, index.excerpt(hit), query, true)),
    total: Math.max(0, total - 1),
    reading: 'like',
    suggestion: null,
    notice: model === undefined ? (notice ?? `'${request.like}' is no citation: write it like 'GDPR 48'.`) : null,
  };
}

interface Alike {
  readonly asked: IndexQuery;
  readonly model: CitedHit | undefined;
  readonly notice: string | null;
}

function alike(request: SearchRequest, index: SearchPort): Alike {
  const { hits, notice } = citedHits(request.like ?? '', index);
  const [model] = hits;
  const match = model === undefined ? null : likeMatch(model.excerpt, model.hit.eId, index);
  if (match === null) return { asked: NOTHING, model, notice };
  const query = queryOf(request, () => index.instruments());
  const narrowed = compileQuery(query);
  const both: MatchNode = narrowed.match === null ? match : { type: 'and', nodes: [match, narrowed.match] };
  return { asked: { match: both, filter: narrowed.filter, limit: 1 }, model, notice };
}

/** What the index is asked where only counts are wanted: everything that matches in full. */
function understood(request: SearchRequest, index: SearchPort): IndexQuery {
  if ((request.like ?? null) !== null) return alike(request, index).asked;
  const compiled = compileQuery(queryOf(request, () => index.instruments()));
  return isEmpty(compiled) ? NOTHING : { ...compiled, limit: 0 };
}

/** What no passage holds. */
const NOTHING: IndexQuery = { match: { type: 'or', nodes: [] }, limit: 0 };

function isEmpty({ match, filter }: CompiledQuery): boolean {
  return match === null && filter === null;
}

const cutters = new WeakMap<Query, ReturnType<typeof snippets>>();

function present(hit: IndexHit, law: Excerpt | null, query: Query, holdsAll: boolean): SearchHit {
  const cutter = cutters.get(query) ?? snippets(query);
  cutters.set(query, cutter);
  const cut = law === null ? null : cutter(law, hit.eId);
  const provision = cut?.provision ?? null;
  const path =
    law === null || provision === null
      ? []
      : ancestry(law, byEId(law).get(provision.eId) ?? provision)
          .map((p) => [p.num, p.heading].filter((x) => x !== null).join(' '))
          .filter((x) => x !== '')
          .reverse();
  return {
    instrument: hit.instrument,
    provision: provision?.citation ?? hit.citation ?? hit.eId,
    title: hit.title,
    score: Number(hit.score.toFixed(4)),
    snippet: cut?.text ?? '',
    codes: hit.codes,
    eId: provision?.eId ?? hit.eId,
    jurisdictions: hit.jurisdictions,
    kind: hit.kind,
    language: hit.language,
    date: hit.date,
    forces: hit.forces,
    heading: hit.heading,
    path,
    marks: cut?.marks ?? [],
    passage: hit.eId,
    holdsAll,
  };
}
