import type {
  Excerpt,
  FacetCounts,
  GroupBy,
  GroupCount,
  IndexAnswer,
  IndexedPassage,
  IndexQuery,
  InstrumentMetadata,
  ProvisionRef,
  SavedSearch,
  TermCount,
} from '../../model/index.js';
import { atomically, type Database } from '../driver.js';
import { countFacets, countGroups } from '../finding/counts.js';
import { MOST_EXPANDED } from '../finding/match.js';
import { findPassages, tidyIndex, writePassages } from '../finding/passages.js';
import { forgetSearch, savedSearches, saveSearch } from '../finding/saved.js';
import { frequencies, vocabulary } from '../finding/terms.js';
import { HandStore } from './hand.js';
import { BY_EID } from './instruments.js';
import { readExcerpt } from './law/excerpt.js';
import { Shelf } from './shelf.js';

/** The part of an open study that finds provisions and shows them. */
export class SearchedStore extends HandStore {
  private readonly shelf: Shelf;

  constructor(db: Database) {
    super(db);
    this.shelf = new Shelf(db);
  }

  /** Metadata of all instruments, by id. */
  instruments(): readonly InstrumentMetadata[] {
    return this.shelf.catalogue();
  }

  /** Passages that match; see `IndexQuery`. */
  find(query: IndexQuery): IndexAnswer {
    return findPassages(this.db, query);
  }

  /** How many hits each value of a facet has. */
  facets(query: IndexQuery): FacetCounts {
    return countFacets(this.db, query);
  }

  /** Hits gathered by instrument or jurisdiction. */
  groups(query: IndexQuery, by: GroupBy): GroupCount[] {
    return countGroups(this.db, query, by);
  }

  readonly mostExpanded = MOST_EXPANDED;

  /** Index terms that begin with `start` and fit an SQLite GLOB, most frequent first. */
  vocabulary(start: string, glob: string, limit: number): TermCount[] {
    return vocabulary(this.db, start, glob, limit);
  }

  /** How often words occur, for suggestions. */
  frequencies(terms: readonly string[]): TermCount[] {
    return frequencies(this.db, terms);
  }

  /** One provision with what stands inside and above it; null where the study lacks it. */
  excerpt(ref: ProvisionRef): Excerpt | null {
    return readExcerpt(this.db, this.shelf, ref);
  }

  /** Replaces an instrument's passages in the index, after a person corrected its codes. */
  putPassages(instrument: string, passages: readonly IndexedPassage[]): void {
    atomically(this.db, () => writePassages(this.db, instrument, passages));
  }

  /** Brings the index into the shape that answers fastest, after many writes. */
  tidyIndex(): void {
    tidyIndex(this.db);
  }

  /** Keeps a search under a name. */
  saveSearch(search: SavedSearch): void {
    atomically(this.db, () => saveSearch(this.db, search));
  }

  /** The searches that were kept, by name. */
  savedSearches(): SavedSearch[] {
    return savedSearches(this.db);
  }

  /** Drops a search that was kept. */
  forgetSearch(id: string): void {
    atomically(this.db, () => forgetSearch(this.db, id));
  }

  /** The pinpoint of a provision without reading its instrument; null where the study does not hold it. */
  citation(ref: ProvisionRef): string | null {
    const sql = `SELECT citation FROM provision ${BY_EID} WHERE instrument = ? AND eId = ?`;
    const row = this.db.get(sql, [ref.instrument, ref.eId]);
    return typeof row?.citation === 'string' ? row.citation : null;
  }

  /** eIds of the provisions cited so, in document order. */
  cited(instrument: string, citation: string): string[] {
    const sql =
      'SELECT eId FROM provision INDEXED BY provision_citation WHERE instrument = ? AND citation = ? ORDER BY ordinal';
    return this.db.all(sql, [instrument, citation]).map((r) => String(r.eId));
  }

  /** eIds of the provisions cited so within an annex, schedule or part: `8.84` finds `Annex.8.84`. In document order. */
  citedWithin(instrument: string, citation: string): string[] {
    const rows = this.db.all(
      "SELECT eId FROM provision WHERE instrument = ? AND citation IS NOT NULL AND substr(citation, -length(?)) = ? AND substr(citation, -length(?) - 1, 1) IN ('.', '/') ORDER BY ordinal",
      [instrument, citation, citation, citation],
    );
    return rows.map((r) => String(r.eId));
  }

  /** What is found of an instrument, in the order of the law. */
  passages(instrument: string): { eId: string; citation: string | null }[] {
    return this.db
      .all('SELECT eId, citation FROM passage WHERE instrument = ? ORDER BY id', [instrument])
      .map((r) => ({ eId: String(r.eId), citation: typeof r.citation === 'string' ? r.citation : null }));
  }
}
