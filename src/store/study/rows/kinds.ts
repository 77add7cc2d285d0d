import type { RowDelta } from '../../../model/index.js';
import type { Database } from '../../driver.js';
import { sealed, unsealed } from '../../seal.js';
import { changedRows, storedAs } from './changes.js';

/** Kinds of results that stand in one table, each by subject and by its place among all of its kind. */
export type Kind = 'concordance' | 'position' | 'divergence' | 'tension';

const REPLACE = 'INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)';

/** All of a kind by their places. */
export function byPlace<T>(db: Database, kind: Kind): T[] {
  const rows: T[] = [];
  for (const { ordinal, json } of db.all('SELECT ordinal, json FROM result WHERE kind = ?', [kind]))
    rows[Number(ordinal)] = unsealed<T>(`its ${kind}s`, json);
  return rows;
}

/**
 * Puts results of a kind in the place of those before; of thousands only those that differ are written. `isKnown`: the study holds the rows since which the
 * delta tells. Else each is looked at. Runs inside a transaction.
 */
export function amendKind<T>(
  db: Database,
  kind: Kind,
  delta: RowDelta<T>,
  subjectOf: (item: T) => string,
  isKnown: boolean,
): void {
  if (isKnown) amendKnown(db, kind, delta, subjectOf);
  else replaceAll(db, kind, delta.fresh, subjectOf);
}

function amendKnown<T>(db: Database, kind: Kind, delta: RowDelta<T>, subjectOf: (item: T) => string): void {
  const changed = changedRows(delta);
  const moved = JSON.stringify(changed.flatMap((c) => (c.was < 0 ? [] : [c.was])));
  const sql = `SELECT ordinal, subject, json FROM result WHERE kind = ? AND ordinal ${AMONG}`;
  const held = new Map(
    (moved === '[]' ? [] : db.all(sql, [kind, moved])).map((row) => [Number(row.ordinal), row] as const),
  );
  const places = JSON.stringify(changed.map((c) => c.place));
  db.run(`DELETE FROM result WHERE kind = ? AND (ordinal >= ? OR ordinal ${AMONG})`, [
    kind,
    delta.before.length,
    places,
  ]);
  for (const one of changed) {
    const json = storedAs(one, (was) => held.get(was)?.json);
    const subject = one.row === null ? String(held.get(one.was)?.subject) : subjectOf(one.row);
    db.run(REPLACE, [kind, subject, one.place, json]);
  }
}

/** One of the numbers in a list, which is given as JSON. */
const AMONG = 'IN (SELECT value FROM json_each(?))';

function replaceAll<T>(db: Database, kind: Kind, items: readonly T[], subjectOf: (item: T) => string): void {
  const rows = db.all('SELECT subject, ordinal, json FROM result WHERE kind = ?', [kind]);
  const before = new Map(rows.map((r) => [`${r.ordinal} ${r.subject}`, r]));
  for (const [at, item] of items.entries()) {
    const [subject, json] = [subjectOf(item), sealed(item)];
    const key = `${at} ${subject}`;
    const old = before.get(key);
    before.delete(key);
    if (old?.json !== json) db.run(REPLACE, [kind, subject, at, json]);
  }
  for (const { subject = '', ordinal = 0 } of before.values())
    db.run('DELETE FROM result WHERE kind = ? AND subject = ? AND ordinal = ?', [kind, subject, ordinal]);
}
