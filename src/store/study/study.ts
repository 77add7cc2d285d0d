import type {
  ClauseAnnotation,
  CodedInstrument,
  Instrument,
  InstrumentMetadata,
  ProvisionRef,
  Rendition,
  StudySummary,
} from '../../model/index.js';
import { atomically, type Database } from '../driver.js';
import { checkPages } from '../seal.js';
import {
  type AnnotationFilter,
  addAnnotations,
  annotatedInstruments,
  readAnnotations,
  readHand,
  replaceAnnotations,
} from './annotations.js';
import {
  countFacets,
  countGroups,
  type FacetCounts,
  frequencies,
  type GroupCount,
  type TermCount,
  vocabulary,
} from './counts.js';
import { readExcerpt } from './excerpt.js';
import { deleteInstrument, parsed, readCatalogue, readInstrument, writeInstrument } from './instruments.js';
import { type Found, findPassages, type Passage, type PassageQuery, writePassages } from './passages.js';
import { ResultStore } from './results.js';
import { forgetSearch, type SavedSearch, savedSearches, saveSearch } from './saved.js';
import { summarise } from './summary.js';

/** An open study. Every `put` is one transaction: a stop between two of them leaves a study that opens. */
export class StudyStore extends ResultStore {
  constructor(
    db: Database,
    private readonly release: () => void,
  ) {
    super(db);
  }

  get driver(): string {
    return this.db.driver;
  }

  /** True where other threads may read the study while this connection writes it. */
  get canBeShared(): boolean {
    return this.db.driver === 'better-sqlite3';
  }

  close(): void {
    this.db.close();
    this.release();
  }

  stageKey(stage: string, subject: string): string | null {
    const key = this.db.get('SELECT key FROM stage WHERE stage = ? AND subject = ?', [stage, subject])?.key;
    return key === undefined ? null : String(key);
  }

  setStageKey(stage: string, subject: string, key: string): void {
    this.db.run('INSERT OR REPLACE INTO stage VALUES (?, ?, ?)', [stage, subject, key]);
  }

  stageSubjects(stage: string): string[] {
    return this.db
      .all('SELECT subject FROM stage WHERE stage = ? ORDER BY subject', [stage])
      .map((r) => String(r.subject));
  }

  forgetStage(stage: string, subject: string): void {
    this.db.run('DELETE FROM stage WHERE stage = ? AND subject = ?', [stage, subject]);
  }

  putInstrument(key: string, instrument: Instrument): void {
    atomically(this.db, () => {
      writeInstrument(this.db, instrument);
      this.setStageKey('instrument', instrument.metadata.id, key);
    });
  }

  removeInstrument(id: string): void {
    atomically(this.db, () => deleteInstrument(this.db, id));
  }

  instruments(): InstrumentMetadata[] {
    return readCatalogue(this.db);
  }

  instrument(id: string): Instrument | null {
    return readInstrument(this.db, id);
  }

  /** Replaces the machine's annotations of an instrument together with its passages in the index. */
  putAnnotations(
    instrument: string,
    key: string,
    annotations: readonly ClauseAnnotation[],
    passages: readonly Passage[],
  ): void {
    atomically(this.db, () => {
      replaceAnnotations(this.db, instrument, annotations, passages);
      this.setStageKey('annotate', instrument, key);
    });
  }

  /** Adds a person's annotations; they are kept when the machine codes anew. */
  addHumanAnnotations(annotations: readonly ClauseAnnotation[]): void {
    atomically(this.db, () => addAnnotations(this.db, annotations));
  }

  /** What people coded and rejected in an instrument, or in all, in the order in which they did. */
  handAnnotations(instrument?: string): ClauseAnnotation[] {
    return readHand(this.db, { instrument });
  }

  /** Replaces an instrument's passages in the index, after a person corrected its codes. */
  putPassages(instrument: string, passages: readonly Passage[]): void {
    atomically(this.db, () => writePassages(this.db, instrument, passages));
  }

  /** The codings that stand: the machine's as people corrected them. */
  annotations(filter: AnnotationFilter = {}): ClauseAnnotation[] {
    return readAnnotations(this.db, filter);
  }

  codedInstrument(id: string): CodedInstrument | null {
    const instrument = this.instrument(id);
    return instrument === null ? null : { instrument, annotations: this.annotations({ instrument: id }) };
  }

  /** The instruments with at least one annotation, by id. */
  codedInstruments(): CodedInstrument[] {
    return annotatedInstruments(this.db)
      .flatMap((id) => this.codedInstrument(id) ?? [])
      .filter((c) => c.annotations.length > 0);
  }

  /** Runs the work on one state of the study: what a writer finishes meanwhile is not seen by half. */
  snapshot<T>(work: () => T): T {
    this.db.exec('BEGIN');
    try {
      return work();
    } finally {
      this.db.exec('COMMIT');
    }
  }

  /** Changes whenever another connection has finished a write. */
  version(): number {
    return Number(this.db.get('PRAGMA data_version')?.data_version ?? 0);
  }

  /** Passages that match; see `PassageQuery`. */
  find(query: PassageQuery): Found {
    return findPassages(this.db, query);
  }

  facets(query: PassageQuery): FacetCounts {
    return countFacets(this.db, query);
  }

  groups(query: PassageQuery, by: 'instrument' | 'jurisdiction'): GroupCount[] {
    return countGroups(this.db, query, by);
  }

  /** Index terms that begin with `start` and fit an SQLite GLOB, most frequent first. */
  vocabulary(start: string, glob: string, limit: number): TermCount[] {
    return vocabulary(this.db, start, glob, limit);
  }

  frequencies(terms: readonly string[]): TermCount[] {
    return frequencies(this.db, terms);
  }

  /** One provision with what stands inside and above it, in its instrument's text; null where the study lacks it. */
  excerpt(ref: ProvisionRef): Instrument | null {
    return readExcerpt(this.db, ref);
  }

  saveSearch(search: SavedSearch): void {
    atomically(this.db, () => saveSearch(this.db, search));
  }

  savedSearches(): SavedSearch[] {
    return savedSearches(this.db);
  }

  forgetSearch(id: string): void {
    atomically(this.db, () => forgetSearch(this.db, id));
  }

  /** The pinpoint of a provision without reading its instrument; null where the study does not hold it. */
  citation(ref: ProvisionRef): string | null {
    const row = this.db.get('SELECT citation FROM provision WHERE instrument = ? AND eId = ?', [
      ref.instrument,
      ref.eId,
    ]);
    return typeof row?.citation === 'string' ? row.citation : null;
  }

  /** eIds of the provisions cited so, in document order. */
  cited(instrument: string, citation: string): string[] {
    const sql = 'SELECT eId FROM provision WHERE instrument = ? AND citation = ? ORDER BY ordinal';
    const rows = this.db.all(sql, [instrument, citation]);
    return rows.map((r) => String(r.eId));
  }

  /** Every text that was read, with the path and the hash of the file that was used: what figures were made from. */
  corpusLock(): { readonly id: string; readonly path: string; readonly sha256: string }[] {
    return this.db.all('SELECT id, renditions FROM instrument ORDER BY id').flatMap((row) =>
      parsed<Rendition[]>(row.renditions)
        .filter((r) => r.used)
        .map(({ path, sha256 }) => ({ id: String(row.id), path, sha256 })),
    );
  }

  /** eIds of the provisions cited so within an annex, schedule or part: `8.84` finds `Annex.8.84`. In document order. */
  citedWithin(instrument: string, citation: string): string[] {
    const rows = this.db.all(
      "SELECT eId FROM provision WHERE instrument = ? AND citation IS NOT NULL AND substr(citation, -length(?)) = ? AND substr(citation, -length(?) - 1, 1) IN ('.', '/') ORDER BY ordinal",
      [instrument, citation, citation, citation],
    );
    return rows.map((r) => String(r.eId));
  }

  /**
   * Reads every page and every instrument, so that damage is met now and not by a reader.
   * @throws StoreTrouble naming the damage.
   */
  check(): void {
    checkPages(this.db);
    for (const { id } of this.instruments()) this.instrument(id);
  }

  meta(key: string): string | null {
    const row = this.db.get('SELECT value FROM meta WHERE key = ?', [key]);
    return row === null ? null : String(row.value);
  }

  setMeta = (key: string, value: string): void =>
    this.db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', [key, value]);

  summary(): StudySummary {
    return summarise(this.db, new Set(this.instruments().flatMap((m) => m.jurisdictions)).size);
  }
}
