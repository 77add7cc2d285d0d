import type { ClauseAnnotation, Codebook, CodedInstrument, Instrument, Provision } from '../../src/model/index.js';
import {
  type AdoptFormat,
  adopt,
  datasetOf,
  type ExportFormat,
  exportPieces,
  opened,
  type TextPolicy,
} from '../../src/publish/index.js';
import { unknownMetadata } from '../../src/text/metadata.js';

/** Lays out an instrument whose articles are given as [citation, text]; each article has one paragraph a sentence. */
export function instrument(id: string, articles: readonly (readonly [string, string])[]): Instrument {
  let text = '';
  const provisions: Provision[] = [];
  for (const [citation, body] of articles) {
    const start = text.length;
    const eId = `art_${citation}`;
    const inner: Provision[] = [];
    for (const [i, sentence] of (body.match(/[^.]+\.\s*/g) ?? [body]).entries()) {
      const from = text.length;
      text += sentence;
      const span = { start: from, end: text.length };
      inner.push({
        ...blank,
        eId: `${eId}__para_${i + 1}`,
        parent: eId,
        kind: 'paragraph',
        tier: 'inner',
        depth: 1,
        citation: `${citation}(${i + 1})`,
        span,
        ownSpans: [span],
      });
    }
    text += '\n';
    provisions.push(
      {
        ...blank,
        eId,
        parent: null,
        kind: 'article',
        tier: 'basic',
        depth: 0,
        citation,
        heading: `Heading ${citation}`,
        span: { start, end: text.length },
        ownSpans: [],
      },
      ...inner,
    );
  }
  const metadata = { ...unknownMetadata(id, `Law ${id}`), jurisdictions: ['XX'] };
  return { metadata, format: 'text', text, provisions, renditions: [], diagnostics: [] };
}

const blank = { num: null, heading: null, status: 'in-force', numSpan: null, headingSpan: null } as const;

/** Codes the provision cited so. */
export function code(law: Instrument, citation: string, id: string, confidence = 0.9): ClauseAnnotation {
  const provision = law.provisions.find((p) => p.citation === citation);
  if (provision === undefined) throw new Error(`no ${citation}`);
  return {
    provision: { instrument: law.metadata.id, eId: provision.eId },
    code: id,
    annotator: 'rule:cues',
    modality: 'obligation',
    force: 'hard',
    addressee: 'controller',
    quantities: [],
    evidence: [{ by: 'cue', span: provision.span, weight: 1 }],
    confidence,
    span: provision.span,
  };
}

export const coded = (law: Instrument, annotations: readonly ClauseAnnotation[]): CodedInstrument => ({
  instrument: law,
  annotations,
});

/** Formats that bring every annotation back. */
export const LOSSLESS = ['csv', 'xlsx', 'jsonl', 'parquet', 'webannotation', 'labelstudio', 'brat', 'xmi'] as const;
/** The files of an export that hold the annotations. */
export const MAIN: Readonly<Record<AdoptFormat, RegExp>> = {
  csv: /\.csv$/,
  xlsx: /\.xlsx$/,
  jsonl: /\.jsonl$/,
  parquet: /\.parquet$/,
  webannotation: /\.jsonld$/,
  labelstudio: /\.json$/,
  brat: /\.ann$/,
  xmi: /\.xmi$/,
  doccano: /\.jsonl$/,
  conll: /\.conll$/,
};

export const codebook: Codebook = {
  version: '1',
  families: [{ id: 'transfer', label: 'transfer', definition: 'moving data', weight: 1 }],
  codes: [
    {
      id: 'transfer.free-flow',
      family: 'transfer',
      label: 'free flow',
      definition: 'a "commitment" \\ to allow',
      include: '',
      exclude: 'goods',
      principle: null,
      weight: 1,
      scale: 'none-soft-hard',
      crosswalk: { dpv: 'https://w3id.org/dpv#Transfer' },
      cues: [],
    },
  ],
};

/** The files of an export, whole, by path. */
export async function files(
  laws: readonly (readonly [Instrument, readonly ClauseAnnotation[]])[],
  format: ExportFormat,
  text: TextPolicy = 'licensed',
  book: Codebook = codebook,
) {
  const out = new Map<string, Buffer>();
  const notes: string[] = [];
  const study = { codebook: book, coded: laws.map(([l, a]) => coded(l, a)), alignments: [], divergences: [] };
  for await (const { path, content } of exportPieces(datasetOf(study), format, { text, note: (n) => notes.push(n) }))
    out.set(path, Buffer.concat([out.get(path) ?? Buffer.alloc(0), Buffer.from(content as string)]));
  return { out, notes };
}

/** What `adopt` makes of them again. */
export async function back(
  out: ReadonlyMap<string, Buffer>,
  format: AdoptFormat,
  law: Instrument,
  annotator = 'rule:cues',
): Promise<ClauseAnnotation[]> {
  const all: ClauseAnnotation[] = [];
  for (const [name, bytes] of out) {
    if (!MAIN[format].test(name)) continue;
    const { file, format: text } = await opened({ name, bytes }, format);
    all.push(...adopt(file, text, [law], annotator).annotations);
  }
  return all;
}
