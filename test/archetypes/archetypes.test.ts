import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildArchetypes } from '../../scripts/archetypes/build.js';
import { readText } from '../../scripts/archetypes/notation.js';
import { ingest } from '../../src/ingest/index.js';
import type { Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';

const root = join(import.meta.dirname, '..', '..');
const folder = 'corpus/archetypes';
const catalogue = JSON.parse(readFileSync(join(root, folder, 'corpus.json'), 'utf8')) as Record<string, unknown>[];
const nameOf = (path: string): string => path.replace(/\..*$/u, '');
const gold = new Map(
  catalogue.map((c) => {
    const name = nameOf(String(c.path));
    const csv = readFileSync(join(root, `annotations/gold/archetype__${name}.csv`), 'utf8');
    return [
      name,
      parseCsv(csv, { columns: true }) as {
        instrument: string;
        provision: string;
        code: string;
      }[],
    ];
  }),
);
const CODES = [
  ...['general', 'adequacy', 'safeguards', 'consent', 'derogation', 'authorisation', 'accountability', 'onward'].map(
    (c) => `transfer.${c}`,
  ),
  ...['free-flow', 'exception', 'reciprocity'].map((c) => `transfer.${c}`),
  ...['territorial', 'extraterritorial', 'representative', 'compelled-access', 'blocking', 'conflict'].map(
    (c) => `jurisdiction.${c}`,
  ),
  ...['storage', 'facilities', 'ban', 'exception'].map((c) => `localization.${c}`),
  ...['complaint', 'judicial', 'compensation', 'collective', 'administrative-penalty', 'criminal-penalty'].map(
    (c) => `remedies.${c}`,
  ),
  ...['corrective', 'foreign', 'dispute-settlement'].map((c) => `remedies.${c}`),
  ...['authority', 'international', 'interoperability'].map((c) => `cooperation.${c}`),
  ...['framework', 'consent', 'security', 'certification', 'sensitive', 'non-discrimination'].map(
    (c) => `standards.${c}`,
  ),
  ...['personal-data', 'sensitive-data', 'actor', 'transfer'].map((c) => `concepts.${c}`),
];

describe('the archetypes', () => {
  const instruments = new Map<string, Instrument>();
  beforeAll(async () => {
    for (const record of catalogue) {
      const path = String(record.path);
      const bytes = readFileSync(join(root, folder, path));
      instruments.set(
        nameOf(path),
        parse(
          await ingest({
            path: `${folder}/${path}`,
            bytes,
            provenance: record,
          }),
        ),
      );
    }
  });

  it('are six files, each catalogued, each in another format', () => {
    const files = readdirSync(join(root, folder)).filter((f) => f !== 'corpus.json');
    expect(files.sort()).toEqual(catalogue.map((c) => c.path).sort());
    expect(new Set([...instruments.values()].map((i) => i.format)).size).toBe(6);
  });

  it('hold each code of the codebook in two instruments or more, and no other code', () => {
    const held = new Map<string, Set<string>>();
    for (const [name, rows] of gold) for (const r of rows) held.set(r.code, (held.get(r.code) ?? new Set()).add(name));
    expect([...held.keys()].sort()).toEqual([...CODES].sort());
    expect([...held].filter(([, names]) => names.size < 2)).toEqual([]);
  });

  it('are built again to the very bytes that are committed', async () => {
    for (const [path, bytes] of await buildArchetypes()) {
      expect(Buffer.from(bytes).equals(readFileSync(join(root, path))), `${path}: run npm run archetypes`).toBe(true);
    }
  });

  it.each([...gold.keys()])('%s parses to the sections of its source, and its gold citations resolve', (name) => {
    const instrument = instruments.get(name);
    const source = readText(readFileSync(join(root, `scripts/archetypes/texts/${name}.txt`), 'utf8'));
    const basic = (instrument?.provisions ?? []).filter((p) => p.tier === 'basic').map((p) => p.citation);
    expect(basic).toEqual(source.divisions.flatMap((d) => d.units.map((u) => u.num)));
    expect(basic.length).toBeGreaterThanOrEqual(20);
    expect(basic.length).toBeLessThanOrEqual(45);
    expect(instrument?.metadata.id).toBe(`archetype/${name}`);
    const citations = new Set(instrument?.provisions.map((p) => p.citation));
    expect(gold.get(name)?.filter((r) => !citations.has(r.provision) || r.instrument !== `archetype/${name}`)).toEqual(
      [],
    );
  });
});
