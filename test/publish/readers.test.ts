import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import { unmarked } from '../../src/text/workbook/harmless.js';
import { code, files, instrument } from './build.js';

const law = instrument('xx/a', [['1', 'A "carrier" & co. <moves> 個人情報 abroad; 𝒳, نقل. Next.']]);
const annotations = [
  code(law, '1(1)', 'transfer.free-flow', 0.875),
  { ...code(law, '1', 'transfer.free-flow', 0.5), span: { start: 2, end: 11 } },
  { ...code(law, '1', 'transfer.free-flow', 0.25), span: { start: 26, end: 45 } },
];
const folder = mkdtempSync(join(tmpdir(), 'lexatlas-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function onDisk(format: 'parquet' | 'xlsx'): Promise<string> {
  const [[name, bytes] = ['', Buffer.alloc(0)]] = (await files([[law, annotations]], format)).out;
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

it('DuckDB reads our Parquet: names, types, numbers and words', async () => {
  const path = await onDisk('parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const query = `SELECT instrument, code, confidence, "start", "end", "exact", record FROM read_parquet('${path}')`;
    const reader = await connection.runAndReadAll(query);
    const rows = reader.getRowObjects();
    expect(rows.map((r) => [r.instrument, r.code, r.confidence, r.start, r.end])).toEqual(
      annotations.map((a) => ['xx/a', a.code, a.confidence, a.span.start, a.span.end]),
    );
    for (const r of rows) expect(r.exact).toBe(law.text.slice(Number(r.start), Number(r.end)));
    expect(rows.map((r) => JSON.parse(String(r.record)))).toEqual(annotations);
    const summed = await connection.runAndReadAll(`SELECT sum(confidence) AS s FROM read_parquet('${path}')`);
    expect(summed.getRowObjects()).toEqual([{ s: 1.625 }]);
  } finally {
    connection.closeSync();
  }
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice) console.warn('SKIPPED: no LibreOffice (soffice) here, so our workbook is not opened with it.');

it.skipIf(!hasOffice)(
  'LibreOffice opens our workbook, and its CSV has every field and word',
  async () => {
    const path = await onDisk('xlsx');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, path], {
      timeout: 120_000,
    });
    const rows = parse(readFileSync(join(folder, 'annotations.csv')), { columns: true }) as Record<string, string>[];
    expect(rows.map((r) => [r.instrument, r.code, Number(r.confidence), Number(r.start), Number(r.end)])).toEqual(
      annotations.map((a) => ['xx/a', a.code, a.confidence, a.span.start, a.span.end]),
    );
    for (const r of rows) {
      // Spreadsheets drop blanks at the ends of a cell; the offsets keep them.
      expect(unmarked(r.words ?? '')).toBe(law.text.slice(Number(r.start), Number(r.end)).trim());
    }
  },
  150_000,
);
