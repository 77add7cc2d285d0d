import type { Codebook, InstrumentMetadata } from '../../model/index.js';
import { sha256 } from '../annotations/record.js';
import type { Writer } from '../dataset.js';
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
export const card: Writer = function* (dataset, { text, madeOn }) {
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
  yield { path: 'DATACARD.md', content: pageOf(entries, dataset.codebook, madeOn) };
  yield {
    path: 'croissant.json',
    content: `${JSON.stringify(croissantOf(entries, dataset.codebook, madeOn), null, 1)}\n`,
  };
};

const LIMITS = [
  'Codings by `rule:` and `model:` annotators are a machine’s; each has a confidence, and a share of them is wrong.',
  'Figures of quality are measured against gold that was coded by careful reading with machine assistance; legal scholars have not re-coded it yet.',
  'No annotation on a provision means that nothing was found there, not that a person found nothing.',
  'Texts are those of the files named here; third-party copies may be damaged or dated.',
];

function pageOf(entries: readonly Entry[], codebook: Codebook, madeOn: string | null): string {
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

function croissantOf(entries: readonly Entry[], codebook: Codebook, madeOn: string | null): object {
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
    distribution: [
      {
        '@type': 'cr:FileObject',
        '@id': 'annotations',
        name: 'annotations.jsonl',
        contentUrl: 'annotations.jsonl',
        encodingFormat: 'application/jsonlines',
      },
    ],
    recordSet: [
      {
        '@type': 'cr:RecordSet',
        '@id': 'annotation',
        field: ['code', 'modality', 'force', 'addressee', 'confidence', 'annotator', 'citation'].map((name) => ({
          '@type': 'cr:Field',
          '@id': `annotation/${name}`,
          dataType: name === 'confidence' ? 'sc:Float' : 'sc:Text',
          source: { fileObject: { '@id': 'annotations' }, extract: { jsonPath: `$.${name}` } },
        })),
      },
    ],
  };
}
