import type {
  Alignment,
  ClauseAnnotation,
  CodedInstrument,
  Concordance,
  Diagnostic,
  Divergence,
  Instrument,
  InstrumentMetadata,
  Position,
  ProvisionRef,
  StudySummary,
  Tension,
} from '../model/index.js';
import type { Database, Value } from './driver.js';
import { deleteInstrument, parsed, readCatalogue, readInstrument, writeInstrument } from './instruments.js';
import { type Found, findPassages, type Passage, type PassageQuery, writePassages } from './passages.js';

/** Which annotations are wanted; null or absent fields do not narrow. */
export interface AnnotationFilter {
  readonly instrument?: string;
  readonly eId?: string;
}

type ResultKind = 'concordance' | 'position' | 'divergence' | 'tension' | 'regime';

/** An open study. Every `put` is one transaction: a stop between two of them leaves a study that opens. */
export class StudyStore {
  constructor(
    private readonly db: Database,
    private readonly release: () => void,
  ) {}

  get driver(): string {
    return this.db.driver;
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
    this.atomically(() => {
      writeInstrument(this.db, instrument);
      this.setStageKey('instrument', instrument.metadata.id, key);
    });
  }

  removeInstrument(id: string): void {
    this.atomically(() => deleteInstrument(this.db, id));
  }

  /** Replaces the machine's annotations of an instrument together with its passages in the index. */
  putAnnotations(
    instrument: string,
    key: string,
    annotations: readonly ClauseAnnotation[],
    passages: readonly Passage[],
  ): void {
    this.atomically(() => {
      this.db.run('DELETE FROM annotation WHERE instrument = ? AND human = 0', [instrument]);
      this.insertAnnotations(instrument, annotations, 0, 0);
      writePassages(this.db, instrument, passages);
      this.setStageKey('annotate', instrument, key);
    });
  }

  /** Adds a person's annotations; they are kept when the machine codes anew. */
  addHumanAnnotations(annotations: readonly ClauseAnnotation[]): void {
    this.atomically(() => {
      for (const id of new Set(annotations.map((a) => a.provision.instrument))) {
        const row = this.db.get('SELECT MAX(ordinal) AS last FROM annotation WHERE instrument = ? AND human = 1', [id]);
        const first = row?.last === null || row === null ? 0 : Number(row.last) + 1;
        this.insertAnnotations(
          id,
          annotations.filter((a) => a.provision.instrument === id),
          1,
          first,
        );
      }
    });
  }

  instruments(): InstrumentMetadata[] {
    return readCatalogue(this.db);
  }

  instrument(id: string): Instrument | null {
    return readInstrument(this.db, id);
  }

  /** Machine and human annotations; where a person coded the same provision and code, theirs stands alone. */
  annotations(filter: AnnotationFilter = {}): ClauseAnnotation[] {
    const where: string[] = [];
    const values: Value[] = [];
    for (const [column, value] of Object.entries(filter)) {
      if (value === undefined || !['instrument', 'eId'].includes(column)) continue;
      where.push(`${column} = ?`);
      values.push(value);
    }
    const clause = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
    const rows = this.db.all(
      `SELECT eId, code, human, json, instrument FROM annotation ${clause} ORDER BY instrument, human, ordinal`,
      values,
    );
    const human = new Set(rows.filter((r) => r.human === 1).map((r) => `${r.instrument} ${r.eId} ${r.code}`));
    return rows
      .filter((r) => r.human === 1 || !human.has(`${r.instrument} ${r.eId} ${r.code}`))
      .map((r) => parsed<ClauseAnnotation>(r.json));
  }

  codedInstrument(id: string): CodedInstrument | null {
    const instrument = this.instrument(id);
    return instrument === null ? null : { instrument, annotations: this.annotations({ instrument: id }) };
  }

  codedInstruments(): CodedInstrument[] {
    const ids = this.db
      .all('SELECT DISTINCT instrument FROM annotation ORDER BY instrument')
      .map((r) => String(r.instrument));
    return ids.flatMap((id) => this.codedInstrument(id) ?? []);
  }

  putAlignments(alignments: readonly Alignment[]): void {
    this.atomically(() => {
      this.db.run('DELETE FROM alignment');
      for (const a of alignments) {
        this.db.run('INSERT INTO alignment VALUES (?, ?, ?, ?)', [
          a.left.instrument,
          a.left.eId,
          a.score,
          JSON.stringify(a),
        ]);
      }
    });
  }

  /** Alignments whose left side is this provision, best first; all of them when none is named. */
  alignments(left: ProvisionRef | null = null): Alignment[] {
    const rows =
      left === null
        ? this.db.all('SELECT json FROM alignment ORDER BY rowid')
        : this.db.all(
            'SELECT json FROM alignment WHERE leftInstrument = ? AND leftEId = ? ORDER BY score DESC, rowid',
            [left.instrument, left.eId],
          );
    return rows.map((r) => parsed<Alignment>(r.json));
  }

  putConcordances(concordances: readonly Concordance[]): void {
    this.putResults('concordance', concordances, (c) => c.code);
  }

  concordance(code: string): Concordance | null {
    return this.results<Concordance>('concordance', code)[0] ?? null;
  }

  concordances(): Concordance[] {
    return this.results<Concordance>('concordance', null);
  }

  putScores(scores: {
    positions: readonly Position[];
    divergences: readonly Divergence[];
    tensions: readonly Tension[];
  }): void {
    this.putResults('position', scores.positions, () => '');
    this.putResults('divergence', scores.divergences, (d) => d.scope);
    this.putResults('tension', scores.tensions, () => '');
  }

  positions(): Position[] {
    return this.results<Position>('position', null);
  }

  divergences(scope: string | null = null): Divergence[] {
    return this.results<Divergence>('divergence', scope);
  }

  tensions(): Tension[] {
    return this.results<Tension>('tension', null);
  }

  putDiagnostics(subject: string, diagnostics: readonly Diagnostic[]): void {
    this.atomically(() => {
      this.db.run('DELETE FROM diagnostic WHERE subject = ?', [subject]);
      diagnostics.forEach((d, i) => {
        this.db.run('INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?)', [
          subject,
          i,
          d.ruleId,
          d.severity,
          JSON.stringify(d),
        ]);
      });
    });
  }

  diagnostics(): Diagnostic[] {
    return this.db.all('SELECT json FROM diagnostic ORDER BY subject, ordinal').map((r) => parsed<Diagnostic>(r.json));
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
      annotations: count('SELECT COUNT(*) AS n FROM annotation'),
      alignments: count('SELECT COUNT(*) AS n FROM alignment'),
      divergences: count("SELECT COUNT(*) AS n FROM result WHERE kind = 'divergence'"),
      tensions: count("SELECT COUNT(*) AS n FROM result WHERE kind = 'tension'"),
    };
  }

  private results<T>(kind: ResultKind, subject: string | null): T[] {
    const rows =
      subject === null
        ? this.db.all('SELECT json FROM result WHERE kind = ? ORDER BY subject, ordinal', [kind])
        : this.db.all('SELECT json FROM result WHERE kind = ? AND subject = ? ORDER BY ordinal', [kind, subject]);
    return rows.map((r) => parsed<T>(r.json));
  }

  private putResults<T>(kind: ResultKind, items: readonly T[], subjectOf: (item: T) => string): void {
    this.atomically(() => {
      this.db.run('DELETE FROM result WHERE kind = ?', [kind]);
      items.forEach((item, i) =>
        this.db.run('INSERT INTO result VALUES (?, ?, ?, ?)', [kind, subjectOf(item), i, JSON.stringify(item)]),
      );
    });
  }

  private insertAnnotations(
    instrument: string,
    annotations: readonly ClauseAnnotation[],
    human: 0 | 1,
    first: number,
  ): void {
    annotations.forEach((a, i) => {
      this.db.run('INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?)', [
        instrument,
        first + i,
        human,
        a.provision.eId,
        a.code,
        JSON.stringify(a),
      ]);
    });
  }

  private atomically(work: () => void): void {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }
}
