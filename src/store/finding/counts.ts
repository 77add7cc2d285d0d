import type { FacetCounts, GroupBy, GroupCount, IndexQuery } from '../../model/index.js';
import type { Database } from '../driver.js';
import { sourceOf, unlist } from './passages.js';

/** Where each facet stands, in both indexes: a column of SQLite's, a field of OpenSearch's. */
export const FACET_FIELDS = {
  jurisdictions: 'jurisdiction',
  kind: 'kind',
  language: 'lang',
  year: 'year',
  codes: 'code',
  forces: 'force',
} as const;

/** Facet counts over everything that matches, not only the page shown. */
export function countFacets(db: Database, query: IndexQuery): FacetCounts {
  const { where, values } = sourceOf(db, query);
  const from = query.match === null ? 'passage p' : 'words JOIN passage p ON p.id = words.rowid';
  const counts = new Map(Object.values(FACET_FIELDS).map((name) => [name, new Map<string, number>()]));
  const rows = db.all(
    `SELECT p.jurisdictions, p.kind, p.language, p.year, p.codes, p.forces, COUNT(*) AS n FROM ${from} ${where} GROUP BY 1, 2, 3, 4, 5, 6`,
    values,
  );
  for (const row of rows)
    for (const [column, name] of Object.entries(FACET_FIELDS)) {
      const facet = counts.get(name);
      for (const value of row[column] === null ? [] : unlist(row[column]))
        facet?.set(value, (facet.get(value) ?? 0) + Number(row.n));
    }
  const sortedCounts = [...counts].map(([name, values_]) => [
    name,
    [...values_]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  ]);
  return Object.fromEntries(sortedCounts) as FacetCounts;
}

/** Matching passages by instrument or by jurisdiction list, most first. */
export function countGroups(db: Database, query: IndexQuery, by: GroupBy): GroupCount[] {
  const { where, values } = sourceOf(db, query);
  const from = query.match === null ? 'passage p' : 'words JOIN passage p ON p.id = words.rowid';
  const column = by === 'instrument' ? 'p.instrument' : 'p.jurisdictions';
  return db
    .all(`SELECT ${column} AS name, COUNT(*) AS n FROM ${from} ${where} GROUP BY 1 ORDER BY n DESC, name`, values)
    .map((row) => ({ group: String(row.name).trim(), count: Number(row.n) }));
}
