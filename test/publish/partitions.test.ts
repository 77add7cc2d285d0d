import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { CodedInstrument, InstrumentMetadata } from '../../src/model/index.js';
import { datasetOf, exportAs, type PartitionKey } from '../../src/publish/index.js';
import { openStudy } from '../../src/store/index.js';
import { call } from '../cli/call.js';
import { code, coded, instrument } from './build.js';

function law(id: string, facts: Partial<InstrumentMetadata>, codes: readonly string[]): CodedInstrument {
  const plain = instrument(id, [['1', 'Data may leave with consent.']]);
  const made = { ...plain, metadata: { ...plain.metadata, ...facts } };
  return coded(
    made,
    codes.map((c) => code(made, '1', c)),
  );
}

const LAWS = [
  law('eu/act', { jurisdictions: ['EU'], made: '2016-04-27', inForce: null }, ['transfer.general', 'remedies.fine']),
  law('eu/other', { jurisdictions: ['EU'], made: '2020-01-01', inForce: '2021-06-01' }, ['transfer.general']),
  law('in/act', { jurisdictions: ['IN'], made: null, inForce: null }, ['transfer.general']),
  law('tota/1', { jurisdictions: ['CA', 'CL'], made: '2019-01-01', inForce: null, kind: 'agreement' }, [
    'transfer.free-flow',
  ]),
];

describe('parted Parquet', () => {
  const codebook = { version: '1', families: [], codes: [] };
  const dataset = datasetOf({ codebook, coded: LAWS, alignments: [], divergences: [] });
  const written = (partitionBy: PartitionKey): string => {
    const folder = mkdtempSync(join(tmpdir(), 'lexatlas-parts-'));
    for (const { path, content } of exportAs(dataset, 'parquet', { partitionBy, text: 'always' })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  };
  const asked = async (sql: string): Promise<unknown[]> => {
    const connection = await (await DuckDBInstance.create()).connect();
    try {
      return (await connection.runAndReadAll(sql)).getRowsJson();
    } finally {
      connection.closeSync();
    }
  };
  const table = (folder: string): string => `read_parquet('${folder}/*/*.parquet', hive_partitioning = true)`;

  it.each([
    [
      'jurisdiction',
      [
        ['EU', '3'],
        ['IN', '1'],
        ['several', '1'],
      ],
    ],
    [
      'code',
      [
        ['remedies.fine', '1'],
        ['transfer.free-flow', '1'],
        ['transfer.general', '3'],
      ],
    ],
    [
      'year',
      [
        ['2016', '2'],
        ['2019', '1'],
        ['2021', '1'],
        [null, '1'],
      ],
    ],
  ] as const)('by %s is one table to DuckDB', async (by, counts) => {
    const from = table(written(by));
    const rows = await asked(`SELECT CAST("${by}" AS VARCHAR), COUNT(*) FROM ${from} GROUP BY 1 ORDER BY 1`);
    expect(rows).toEqual(counts);
  });

  it('tells all parties of an agreement, and loses nothing', async () => {
    const folder = written('jurisdiction');
    expect(readdirSync(folder).sort()).toEqual(['jurisdiction=EU', 'jurisdiction=IN', 'jurisdiction=several']);
    const parties = `SELECT instrument FROM ${table(folder)} WHERE list_contains(string_split(jurisdictions, ' '), 'CL')`;
    expect(await asked(parties)).toEqual([['tota/1']]);
    const kept = await asked(`SELECT record FROM ${table(folder)} ORDER BY instrument, code`);
    const all = LAWS.flatMap((l) => [...l.annotations].sort((a, b) => (a.code < b.code ? -1 : 1)));
    expect(kept.map((row) => JSON.parse((row as string[])[0] ?? ''))).toEqual(all);
  });

  it.each([
    ['--format', 'csv', '--out', 'x/'],
    ['--format', 'parquet', '--out', 'x.parquet'],
    ['--format', 'parquet', '--partition-by', 'weather', '--out', 'x/'],
  ])('says where it cannot be: %s %s %s %s', async (...words) => {
    const study = mkdtempSync(join(tmpdir(), 'lexatlas-parts-'));
    const store = openStudy(study, 'write');
    store.setMeta('codebook', JSON.stringify(codebook));
    store.close();
    const said = await call('export', '--study', study, '--partition-by', 'jurisdiction', ...words);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/not parted into folders|need a folder|weather is unknown/);
  });
});
