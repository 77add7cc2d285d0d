import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClauseAnnotation, Instrument } from '../../src/model/index.js';
import { unknownMetadata } from '../../src/text/metadata.js';

/** A folder of our own under the system's temporary folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lexatlas-store-'));
}

/** An instrument of one article in our own words; `words` is the article's body. */
export function lawOf(id: string, words: string, heading = 'Transfers abroad'): Instrument {
  const text = `Article 1 ${heading}\n${words}`;
  const bodyStart = text.indexOf('\n') + 1;
  return {
    metadata: {
      ...unknownMetadata(id, `Act of ${id}`),
      aliases: [id.toUpperCase()],
      jurisdictions: ['EU'],
      made: '2018-05-25',
      status: 'in-force',
    },
    format: 'text',
    text,
    provisions: [
      {
        eId: 'art_1',
        parent: null,
        kind: 'article',
        tier: 'basic',
        depth: 0,
        num: 'Article 1',
        citation: '1',
        heading,
        status: 'in-force',
        span: { start: 0, end: text.length },
        numSpan: { start: 0, end: 9 },
        headingSpan: { start: 10, end: bodyStart - 1 },
        ownSpans: [{ start: bodyStart, end: text.length }],
      },
    ],
    renditions: [],
    diagnostics: [],
  };
}

/** A hard obligation on the article of `lawOf`. */
export function annotationOf(instrument: string, code: string, annotator = 'rule:cues'): ClauseAnnotation {
  return {
    provision: { instrument, eId: 'art_1' },
    code,
    annotator,
    modality: 'obligation',
    force: 'hard',
    addressee: 'controller',
    quantities: [],
    evidence: [],
    confidence: 0.9,
    span: { start: 0, end: 9 },
  };
}
