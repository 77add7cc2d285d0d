import type { PassageFacts } from './passage.js';

/** Facts about a provision that narrow an answer and do not rank it. */
export type FacetName = 'jurisdiction' | 'party' | 'code' | 'kind' | 'force' | 'lang' | 'instrument' | 'year';

/** Parts of a passage that are searched, each a list of index terms. */
export type PassageField = 'heading' | 'context' | 'body' | 'definition' | 'title';

/**
 * What a passage must hold to be found, and by which it is ranked, in index terms; each engine says it in its own tongue. `field` null
 * means any of them. A `phrase` is its terms one after the other; a `prefix` any term that begins so; a `glob` any term that fits (`*` any
 * letters, `?` one); `near` is phrases of which none begins more than `distance` terms, its own not counted, before the last one does;
 * an `or` of nothing is never found.
 */
export type MatchNode =
  | { readonly type: 'phrase'; readonly field: PassageField | null; readonly terms: readonly string[] }
  | { readonly type: 'prefix'; readonly field: PassageField | null; readonly start: string }
  | { readonly type: 'glob'; readonly field: PassageField | null; readonly glob: string }
  | {
      readonly type: 'near';
      readonly field: PassageField | null;
      readonly phrases: readonly (readonly string[])[];
      readonly distance: number;
    }
  | { readonly type: 'and' | 'or'; readonly nodes: readonly MatchNode[] }
  | { readonly type: 'except'; readonly wanted: MatchNode; readonly unwanted: MatchNode };

/** A condition on passages beside the ranked match. */
export type PassageFilter =
  | { readonly type: 'match'; readonly match: MatchNode }
  | { readonly type: 'facet'; readonly facet: FacetName; readonly value: string }
  | { readonly type: 'and' | 'or'; readonly nodes: readonly PassageFilter[] }
  | { readonly type: 'not'; readonly node: PassageFilter };

/** What makes a query for the index: what finds and ranks (null = nothing does), and what narrows it. */
export interface CompiledQuery {
  readonly match: MatchNode | null;
  readonly filter: PassageFilter | null;
}

/** Best first; newest law first; jurisdictions by code. */
export type SortBy = 'relevance' | 'date' | 'jurisdiction';
/** What hits are gathered under. */
export type GroupBy = 'instrument' | 'jurisdiction';

/** A compiled query and the part of its answer that is wanted; relevance and offset 0 where nothing is said. */
export interface IndexQuery {
  readonly match: MatchNode | null;
  readonly filter?: PassageFilter | null;
  readonly sort?: SortBy;
  readonly limit: number;
  readonly offset?: number;
}

/** A passage found; a higher score is better, and comparable within one answer only. */
export interface IndexHit extends PassageFacts {
  readonly instrument: string;
  readonly score: number;
}

/** The hits asked for, and how many passages match in all. */
export interface IndexAnswer {
  readonly hits: readonly IndexHit[];
  readonly total: number;
}

/** How many matching passages carry each value, most first. */
export type FacetCounts = Readonly<
  Record<Exclude<FacetName, 'party' | 'instrument'>, readonly { readonly value: string; readonly count: number }[]>
>;

/** Matching passages of one instrument or one list of jurisdictions. */
export interface GroupCount {
  readonly group: string;
  readonly count: number;
}

/** An index term and the number of passages that hold it. */
export interface TermCount {
  readonly term: string;
  readonly documents: number;
}

/** A search kept in the study. `request` is JSON that the search room wrote and reads. */
export interface SavedSearch {
  /** Follows from the request alone, so that the same search has the same id in every study. */
  readonly id: string;
  readonly name: string;
  readonly request: string;
}
