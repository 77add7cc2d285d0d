import type { ClauseAnnotation } from '../../model/index.js';
import { atomically } from '../driver.js';
import { addAnnotations, readHand, replaceHand } from './annotations.js';
import { parsed } from './instruments.js';
import { ResultStore } from './results.js';

/** An import of people's codings that can be taken back. */
export interface ImportRecord {
  /** The file as the user named it. */
  readonly name: string;
  readonly annotator: string;
  readonly taken: number;
}

/** What people had coded before, in each instrument that the import touched. */
interface Entry extends ImportRecord {
  readonly before: Readonly<Record<string, readonly ClauseAnnotation[]>>;
}

const KEY = 'imports';

/** The part of a study that people made: what they coded. */
export class HandStore extends ResultStore {
  /** Adds a person's annotations; they are kept when the machine codes anew. Named after a file, they can be taken back. */
  addHumanAnnotations(annotations: readonly ClauseAnnotation[], name: string | null = null): void {
    atomically(this.db, () => {
      const touched = [...new Set(annotations.map((a) => a.provision.instrument))];
      const before = Object.fromEntries(touched.map((id) => [id, readHand(this.db, { instrument: id })]));
      addAnnotations(this.db, annotations);
      if (name === null || touched.length === 0) return;
      const annotator = annotations[0]?.annotator ?? '';
      this.keep([...this.entries(), { name, annotator, taken: annotations.length, before }]);
    });
  }

  /** What people coded and rejected in an instrument, or in all, in the order in which they did. */
  handAnnotations(instrument?: string): ClauseAnnotation[] {
    return readHand(this.db, { instrument });
  }

  /** The imports that can be taken back, latest last. */
  imports(): ImportRecord[] {
    return this.entries().map(({ name, annotator, taken }) => ({ name, annotator, taken }));
  }

  /** Takes the latest import back: what people had coded before stands again. Returns it and the instruments it touched; null where there is none. */
  undoImport(): { readonly record: ImportRecord; readonly instruments: readonly string[] } | null {
    return atomically(this.db, () => {
      const entries = this.entries();
      const last = entries.pop();
      if (last === undefined) return null;
      for (const [id, hand] of Object.entries(last.before)) replaceHand(this.db, id, hand);
      this.keep(entries);
      return { record: last, instruments: Object.keys(last.before) };
    });
  }

  private entries(): Entry[] {
    const row = this.db.get('SELECT value FROM meta WHERE key = ?', [KEY]);
    return row === null ? [] : parsed<Entry[]>(row.value);
  }

  private keep(entries: readonly Entry[]): void {
    this.db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', [KEY, JSON.stringify(entries)]);
  }
}
