import type {
  ClauseAnnotation,
  CodedInstrument,
  IndexedPassage,
  Instrument,
  Rendition,
  ResultDelta,
  StudySummary,
} from '../../model/index.js';
import { atomically, type Database } from '../driver.js';
import { checkPages } from '../seal.js';
import { type AnnotationFilter, annotatedInstruments, readAnnotations, replaceAnnotations } from './annotations.js';
import { deleteInstrument, movedIn, moveFiles, parsed, readInstrument, writeInstrument } from './instruments.js';
import { openInstrument } from './law/asked.js';
import { SearchedStore } from './searched.js';
import { editionOf, summarise } from './summary.js';

/** What opening a study's folder leaves to be done in it. */
export interface StudyFolder {
  /** Makes ready to be written to, beside other work (see `Draft`). */
  begin(): Promise<void>;
  /** When that is over, come of it what may. */
  settled(): Promise<void>;
  /** Puts a draft in the study's place; nothing where the store is no draft, or nothing was written to it. */
  publish(tidy: () => void): void;
  release(): void;
}

/** An open study. Every `put` is one transaction: a stop between two of them leaves a study that opens. */
export class StudyStore extends SearchedStore {
  constructor(
    db: Database,
    private readonly folder: StudyFolder,
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

  /** Closes the database and lets the lock go. */
  close(): void {
    this.db.close();
    this.folder.release();
  }

  /** Makes ready for a first write that is to come, while other work is done; to be awaited before it. @throws StoreTrouble */
  begin(): Promise<void> {
    return this.folder.begin();
  }

  /** When nothing is made ready any more: before that a draft must not be closed. */
  settled(): Promise<void> {
    return this.folder.settled();
  }

  /** Shows readers what a run wrote, all at once (see `Draft`). */
  publish(): void {
    this.folder.publish(() => this.tidyIndex());
  }

  /** What a stage was last run on for a subject; null where it was not. */
  stageKey(stage: string, subject: string): string | null {
    const key = this.db.get('SELECT key FROM stage WHERE stage = ? AND subject = ?', [stage, subject])?.key;
    return key === undefined ? null : String(key);
  }

  /** Remembers what a stage was run on. */
  setStageKey(stage: string, subject: string, key: string): void {
    this.db.run('INSERT OR REPLACE INTO stage VALUES (?, ?, ?)', [stage, subject, key]);
  }

  /** All subjects that a stage was run on, sorted. */
  stageSubjects(stage: string): string[] {
    return this.db
      .all('SELECT subject FROM stage WHERE stage = ? ORDER BY subject', [stage])
      .map((r) => String(r.subject));
  }

  /** Lets a stage run anew on a subject. */
  forgetStage(stage: string, subject: string): void {
    this.db.run('DELETE FROM stage WHERE stage = ? AND subject = ?', [stage, subject]);
  }

  /** Keeps an instrument, in the place of an earlier one of its id. */
  putInstrument(key: string, instrument: Instrument): void {
    atomically(this.db, () => {
      writeInstrument(this.db, instrument);
      this.setStageKey('instrument', instrument.metadata.id, key);
    });
  }

  /** Tells where the files of a group of the corpus, and of its instrument (null where none could be read), lie now: old path → new. */
  moveFiles(subject: string, id: string | null, moved: ReadonlyMap<string, string>): void {
    const told = this.diagnostics(subject);
    if (told.length > 0)
      this.putDiagnostics(
        subject,
        told.map((d) => movedIn(d, moved)),
      );
    if (id !== null) atomically(this.db, () => moveFiles(this.db, id, moved));
  }

  /** Takes an instrument out with all that hangs on it. */
  removeInstrument(id: string): void {
    atomically(this.db, () => deleteInstrument(this.db, id));
  }

  /** An instrument with its text and tree; null where the study has none of that id. */
  instrument(id: string): Instrument | null {
    return readInstrument(this.db, id);
  }

  /** Replaces the machine's annotations of an instrument together with its passages in the index. */
  putAnnotations(
    instrument: string,
    key: string,
    annotations: readonly ClauseAnnotation[],
    passages: readonly IndexedPassage[],
  ): void {
    atomically(this.db, () => {
      replaceAnnotations(this.db, instrument, annotations, passages);
      this.setStageKey('annotate', instrument, key);
    });
  }

  /**
   * Keeps all that a comparison gave, in the place of what was, under the key of the comparison: together, so that no reader sees figures of two runs, and
   * whoever finds the key finds all rows of it.
   * @throws Error where the delta tells of what is new since another comparison than the one whose rows are held.
   */
  putResults(delta: ResultDelta): void {
    atomically(this.db, () => {
      if (delta.since !== null && delta.since !== this.stageKey('compare', 'study'))
        throw new Error('The study holds the results of another comparison than the one since which this one tells.');
      this.amend(delta);
      this.setStageKey('compare', 'study', delta.key);
    });
  }

  /** The codings that stand: the machine's as people corrected them. */
  annotations(filter: AnnotationFilter = {}): ClauseAnnotation[] {
    return readAnnotations(this.db, filter);
  }

  /** An instrument with the codings that stand; null where the study has none of that id. */
  codedInstrument(id: string): CodedInstrument | null {
    const instrument = this.instrument(id);
    return instrument === null ? null : { instrument, annotations: this.annotations({ instrument: id }) };
  }

  /** The instruments with at least one annotation, by id; `onRead` is told as each has been read. */
  codedInstruments(onRead: (id: string) => void = () => undefined): CodedInstrument[] {
    return annotatedInstruments(this.db)
      .flatMap((id) => {
        const coded = this.codedInstrument(id) ?? [];
        onRead(id);
        return coded;
      })
      .filter((c) => c.annotations.length > 0);
  }

  /**
   * As `codedInstruments`, for who holds the lock of the study and keeps it open: texts and trees are read as they are asked for, which is
   * little of them where most of what is made from them is remembered.
   */
  codedAsNeeded(): CodedInstrument[] {
    return annotatedInstruments(this.db).flatMap((id) => {
      const annotations = this.annotations({ instrument: id });
      const instrument = annotations.length === 0 ? null : openInstrument(this.db, id);
      return instrument === null ? [] : { instrument, annotations };
    });
  }

  /** How many instruments `codedInstruments` reads at most. */
  countAnnotated(): number {
    return annotatedInstruments(this.db).length;
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

  /** Every text that was read, with the path and the hash of the file that was used: what figures were made from. */
  corpusLock(): { readonly id: string; readonly path: string; readonly sha256: string }[] {
    return this.db.all('SELECT id, renditions FROM instrument ORDER BY id').flatMap((row) =>
      parsed<Rendition[]>(row.renditions)
        .filter((r) => r.used)
        .map(({ path, sha256 }) => ({ id: String(row.id), path, sha256 })),
    );
  }

  /**
   * Reads every page, every instrument with its codings, and every figure, so that damage is met now and not by a reader.
   * @throws StoreTrouble naming the damage.
   */
  check(): void {
    checkPages(this.db);
    for (const { id } of this.instruments()) this.codedInstrument(id);
    this.alignments();
    this.concordances();
    this.positions();
    this.divergences();
    this.tensions();
    this.diagnostics();
  }

  /** A value of the study itself (`codebook`, `scoring`…), as it was kept; null where there is none. */
  meta(key: string): string | null {
    const row = this.db.get('SELECT value FROM meta WHERE key = ?', [key]);
    return row === null ? null : String(row.value);
  }

  /** Nothing is written where the value stands already: a run that changed nothing needs no draft. */
  setMeta(key: string, value: string): void {
    if (this.meta(key) !== value) this.db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', [key, value]);
  }

  /** Changes with everything a run or a person put into the study, and with nothing else. */
  edition(): string {
    return editionOf(this.db);
  }

  /** Counts of what the study holds. */
  summary(): StudySummary {
    return summarise(this.db, new Set(this.instruments().flatMap((m) => m.jurisdictions)).size);
  }
}
