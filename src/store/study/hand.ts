import type { ClauseAnnotation } from '../../model/index.js';
import { atomically } from '../driver.js';
import { addAnnotations, readHand, replaceHand } from './annotations.js';
import { parsed } from './instruments.js';
import { ResultStore } from './results.js';

/** A file of an import of people's codings, which can be taken back. */
export interface ImportRecord {
  /** The file as the user named it. */
  readonly name: string;
  readonly annotator: string;
  readonly taken: number;
}

/** What people had coded before, in each instrument that the import touched. */
interface Entry extends ImportRecord {
  /** True for the further files of one import: they are taken back with the first. */
  readonly continues?: boolean;
  readonly before: Readonly<Record<string, readonly ClauseAnnotation[]>>;
}

const KEY = 'imports';

/** The part of a study that people made: what they coded. */
export class HandStore extends ResultStore {
  /**
   * Adds a person's annotations; they are kept when the machine codes anew. Named after a file, they can be taken back: together with
   * the file before where they are a further file of the same import.
   */
  addHumanAnnotations(annotations: readonly ClauseAnnotation[], name: string | null = null, continues = false): void {
    atomically(this.db, () => {
      const touched = [...new Set(annotations.map((a) => a.provision.instrument))];
      const before = Object.fromEntries(touched.map((id) => [id, readHand(this.db, { instrument: id })]));
      addAnnotations(this.db, annotations);
      if (name === null || touched.length === 0) return;
      const annotator = annotations[0]?.annotator ?? '';
      const entry: Entry = { name, annotator, taken: annotations.length, before, ...(continues && { continues }) };
      this.keep([...this.entries(), entry]);
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

  /**
   * Takes the latest import back, with all its files: what people had coded before stands again. Returns its files in the order of
   * the import and the instruments it touched; null where there is none.
   */
  undoImport(): { readonly records: readonly ImportRecord[]; readonly instruments: readonly string[] } | null {
    return atomically(this.db, () => {
      const entries = this.entries();
      const records: ImportRecord[] = [];
      const touched = new Set<string>();
      for (let last = entries.pop(); last !== undefined; last = last.continues === true ? entries.pop() : undefined) {
        for (const [id, hand] of Object.entries(last.before)) {
          replaceHand(this.db, id, hand);
          touched.add(id);
        }
        records.unshift({ name: last.name, annotator: last.annotator, taken: last.taken });
      }
      if (records.length === 0) return null;
      this.keep(entries);
      return { records, instruments: [...touched].sort() };
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
