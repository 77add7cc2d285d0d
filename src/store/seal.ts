import { createHash } from 'node:crypto';
import type { Database, Value } from './driver.js';
import { StoreTrouble, troubleOf } from './trouble.js';

/**
 * SQLite notices a page that is no page, not a letter that has become another. So each instrument's rows are hashed as they are
 * written (kept as stage `seal`) and again as they are read: damaged law is never shown.
 */
export function seal(db: Database, subject: string, parts: readonly Value[]): void {
  db.run('INSERT OR REPLACE INTO stage VALUES (?, ?, ?)', ['seal', subject, sealOf(parts)]);
}

/**
 * Nothing where the rows are as they were written, or were written before there were seals.
 * @throws StoreTrouble where they are not.
 */
export function checkSeal(db: Database, subject: string, parts: readonly Value[]): void {
  const row = db.get("SELECT key FROM stage WHERE stage = 'seal' AND subject = ?", [subject]);
  if (row === null || row.key === sealOf(parts)) return;
  throw new StoreTrouble(
    `The study is damaged: what it holds of ${subject} is not what was written.`,
    'lexatlas run --check sets the damaged file aside and makes the study anew from the corpus; codings by hand that can still be read are kept.',
    true,
  );
}

function sealOf(parts: readonly Value[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${String(part).length}:`).update(String(part));
  return hash.digest('hex');
}

/** Has SQLite check its pages. @throws StoreTrouble naming the damage. */
export function checkPages(db: Database): void {
  const said = String(Object.values(db.get('PRAGMA integrity_check(1)') ?? {})[0]);
  if (said !== 'ok') throw troubleOf(new Error(`malformed: ${said}`), 'its folder');
}
