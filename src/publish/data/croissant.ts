import type { Codebook, InstrumentMetadata } from '../../model/index.js';
import { sha256 } from '../annotations/record.js';
import { COLUMNS as TABLE } from '../annotations/table.js';
import type { ExportedFile, ExportOptions } from '../dataset.js';
import { CONTEXT } from './context.js';
import { COLUMNS as PARQUET } from './rows.js';

/** What a data card says of one instrument. */
export interface Entry {
  readonly metadata: InstrumentMetadata;
  readonly textSha256: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly annotations: number;
  readonly annotators: readonly string[];
  readonly carries: boolean;
}

/** The name under which a dataset goes. */
export const NAME = 'lexatlas-annotations';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonlines',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  webannotation: 'application/ld+json',
  xmi: 'application/vnd.xmi+xml',
  akn: 'application/xml',
  tei: 'application/tei+xml',
  labelstudio: 'application/json',
  doccano: 'application/jsonlines',
  brat: 'text/plain',
  conll: 'text/plain',
  skos: 'text/turtle',
  csl: 'application/vnd.citationstyles.csl+json',
  bibtex: 'application/x-bibtex',
  pairs: 'application/jsonlines',
  alignments: 'application/jsonlines',
  divergence: 'text/csv',
};

/**
 * The dataset in Croissant 1.1: every required property, and those recommended ones that are known. Where nobody gave the dataset an
 * address, it goes by the hash of its files; where nobody gave it a licence, it says so.
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html
 */
export function croissantOf(
  entries: readonly Entry[],
  codebook: Codebook,
  { files, madeOn, about, selection }: ExportOptions,
): object {
  const url = about.url ?? `urn:sha256:${sha256(files.map((f) => `${f.path} ${f.sha256}\n`).join(''))}`;
  const coders = [...new Set(entries.flatMap((e) => e.annotators))].sort();
  const creator = creatorsOf(about.creators, coders);
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: NAME,
    description: `Provisions on cross-border data flows in statutes and trade agreements (${entries.length}), coded by codebook ${codebook.version}.${selection === null ? '' : ` A selection: ${selection}.`}`,
    url,
    license: about.licence ?? {
      '@type': 'sc:CreativeWork',
      name: 'Not stated. The texts have licences of their own: see isBasedOn.',
    },
    creator,
    version: versionOf(codebook.version),
    ...(madeOn === null ? {} : { datePublished: madeOn }),
    citeAs: citationOf(
      creator.map((c) => c.name),
      url,
      madeOn,
      codebook.version,
    ),
    keywords: ['comparative law', 'cross-border data flows', ...codebook.families.map((f) => f.label)],
    inLanguage: [...new Set(entries.map((e) => e.metadata.language))].sort(),
    isLiveDataset: false,
    isBasedOn: entries.map(({ metadata: m, textSha256, files: read }) => ({
      '@type': 'sc:Legislation',
      identifier: m.id,
      name: m.title,
      inLanguage: m.language,
      ...(m.source === null ? {} : { url: m.source }),
      ...(m.licence === null ? {} : { license: m.licence }),
      ...(read[0] === undefined ? {} : { sha256: read[0].sha256 }),
      'cr:textSha256': textSha256,
    })),
    distribution: files.map((f) => ({
      '@type': 'cr:FileObject',
      '@id': f.path,
      name: f.path,
      contentUrl: f.path,
      contentSize: `${f.bytes} B`,
      encodingFormat: MEDIA_TYPES[f.format] ?? 'application/octet-stream',
      sha256: f.sha256,
    })),
    recordSet: files.flatMap((f) => recordSetOf(f)),
  };
}

interface Creator {
  readonly '@type': 'sc:Person' | 'sc:Organization';
  readonly name: string;
}

/** Whom the user names; else the people who coded, else the program. */
function creatorsOf(named: readonly string[], coders: readonly string[]): Creator[] {
  const people = named.length > 0 ? named : coders.flatMap((c) => (c.startsWith('human:') ? [c.slice(6)] : []));
  if (people.length > 0) return people.map((name) => ({ '@type': 'sc:Person', name }));
  return [{ '@type': 'sc:Organization', name: 'lexatlas' }];
}

/** Three numbers, as Semantic Versioning wants them. */
function versionOf(version: string): string {
  return /^\d+(?:\.\d+)?$/u.test(version) ? [...version.split('.'), '0', '0'].slice(0, 3).join('.') : version;
}

function citationOf(authors: readonly string[], url: string, madeOn: string | null, version: string): string {
  const fields = [
    `author = {${authors.join(' and ')}}`,
    'title = {Provisions on cross-border data flows, coded}',
    ...(madeOn === null ? [] : [`year = {${madeOn.slice(0, 4)}}`]),
    `note = {codebook ${version}}`,
    `url = {${url}}`,
  ];
  return `@misc{${NAME}, ${fields.join(', ')}}`;
}

type Field = readonly [name: string, dataType: string];

const NUMBERS: Readonly<Record<string, string>> = { confidence: 'sc:Float', start: 'sc:Integer', end: 'sc:Integer' };
const typed = (name: string): Field => [name, NUMBERS[name] ?? 'sc:Text'];

/** What a line of our JSON Lines holds, by its path. */
const JSON_PATHS: Readonly<Record<string, string>> = {
  instrument: '$.provision.instrument',
  eId: '$.provision.eId',
  citation: '$.citation',
  start: '$.span.start',
  end: '$.span.end',
  exact: '$.quote.exact',
};

/** Tables and lines of annotations have records; other formats are for tools that know them. */
function recordSetOf(file: ExportedFile): object[] {
  const columns = (names: readonly string[]) =>
    names.map((name) => ({ field: typed(name), extract: { column: name } }));
  const names = PARQUET.map(([name]) => name);
  const fields: Readonly<Record<string, { readonly field: Field; readonly extract: object }[]>> = {
    csv: columns(TABLE),
    parquet: columns(names),
    jsonl: names
      .filter((name) => name !== 'record')
      .map((name) => ({ field: typed(name), extract: { jsonPath: JSON_PATHS[name] ?? `$.${name}` } })),
  };
  const id = `records/${file.path}`;
  const known = fields[file.format];
  if (known === undefined) return [];
  return [
    {
      '@type': 'cr:RecordSet',
      '@id': id,
      name: id,
      description: `One annotation a record, in ${file.path}.`,
      field: known.map(({ field: [name, dataType], extract }) => ({
        '@type': 'cr:Field',
        '@id': `${id}/${name}`,
        name,
        dataType,
        source: { fileObject: { '@id': file.path }, extract },
      })),
    },
  ];
}
