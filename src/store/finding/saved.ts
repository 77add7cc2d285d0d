import type { SavedSearch } from '../../model/index.js';
import type { Database } from '../driver.js';

/** Keeps a search; one with the same id is replaced. */
export function saveSearch(db: Database, search: SavedSearch): void {
  db.run('INSERT OR REPLACE INTO saved_search VALUES (?, ?, ?)', [search.id, search.name, search.request]);
}

/** All saved searches, by name. */
export function savedSearches(db: Database): SavedSearch[] {
  return db
    .all('SELECT id, name, request FROM saved_search ORDER BY name, id')
    .map((row) => ({ id: String(row.id), name: String(row.name), request: String(row.request) }));
}

/** Removes a saved search; nothing happens where there is none. */
export function forgetSearch(db: Database, id: string): void {
  db.run('DELETE FROM saved_search WHERE id = ?', [id]);
}
