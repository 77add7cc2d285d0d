import type { ClauseAnnotation, CodedInstrument, Instrument, Provision } from '../../src/model/index.js';
import type { AdoptFormat } from '../../src/publish/index.js';
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
