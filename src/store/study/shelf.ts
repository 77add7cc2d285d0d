import type { InstrumentMetadata } from '../../model/index.js';
import type { Database } from '../driver.js';
import { type Law, readCatalogue, readLaw } from './instruments.js';

/** What is known of the study's instruments, read and checked once for as long as nobody writes the study. */
export class Shelf {
  private readonly laws = new Map<string, Law>();
  private known: readonly InstrumentMetadata[] | null = null;
  private version = '';

  constructor(private readonly db: Database) {}

  /** An instrument's metadata and format; null where the study does not hold it. @throws StoreTrouble where it is damaged. */
  law(id: string): Law | null {
    this.renew();
    const kept = this.laws.get(id);
    if (kept !== undefined) return kept;
    const row = this.db.get('SELECT * FROM instrument WHERE id = ?', [id]);
    if (row === null) return null;
    const law = readLaw(row);
    this.laws.set(id, law);
    return law;
  }

  /** Metadata of all instruments, by id. */
  catalogue(): readonly InstrumentMetadata[] {
    this.renew();
    this.known ??= readCatalogue(this.db);
    return this.known;
  }

  /** Empties the shelf where the study was written since, by this connection or another. */
  private renew(): void {
    const row = this.db.get('SELECT data_version AS theirs, total_changes() AS ours FROM pragma_data_version');
    const now = `${row?.theirs} ${row?.ours}`;
    if (now === this.version) return;
    this.version = now;
    this.laws.clear();
    this.known = null;
  }
}
