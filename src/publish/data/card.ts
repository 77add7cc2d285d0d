import type { Codebook, InstrumentMetadata } from '../../model/index.js';
import { sha256 } from '../annotations/record.js';
import type { ExportedFile, Writer } from '../dataset.js';
import { carriesText } from '../licence.js';

/** What the card says of one instrument. */
interface Entry {
  readonly metadata: InstrumentMetadata;
  readonly textSha256: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly annotations: number;
  readonly annotators: readonly string[];
  readonly carries: boolean;
}

/**
 * A data card: Markdown for people and Croissant JSON-LD for machines: sources, licences, hashes, who coded, how far to trust it.
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec.html
 */
export const card: Writer = function* (dataset, { text, madeOn, files }) {
  const entries: Entry[] = [];
  for (const { instrument, annotations } of dataset.coded())
    entries.push({
      metadata: instrument.metadata,
      textSha256: sha256(instrument.text),
      files: instrument.renditions.filter((r) => r.used).map(({ path, sha256: hash }) => ({ path, sha256: hash })),
      annotations: annotations.length,
      annotators: [...new Set(annotations.map((a) => a.annotator))].sort(),
      carries: carriesText(instrument.metadata, text),
    });
  yield { path: 'DATACARD.md', content: pageOf(entries, dataset.codebook, madeOn, files) };
  yield {
    path: 'croissant.json',
    content: `${JSON.stringify(croissantOf(entries, dataset.codebook, madeOn, files), null, 1)}\n`,
  };
};

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
};

const LIMITS = [
  'Codings by `rule:` and `model:` annotators are a machine’s; each has a confidence, and a share of them is wrong.',
  'Figures of quality are measured against gold that was coded by careful reading with machine assistance; legal scholars have not re-coded it yet.',
  'No annotation on a provision means that nothing was found there, not that a person found nothing.',
  'Texts are those of the files named here; third-party copies may be damaged or dated.',
];

function pageOf(
  entries: readonly Entry[],
  codebook: Codebook,
  madeOn: string | null,
  files: readonly ExportedFile[],
): string {
  const total = entries.reduce((sum, e) => sum + e.annotations, 0);
  const annotators = [...new Set(entries.flatMap((e) => e.annotators))].sort();
  const cell = (value: string): string => value.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [
    '# Data card: provisions on cross-border data flows, coded',
    '',
    `${total} annotations on ${entries.length} instruments, codebook ${codebook.version}${madeOn === null ? '' : `, exported ${madeOn}`}.`,
    `Coded by: ${annotators.join(', ') || 'nobody'}.`,
    '',
    '## How far to trust it',
    '',
    ...LIMITS.map((l) => `- ${l}`),
    '',
    '## Agreement between coders',
    '',
    annotators.filter((a) => a.startsWith('human:')).length > 1
      ? 'Several people coded: `lexatlas agreement` on what each of them handed in measures how far they agree.'
      : 'No two people coded these provisions, so that nothing can be said about agreement between coders.',
    '',
    ...(files.length === 0
      ? []
      : ['## Files', '', '| file | sha256 |', '|---|---|', ...files.map((f) => `| ${f.path} | ${f.sha256} |`), '']),
    '## Offsets and quotes',
    '',
    'Offsets are UTF-16 units into the normalised text of each instrument (brat and doccano: code points). Where words stay behind, the',
    'sha256 of the quoted words and of the whole text let anyone who holds the file join them again: run lexatlas over the file and compare.',
    '',
    '## Instruments',
    '',
    '| instrument | title | jurisdictions | language | annotations | words included | licence of the text | source | sha256 of the file |',
    '|---|---|---|---|---|---|---|---|---|',
    ...entries.map(
      ({ metadata: m, annotations, carries, files }) =>
        `| ${[m.id, m.title, m.jurisdictions.join(' '), m.language, String(annotations), carries ? 'yes' : 'no', m.licence ?? 'not stated', m.source ?? 'not stated', files.map((f) => f.sha256).join(' ')].map(cell).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

function croissantOf(
  entries: readonly Entry[],
  codebook: Codebook,
  madeOn: string | null,
  files: readonly ExportedFile[],
): object {
  return {
    '@context': {
      '@vocab': 'https://schema.org/',
      sc: 'https://schema.org/',
      cr: 'http://mlcommons.org/croissant/',
      dct: 'http://purl.org/dc/terms/',
    },
    '@type': 'sc:Dataset',
    'dct:conformsTo': 'http://mlcommons.org/croissant/1.0',
    name: 'lexatlas-annotations',
    description: 'Provisions of statutes and trade agreements on cross-border data flows, coded by codebook.',
    version: codebook.version,
    ...(madeOn === null ? {} : { datePublished: madeOn }),
    isBasedOn: entries.map(({ metadata: m, textSha256, files }) => ({
      '@type': 'sc:Legislation',
      identifier: m.id,
      name: m.title,
      inLanguage: m.language,
      ...(m.source === null ? {} : { url: m.source }),
      ...(m.licence === null ? {} : { license: m.licence }),
      sha256: files[0]?.sha256 ?? null,
      'cr:textSha256': textSha256,
    })),
    distribution: files.map((f) => ({
      '@type': 'cr:FileObject',
      '@id': f.path,
      name: f.path,
      contentUrl: f.path,
      encodingFormat: MEDIA_TYPES[f.format] ?? 'application/octet-stream',
      sha256: f.sha256,
    })),
    recordSet: files
      .filter((f) => f.format === 'csv' || f.format === 'jsonl')
      .map((f) => ({
        '@type': 'cr:RecordSet',
        '@id': 'annotation',
        field: ['code', 'modality', 'force', 'addressee', 'confidence', 'annotator'].map((name) => ({
          '@type': 'cr:Field',
          '@id': `annotation/${name}`,
          dataType: name === 'confidence' ? 'sc:Float' : 'sc:Text',
          source: {
            fileObject: { '@id': f.path },
            extract: f.format === 'csv' ? { column: name } : { jsonPath: `$.${name}` },
          },
        })),
      })),
  };
}
