import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { ClauseAnnotation } from '../../src/model/index.js';
import { datasetOf, type ExportedFile, type ExportOptions, exportAs } from '../../src/publish/index.js';
import { code, codebook, coded, instrument } from './build.js';

const law = instrument('xx/a', [
  ['1', 'A carrier keeps records. It tells the office.'],
  ['2', 'Data may leave. It tells the office.'],
  ['3', 'Data stay here.'],
]);
const other = instrument('xx/b', [['1', 'Data may leave.']]);
const FILES: readonly ExportedFile[] = [
  { path: 'annotations.csv', sha256: 'a'.repeat(64), bytes: 12, format: 'csv' },
  { path: 'annotations.jsonl', sha256: 'b'.repeat(64), bytes: 34, format: 'jsonl' },
  { path: 'jurisdiction=XX/part-0.parquet', sha256: 'c'.repeat(64), bytes: 56, format: 'parquet' },
  { path: 'notes.bib', sha256: 'd'.repeat(64), bytes: 78, format: 'bibtex' },
];
const ABOUT = {
  url: 'https://doi.org/10.5281/zenodo.1',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  creators: ['Ada Lovelace'],
};
const by = (annotator: string, a: ClauseAnnotation): ClauseAnnotation => ({ ...a, annotator });
const LAWS = [coded(law, [code(law, '1', 'transfer.free-flow')]), coded(other, [])];

function written(laws = LAWS, options: Partial<ExportOptions> = {}): { page: string; croissant: Croissant } {
  const study = { codebook, coded: laws, alignments: [], divergences: [] };
  const out = new Map([...exportAs(datasetOf(study), 'card', options)].map((p) => [p.path, String(p.content)]));
  return {
    page: out.get('DATACARD.md') ?? '',
    croissant: JSON.parse(out.get('croissant.json') ?? '{}') as Croissant,
  };
}

type Croissant = Readonly<Record<string, unknown>> & {
  readonly distribution: readonly Readonly<Record<string, string>>[];
  readonly recordSet: readonly {
    readonly '@id': string;
    readonly field: readonly Readonly<Record<string, unknown>>[];
  }[];
};

describe('the Croissant of a dataset', () => {
  const { croissant } = written(LAWS, { files: FILES, about: ABOUT, madeOn: '2026-11-26' });

  /** Croissant 1.1, "Dataset-level Information", required; then recommended ones that we know. */
  it.each([
    ...['@context', '@type', 'conformsTo', 'description', 'license', 'name', 'url', 'creator', 'datePublished'],
    ...['distribution', 'version', 'keywords', 'inLanguage', 'citeAs', 'isLiveDataset'],
  ])('has %s', (property) => {
    expect(croissant[property]).toBeDefined();
    expect(croissant[property]).not.toBe('');
    expect(croissant[property]).not.toEqual([]);
  });

  it('says what whoever publishes it said', () => {
    expect(croissant).toMatchObject({
      conformsTo: 'http://mlcommons.org/croissant/1.1',
      url: ABOUT.url,
      license: ABOUT.licence,
      creator: [{ '@type': 'sc:Person', name: 'Ada Lovelace' }],
      datePublished: '2026-11-26',
      version: '1.0.0',
    });
    expect(croissant.citeAs).toMatch(/^@misc\{.*author = \{Ada Lovelace\}.*year = \{2026\}.*zenodo\.1\}\}$/);
  });

  it('names every file with its place, size, kind and hash', () => {
    expect(croissant.distribution).toHaveLength(FILES.length);
    for (const [i, file] of FILES.entries()) {
      const one = croissant.distribution[i];
      expect(one).toMatchObject({ '@type': 'cr:FileObject', '@id': file.path, contentUrl: file.path });
      expect(one).toMatchObject({ sha256: file.sha256, contentSize: `${file.bytes} B` });
      expect(one?.encodingFormat).toMatch(/^(?:text|application)\/[\w.+-]+$/);
    }
  });

  it('gives every field of a record its type and source, under ids of their own', () => {
    expect(croissant.recordSet.map((r) => r['@id'])).toEqual(
      FILES.filter((f) => f.format !== 'bibtex').map((f) => `records/${f.path}`),
    );
    const fields = croissant.recordSet.flatMap((r) => r.field);
    for (const field of fields) {
      expect(field.dataType).toMatch(/^sc:(?:Text|Float|Integer)$/);
      expect(FILES.map((f) => f.path)).toContain((field.source as Source).fileObject['@id']);
      expect(Object.keys((field.source as Source).extract)).toHaveLength(1);
    }
    expect(new Set(fields.map((f) => f['@id'])).size).toBe(fields.length);
  });

  it('tells columns and paths that are in the files it describes', () => {
    const study = datasetOf({ codebook, coded: LAWS, alignments: [], divergences: [] });
    const text = (format: 'csv' | 'jsonl') => [...exportAs(study, format)].map((p) => String(p.content)).join('');
    const header = text('csv').split(/\r?\n/)[0]?.split(',') ?? [];
    const line = JSON.parse(text('jsonl').split('\n')[0] ?? '') as object;
    for (const { field } of croissant.recordSet.slice(0, 2))
      for (const { source } of field) {
        const { column, jsonPath } = (source as Source).extract;
        if (column !== undefined) expect(header).toContain(column);
        else expect(at(line, jsonPath ?? ''), jsonPath).not.toBeUndefined();
      }
  });

  it('is read by jsonld.js as terms of Croissant, none of ours left to schema.org', async () => {
    const [expanded] = await jsonld.expand(croissant as jsonld.JsonLdDocument);
    const keys = Object.keys(expanded ?? {});
    expect(keys).toContain('http://mlcommons.org/croissant/recordSet');
    expect(keys).toContain('http://mlcommons.org/croissant/citeAs');
    expect(keys).toContain('http://purl.org/dc/terms/conformsTo');
    expect(JSON.stringify(expanded)).not.toMatch(/schema\.org\/(?:recordSet|field|source|extract|dataType|citeAs)"/);
  });

  it('has a name of its own and says that no licence was given, where nobody said either', () => {
    const { croissant: bare } = written(LAWS, { files: FILES });
    expect(bare.url).toMatch(/^urn:sha256:[0-9a-f]{64}$/);
    expect(bare.url).not.toBe(written(LAWS, { files: FILES.slice(1) }).croissant.url);
    expect(bare.license).toMatchObject({ name: expect.stringContaining('Not stated') as string });
    expect(bare.creator).toEqual([{ '@type': 'sc:Organization', name: 'lexatlas' }]);
    expect(bare.datePublished).toBeUndefined();
  });
});

interface Source {
  readonly fileObject: { readonly '@id': string };
  readonly extract: { readonly column?: string; readonly jsonPath?: string };
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .slice(1)
    .reduce<unknown>((v, key) => (v as Readonly<Record<string, unknown>> | null)?.[key], value);
}

it('says by what the dataset was narrowed', () => {
  const { page, croissant } = written(LAWS, { selection: 'codes transfer' });
  expect(page).toContain('A selection: codes transfer. What it leaves out is not absent from the law.');
  expect(croissant.description).toContain('A selection: codes transfer.');
});

describe('agreement on the data card', () => {
  const ada = ['1(1)', '1(2)', '2(1)'].map((p) => by('human:ada', code(law, p, 'transfer.free-flow')));
  const ben = ['1(1)', '1(2)', '3(1)'].map((p) => by('human:ben', code(law, p, 'transfer.free-flow')));

  it('is measured where two people coded the same law', () => {
    const { page, croissant } = written([coded(law, [...ada, ...ben])]);
    // Four provisions: two with yes from both, one from each alone. Observed disagreement 4/8, expected 2·6·2/(8·7).
    expect(page).toContain('| all | 4 | 2 | 2 | -0.167 |');
    expect(page).toContain('| transfer.free-flow | 4 | 2 | 2 |');
    expect(croissant.creator).toMatchObject([{ name: 'ada' }, { name: 'ben' }]);
  });

  it('is measured on what each handed in, also where one coding stands in the place of another', () => {
    const standing = datasetOf({ codebook, coded: [coded(law, ben)], alignments: [], divergences: [] });
    const all = { ...standing, byHand: () => [...ada, ...ben] };
    const page = [...exportAs(all, 'card')].map((p) => String(p.content)).join('');
    expect(page).toContain('| all | 4 | 2 | 2 | -0.167 |');
  });

  it('is told in words where one person coded, nobody did, or two coded different laws', () => {
    expect(written().page).toContain('No person coded these provisions');
    expect(written([coded(law, ada)]).page).toContain('human:ada is the only person who coded');
    const elsewhere = by('human:ben', code(other, '1', 'transfer.free-flow'));
    expect(written([coded(law, ada), coded(other, [elsewhere])]).page).toContain('coded different laws');
  });
});
