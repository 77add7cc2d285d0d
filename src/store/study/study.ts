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
import {
  type AnnotationFilter,
  addAnnotations,
  annotatedInstruments,
  readAnnotations,
  readHand,
  replaceAnnotations,
} from './annotations.js';
import { deleteInstrument, parsed, readCatalogue, readInstrument, writeInstrument } from './instruments.js';
import { type Found, findPassages, type Passage, type PassageQuery, writePassages } from './passages.js';
import { ResultStore } from './results.js';

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
    const row = this.db.get('SELECT key FROM stage WHERE stage = ? AND subject = ?', [stage, subject]);
    return row === null ? null : String(row.key);
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

  /** Passages that match; see `PassageQuery`. */
  find(query: PassageQuery): Found {
    return findPassages(this.db, query);
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
    const rows = this.db.all('SELECT eId FROM provision WHERE instrument = ? AND citation = ? ORDER BY ordinal', [
      instrument,
      citation,
    ]);
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

  meta(key: string): string | null {
    const row = this.db.get('SELECT value FROM meta WHERE key = ?', [key]);
    return row === null ? null : String(row.value);
  }

  setMeta(key: string, value: string): void {
    this.db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', [key, value]);
  }

  summary(): StudySummary {
    const count = (sql: string): number => Number(this.db.get(sql)?.n ?? 0);
    const jurisdictions = new Set(this.instruments().flatMap((m) => m.jurisdictions));
    return {
      files: count("SELECT COUNT(*) AS n FROM stage WHERE stage = 'read'"),
      instruments: count('SELECT COUNT(*) AS n FROM instrument'),
      jurisdictions: jurisdictions.size,
      articles: count('SELECT SUM(articles) AS n FROM instrument'),
      provisions: count('SELECT SUM(provisions) AS n FROM instrument'),
      annotations: count(`SELECT COUNT(*) AS n FROM annotation WHERE json NOT LIKE '%"rejects":true%'`),
      alignments: count('SELECT COUNT(*) AS n FROM alignment'),
      divergences: count("SELECT COUNT(*) AS n FROM result WHERE kind = 'divergence'"),
      tensions: count("SELECT COUNT(*) AS n FROM result WHERE kind = 'tension'"),
    };
  }
}
