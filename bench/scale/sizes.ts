import { openDatabase } from '../../src/store/driver.js';

/** What a part of a study's file holds, by the tables' names. */
const PARTS = {
  text: /^text/,
  units: /^(instrument|provision|sqlite_autoindex_instrument)/,
  codes: /^(annotation|diagnostic|stage|meta)/,
  index: /^(passage|words|term)/,
} as const;

/** Bytes of a study's database by what they hold (SQLite's dbstat, https://www.sqlite.org/dbstat.html). */
export function sizesOf(file: string): Record<keyof typeof PARTS, number> {
  const db = openDatabase(file, true);
  try {
    const rows = db.all('SELECT name, SUM(pgsize) AS bytes FROM dbstat GROUP BY name');
    const sum = (pattern: RegExp): number =>
      rows.filter((r) => pattern.test(String(r.name))).reduce((total, r) => total + Number(r.bytes), 0);
    return { text: sum(PARTS.text), units: sum(PARTS.units), codes: sum(PARTS.codes), index: sum(PARTS.index) };
  } finally {
    db.close();
  }
}
