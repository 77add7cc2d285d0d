import type {
  ClauseAnnotation,
  Code,
  CodedInstrument,
  Instrument,
  Position,
  Provision,
  Study,
} from '../../src/model/index.js';
import { unknownMetadata } from '../../src/text/metadata.js';

const NO_NUMBER = { num: null, heading: null, status: 'in-force', numSpan: null, headingSpan: null } as const;

/** A law with an article a text; an article's sentences are its paragraphs. */
export function law(
  id: string,
  jurisdictions: readonly string[],
  articles: readonly string[],
  over: Partial<Instrument['metadata']> = {},
): Instrument {
  let text = '';
  const provisions: Provision[] = [];
  articles.forEach((body, a) => {
    const start = text.length;
    const eId = `art_${a + 1}`;
    const inner = (body.match(/[^.]+\.\s*/g) ?? [body]).map((sentence, i): Provision => {
      const span = { start: text.length, end: text.length + sentence.length };
      text += sentence;
      return {
        ...NO_NUMBER,
        eId: `${eId}__para_${i + 1}`,
        parent: eId,
        kind: 'paragraph',
        tier: 'inner',
        depth: 1,
        citation: `${a + 1}(${i + 1})`,
        span,
        ownSpans: [span],
      };
    });
    text += '\n';
    provisions.push(
      {
        ...NO_NUMBER,
        eId,
        parent: null,
        kind: 'article',
        tier: 'basic',
        depth: 0,
        citation: `${a + 1}`,
        heading: `Heading ${a + 1}`,
        span: { start, end: text.length },
        ownSpans: [],
      },
      ...inner,
    );
  });
  return {
    metadata: {
      ...unknownMetadata(id, `The law of ${id}`),
      jurisdictions,
      made: '2020-01-01',
      guessed: ['title'],
      ...over,
    },
    format: 'text',
    text,
    provisions,
    renditions: [],
    diagnostics: [],
  };
}

/** Codes the unit with this eId. */
export function coding(instrument: Instrument, eId: string, code: string): ClauseAnnotation {
  const span = instrument.provisions.find((p) => p.eId === eId)?.span ?? { start: 0, end: 1 };
  const provision = { instrument: instrument.metadata.id, eId };
  return {
    provision,
    code,
    annotator: 'rule:cues',
    modality: 'prohibition',
    force: 'hard',
    addressee: 'controller',
    quantities: [],
    evidence: [{ by: `${code}#en.1`, span: { start: span.start, end: span.start + 4 }, weight: 2 }],
    confidence: 0.9,
    span,
  };
}

const code = (id: string): Code => ({
  id,
  family: id.split('.')[0] ?? '',
  label: id.split('.')[1] ?? '',
  definition: `What ${id} means`,
  include: 'this',
  exclude: 'that',
  principle: null,
  weight: 1,
  scale: 'none-soft-hard',
  crosswalk: {},
  cues: [],
});

export const position = (
  side: string,
  code_: string,
  stance: Position['stance'],
  provisions: Position['provisions'] = [],
): Position => ({
  side,
  code: code_,
  stance,
  modalities: [],
  addressees: [],
  forces: [],
  quantities: [],
  provisions,
  confidence: 0.9,
});

export const ref = (instrument: string, eId: string) => ({ instrument, eId });

const HOSTILE =
  '<script>alert(1)</script> No data shall <b onmouseover=alert(2)>leave</b> Xland. =HYPERLINK("http://x") is a sentence.';

/** Two hostile laws and an archetype: EU holds both codes, XX one; the other it was searched for, or could not be. */
export function study(over: Partial<Study> = {}): Study {
  const eu = law('eu/model', ['EU'], ['Data may move. Consent is needed.', 'The office watches.']);
  const xx = law('xx/model', ['XX'], [HOSTILE, '=1+1 is not a formula.'], {
    title: 'Model <script>alert(3)</script>',
    source: 'javascript:alert(4)',
  });
  const pole = law('archetype/free', ['XD'], ['Data may move.'], { kind: 'archetype' });
  const coded: CodedInstrument[] = [
    { instrument: pole, annotations: [coding(pole, 'art_1', 'transfer.general')] },
    {
      instrument: eu,
      annotations: [coding(eu, 'art_1__para_1', 'transfer.general'), coding(eu, 'art_1__para_2', 'transfer.consent')],
    },
    {
      instrument: xx,
      annotations: [coding(xx, 'art_1__para_1', 'transfer.general'), coding(xx, 'art_2', 'transfer.general')],
    },
  ];
  const euRule = ref('eu/model', 'art_1__para_1');
  const xxRule = ref('xx/model', 'art_1__para_1');
  const divergence = (left: string, right: string, scope: string, total: number | null) => ({
    left,
    right,
    scope,
    thematic: total,
    elemental: 0.25,
    textual: null,
    total,
    low: total === null ? null : 0.2,
    high: total === null ? null : 0.6,
    coverage: 0.5,
  });
  return {
    codebook: {
      version: '1.1',
      families: [{ id: 'transfer', label: 'transfer', definition: 'moving data', weight: 3 }],
      codes: [code('transfer.general'), code('transfer.consent'), code('transfer.onward')],
    },
    coded,
    alignments: [
      {
        left: euRule,
        right: xxRule,
        relation: 'related',
        score: 0.61,
        parts: { codes: 1, text: 0.2, headings: null, structure: null, quantities: null },
        reason: 'Both carry transfer.general.',
      },
    ],
    concordances: [
      {
        code: 'transfer.general',
        jurisdictions: ['EU', 'XX', 'YY'],
        rows: [
          {
            label: 'Data leaving',
            medoid: euRule,
            cells: [
              { jurisdiction: 'EU', status: 'found', provisions: [euRule], force: 'hard' },
              { jurisdiction: 'XX', status: 'absent', provisions: [], force: null },
              { jurisdiction: 'YY', status: 'not-covered', provisions: [], force: null },
            ],
          },
        ],
      },
    ],
    positions: [
      position('EU', 'transfer.general', 'hard', [euRule]),
      position('EU', 'transfer.consent', 'soft', [ref('eu/model', 'art_1__para_2')]),
      position('EU', 'transfer.onward', 'absent'),
      position('XX', 'transfer.general', 'hard', [xxRule]),
      position('XX', 'transfer.consent', 'absent'),
      position('XX', 'transfer.onward', 'not-covered'),
    ],
    divergences: [
      divergence('EU', 'XX', 'all', 0.42),
      divergence('EU', 'XX', 'transfer', null),
      divergence('EU', 'archetype/free', 'all', 0.3),
    ],
    tensions: [
      {
        left: euRule,
        right: xxRule,
        type: 'restriction-v-free-flow',
        severity: 0.7,
        parties: ['EU', 'XX'],
        reconciledBy: null,
        reason: 'One bars what the other promises.',
      },
    ],
    diagnostics: [
      {
        ruleId: 'ingest/unreadable',
        severity: 'error',
        message: 'a.pdf could not be read',
        mend: 'Fetch it again.',
        file: 'a.pdf',
        instrument: null,
        span: null,
      },
    ],
    summary: {
      files: 4,
      instruments: 3,
      jurisdictions: 3,
      articles: 5,
      provisions: 12,
      annotations: 5,
      alignments: 1,
      divergences: 3,
      tensions: 1,
    },
    ...over,
  };
}
