import { createHash } from 'node:crypto';
import type { StudySummary } from '../../model/index.js';
import type { Database } from '../driver.js';

/** Counts of what the study holds; how many jurisdictions its instruments name is told by who has read them. */
export function summarise(db: Database, jurisdictions: number): StudySummary {
  const count = (sql: string): number => Number(db.get(sql)?.n ?? 0);
  return {
    files: count("SELECT COUNT(*) AS n FROM stage WHERE stage = 'read'"),
    instruments: count('SELECT COUNT(*) AS n FROM instrument'),
    jurisdictions,
    articles: count('SELECT SUM(articles) AS n FROM instrument'),
    provisions: count('SELECT SUM(provisions) AS n FROM instrument'),
    annotations: count(`SELECT COUNT(*) AS n FROM annotation WHERE json NOT LIKE '%"rejects":true%'`),
    alignments: count('SELECT COUNT(*) AS n FROM alignment'),
    divergences: count("SELECT COUNT(*) AS n FROM result WHERE kind = 'divergence'"),
    tensions: count("SELECT COUNT(*) AS n FROM result WHERE kind = 'tension'"),
  };
}

/** A hash of the stages' keys, of what people coded and of the settings: equal where two studies hold the same. Lower-case hex. */
export function editionOf(db: Database): string {
  const hash = createHash('sha256');
  const rows = [
    ...db.all('SELECT stage, subject, key FROM stage ORDER BY stage, subject'),
    ...db.all('SELECT instrument, ordinal, json FROM annotation WHERE human = 1 ORDER BY instrument, ordinal'),
    ...db.all('SELECT key, value FROM meta ORDER BY key'),
  ];
  for (const row of rows) hash.update(JSON.stringify(Object.values(row)));
  return hash.digest('hex');
}
