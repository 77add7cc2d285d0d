import { readFileSync } from 'node:fs';
import type { ClauseAnnotation, Instrument, Provision } from '../../src/model/index.js';
import { openStudy } from '../../src/store/index.js';

const ARTICLES = 250;
const CODES = ['transfer.general', 'standards.security'] as const;
const PER_INSTRUMENT = ARTICLES * CODES.length;
const WORDS = 'An exporter keeps a register of what it sends abroad, and shows it to the office on demand. ';

/** Makes a study of so many annotations, 500 an instrument, each an article's two codes. */
export function makeStudy(folder: string, annotations: number): void {
  const store = openStudy(folder, 'write');
  store.setMeta('codebook', readFileSync('annotations/codebook.json', 'utf8'));
  for (let i = 0; i * PER_INSTRUMENT < annotations; i += 1) {
    const law = lawOf(`xx/law-${i}`);
    store.putInstrument(String(i), law);
    store.putAnnotations(law.metadata.id, String(i), codingsOf(law), []);
  }
  store.publish();
  store.close();
}

export function lawOf(id: string): Instrument {
  const provisions: Provision[] = Array.from({ length: ARTICLES }, (_, n) => {
    const span = { start: n * WORDS.length, end: (n + 1) * WORDS.length };
    const place = { eId: `art_${n + 1}`, parent: null, depth: 0, citation: `${n + 1}`, num: null } as const;
    const rest = { heading: null, status: 'in-force', numSpan: null, headingSpan: null, ownSpans: [span] } as const;
    return { ...place, ...rest, kind: 'article', tier: 'basic', span };
  });
  return {
    metadata: {
      ...{ id, title: `Law ${id}`, aliases: [], kind: 'statute', jurisdictions: ['XX'], language: 'en', made: null },
      ...{ inForce: null, repealed: null, status: 'unknown', source: null, licence: null, completeness: null },
      ...{ identifiers: {}, guessed: [] },
    },
    format: 'text',
    text: WORDS.repeat(ARTICLES),
    provisions,
    renditions: [],
    diagnostics: [],
  };
}

export function codingsOf(law: Instrument): ClauseAnnotation[] {
  const how = { annotator: 'rule:cues', modality: 'obligation', force: 'hard', addressee: 'controller' } as const;
  return law.provisions.flatMap(({ eId, span }) =>
    CODES.map((code) => ({
      ...{ provision: { instrument: law.metadata.id, eId }, code, ...how, quantities: [], confidence: 0.9, span },
      evidence: [{ by: `${code}#en.1`, span, weight: 1 }],
    })),
  );
}
