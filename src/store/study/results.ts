import type {
  Alignment,
  Concordance,
  Diagnostic,
  Divergence,
  Position,
  ProvisionRef,
  Tension,
} from '../../model/index.js';
import { atomically, type Database } from '../driver.js';
import { sealed, unsealed } from '../seal.js';

type ResultKind = 'concordance' | 'position' | 'divergence' | 'tension' | 'regime';

/** What `score` gives. */
export interface Scores {
  readonly positions: readonly Position[];
  readonly divergences: readonly Divergence[];
  readonly tensions: readonly Tension[];
}

/** The part of an open study that holds what comparison and diagnosis produced. Every `put` is one transaction. */
export class ResultStore {
  constructor(protected readonly db: Database) {}

  /** Keeps all alignments, in the place of earlier ones; only rows that differ are written. */
  putAlignments(alignments: readonly Alignment[]): void {
    atomically(this.db, () => {
      const before = this.db.all('SELECT rowid AS id, json FROM alignment ORDER BY rowid');
      for (const [at, a] of alignments.entries()) {
        const [old, json] = [before[at], sealed(a)];
        if (old?.json === json) continue;
        const values = [a.left.instrument, a.left.eId, a.score, json];
        if (old === undefined) this.db.run('INSERT INTO alignment VALUES (?, ?, ?, ?)', values);
        else this.db.run(REPLACE_ALIGNMENT, [...values, Number(old.id)]);
      }
      for (const { id = 0 } of before.slice(alignments.length))
        this.db.run('DELETE FROM alignment WHERE rowid = ?', [id]);
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
    return rows.map((r) => unsealed<Alignment>('its alignments', r.json));
  }

  /** Keeps all concordances, in the place of earlier ones. */
  putConcordances(concordances: readonly Concordance[]): void {
    this.putResults('concordance', concordances, (c) => c.code);
  }

  /** The table of one code; null where the study has none. */
  concordance(code: string): Concordance | null {
    return this.results<Concordance>('concordance', code)[0] ?? null;
  }

  /** The concordances, by code. */
  concordances(): Concordance[] {
    return this.results<Concordance>('concordance', null);
  }

  /** Replaces positions, divergences and tensions together, so that no reader sees figures of two runs. */
  putScores(scores: Scores): void {
    atomically(this.db, () => {
      this.insertResults('position', scores.positions, () => '');
      this.insertResults('divergence', scores.divergences, (d) => d.scope);
      this.insertResults('tension', scores.tensions, () => '');
    });
  }

  /** The positions of all sides. */
  positions(): Position[] {
    return this.results<Position>('position', null);
  }

  /** Divergences on one scope, or all of them, scopes by name. */
  divergences(scope: string | null = null): Divergence[] {
    return this.results<Divergence>('divergence', scope);
  }

  /** The tensions, in the order in which they were kept. */
  tensions(): Tension[] {
    return this.results<Tension>('tension', null);
  }

  /** Replaces the diagnostics of one subject (a file's group, an instrument). */
  putDiagnostics(subject: string, diagnostics: readonly Diagnostic[]): void {
    atomically(this.db, () => {
      this.db.run('DELETE FROM diagnostic WHERE subject = ?', [subject]);
      diagnostics.forEach((d, i) => {
        this.db.run('INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?)', [subject, i, d.ruleId, d.severity, sealed(d)]);
      });
    });
  }

  /** Problems found while reading, of one subject or of all. */
  diagnostics(subject: string | null = null): Diagnostic[] {
    const rows =
      subject === null
        ? this.db.all('SELECT json FROM diagnostic ORDER BY subject, ordinal')
        : this.db.all('SELECT json FROM diagnostic WHERE subject = ? ORDER BY ordinal', [subject]);
    return rows.map((r) => unsealed<Diagnostic>('its diagnostics', r.json));
  }

  private results<T>(kind: ResultKind, subject: string | null): T[] {
    const rows =
      subject === null
        ? this.db.all('SELECT json FROM result WHERE kind = ? ORDER BY subject, ordinal', [kind])
        : this.db.all('SELECT json FROM result WHERE kind = ? AND subject = ? ORDER BY ordinal', [kind, subject]);
    return rows.map((r) => unsealed<T>(`its ${kind}s`, r.json));
  }

  private putResults<T>(kind: ResultKind, items: readonly T[], subjectOf: (item: T) => string): void {
    atomically(this.db, () => this.insertResults(kind, items, subjectOf));
  }

  /** Puts the items in place of those before; of the thousands only those that differ are written. */
  private insertResults<T>(kind: ResultKind, items: readonly T[], subjectOf: (item: T) => string): void {
    const rows = this.db.all('SELECT subject, ordinal, json FROM result WHERE kind = ?', [kind]);
    const before = new Map(rows.map((r) => [`${r.ordinal} ${r.subject}`, r]));
    for (const [at, item] of items.entries()) {
      const [subject, json] = [subjectOf(item), sealed(item)];
      const key = `${at} ${subject}`;
      const old = before.get(key);
      before.delete(key);
      if (old?.json !== json)
        this.db.run('INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)', [kind, subject, at, json]);
    }
    for (const { subject = '', ordinal = 0 } of before.values())
      this.db.run('DELETE FROM result WHERE kind = ? AND subject = ? AND ordinal = ?', [kind, subject, ordinal]);
  }
}

const REPLACE_ALIGNMENT = 'UPDATE alignment SET leftInstrument = ?, leftEId = ?, score = ?, json = ? WHERE rowid = ?';
