import type {
  Alignment,
  Concordance,
  Diagnostic,
  Divergence,
  Position,
  ProvisionRef,
  ResultDelta,
  Results,
  Tension,
} from '../../model/index.js';
import { atomically, type Database } from '../driver.js';
import { sealed, unsealed } from '../seal.js';
import { alignmentsByPlace, amendAlignments } from './rows/alignments.js';
import { amendKind, byPlace, type Kind } from './rows/kinds.js';

/** The part of an open study that holds what comparison and diagnosis produced. Every `put` is one transaction. */
export class ResultStore {
  constructor(protected readonly db: Database) {}

  /**
   * All results in the order in which they were kept, with the key of the comparison that they are of, null where there was none: of one state of the study,
   * whatever is written meanwhile.
   */
  heldResults(): Results & { readonly key: string | null } {
    this.db.exec('BEGIN');
    try {
      const key = this.db.get("SELECT key FROM stage WHERE stage = 'compare' AND subject = 'study'")?.key;
      return {
        key: key === undefined ? null : String(key),
        alignments: alignmentsByPlace(this.db),
        concordances: byPlace<Concordance>(this.db, 'concordance'),
        positions: byPlace<Position>(this.db, 'position'),
        divergences: byPlace<Divergence>(this.db, 'divergence'),
        tensions: byPlace<Tension>(this.db, 'tension'),
      };
    } finally {
      this.db.exec('COMMIT');
    }
  }

  /** Alignments whose left side is this provision, best first; all of them when none is named. */
  alignments(left: ProvisionRef | null = null): Alignment[] {
    if (left === null) return alignmentsByPlace(this.db);
    return this.db
      .all('SELECT json FROM alignment WHERE leftInstrument = ? AND leftEId = ? ORDER BY score DESC, rowid', [
        left.instrument,
        left.eId,
      ])
      .map((r) => unsealed<Alignment>('its alignments', r.json));
  }

  /** The table of one code; null where the study has none. */
  concordance(code: string): Concordance | null {
    return this.results<Concordance>('concordance', code)[0] ?? null;
  }

  /** The concordances, by code. */
  concordances(): Concordance[] {
    return this.results<Concordance>('concordance', null);
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

  /** Replaces the diagnostics of one subject (a file's group, an instrument); nothing is written where there were none and are none. */
  putDiagnostics(subject: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0 && this.db.get(ANY_DIAGNOSTIC, [subject]) === null) return;
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

  /** Runs inside a transaction. */
  protected amend(delta: ResultDelta): void {
    const isKnown = delta.since !== null;
    amendAlignments(this.db, delta.alignments, isKnown);
    amendKind(this.db, 'concordance', delta.concordances, (c) => c.code, isKnown);
    amendKind(this.db, 'position', delta.positions, () => '', isKnown);
    amendKind(this.db, 'divergence', delta.divergences, (d) => d.scope, isKnown);
    amendKind(this.db, 'tension', delta.tensions, () => '', isKnown);
  }

  private results<T>(kind: Kind, subject: string | null): T[] {
    const rows =
      subject === null
        ? this.db.all('SELECT json FROM result WHERE kind = ? ORDER BY subject, ordinal', [kind])
        : this.db.all('SELECT json FROM result WHERE kind = ? AND subject = ? ORDER BY ordinal', [kind, subject]);
    return rows.map((r) => unsealed<T>(`its ${kind}s`, r.json));
  }
}

const ANY_DIAGNOSTIC = 'SELECT 1 AS x FROM diagnostic WHERE subject = ? LIMIT 1';
