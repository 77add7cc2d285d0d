import type { InstrumentMetadata } from '../../model/index.js';
import type { Database } from '../driver.js';
import { type Law, readCatalogue, readLaw } from './instruments.js';

/** Characters of law kept at hand, some 50 MB at most; the 551 instruments of the shared corpus have 46 million. */
const MOST_CHARACTERS = 24_000_000;

/** Laws read and checked once for as long as nobody writes the study: ten hits of a search stand in few laws, and a long one takes milliseconds. */
export class Shelf {
  private readonly laws = new Map<string, Law>();
  private characters = 0;
  private known: readonly InstrumentMetadata[] | null = null;
  private version = '';

  constructor(private readonly db: Database) {}

  /** An instrument's metadata and text; null where the study does not hold it. @throws StoreTrouble where it is damaged. */
  law(id: string): Law | null {
    this.renew();
    const kept = this.laws.get(id);
    if (kept !== undefined) {
      this.laws.delete(id);
      this.laws.set(id, kept);
      return kept;
    }
    const row = this.db.get('SELECT * FROM instrument WHERE id = ?', [id]);
    if (row === null) return null;
    const law = readLaw(row);
    this.laws.set(id, law);
    this.characters += law.text.length;
    for (const [oldest, { text }] of this.laws) {
      if (this.characters <= MOST_CHARACTERS || oldest === id) break;
      this.laws.delete(oldest);
      this.characters -= text.length;
    }
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
    this.characters = 0;
    this.known = null;
  }
}
