import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/driver.js';

/** A folder of our own under the system's temporary folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lexatlas-faults-'));
}

/** Writes small laws in our own words, each of two articles; `words` makes them differ. */
export function writeLaws(folder: string, count: number, words = 'each export'): void {
  for (let i = 0; i < count; i += 1) {
    const place = join(folder, `x${String.fromCharCode(97 + (i % 26))}`);
    mkdirSync(place, { recursive: true });
    const text = `# Export Act ${i}\n\n## Article 1 Transfers abroad\n\nA controller shall not transfer personal data outside the territory without consent to ${words}.\n\n## Article 2 Registry\n\nThe registry keeps records for ${i + 1} years.\n`;
    writeFileSync(join(place, `act-${i}.en.md`), text);
  }
}

const TABLES = ['instrument', 'provision', 'annotation', 'alignment', 'result', 'diagnostic', 'stage', 'passage'];

/** The rows of every table that a run fills, hashed; the order in which they came to be does not count, nor do row numbers. */
export function contentOf(study: string): Record<string, string> {
  const db = openDatabase(join(study, 'study.sqlite'), true);
  try {
    return Object.fromEntries(
      TABLES.map((table) => {
        const rows = db
          .all(`SELECT * FROM ${table}`)
          .map(({ id, ...row }) => JSON.stringify(table === 'passage' ? row : { id, ...row }));
        return [table, `${rows.length} ${createHash('sha256').update(rows.sort().join('\n')).digest('hex')}`];
      }),
    );
  } finally {
    db.close();
  }
}

/** The bytes of every file below a folder, hashed, by path. */
export function bytesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  const paths = entries.map((e) => join(e.parentPath, e.name)).sort();
  return Object.fromEntries(
    paths.map((p) => [p.slice(folder.length), createHash('sha256').update(readFileSync(p)).digest('hex')]),
  );
}
