import type { CodedInstrument } from '../model/index.js';
import { byEId } from '../text/provisions.js';
import { quoteOf } from './quote.js';

/** Where our own terms live; no one has to fetch them. */
const TERMS = 'https://lexatlas.example/ns#';

/**
 * Returns a W3C Web Annotation collection as JSON-LD: each coding tags a place in an instrument's text, selected by
 * position (UTF-16 units) and by quote with context. An empty study gives an empty collection.
 * @see https://www.w3.org/TR/annotation-model/
 */
export function webAnnotations(coded: readonly CodedInstrument[]): string {
  const items = coded.flatMap(({ instrument, annotations }) =>
    annotations.map((a, i) => {
      const { metadata, text } = instrument;
      return {
        id: `urn:lexatlas:annotation:${encodeURIComponent(metadata.id)}:${i}`,
        type: 'Annotation',
        motivation: 'classifying',
        creator: {
          id: `urn:lexatlas:annotator:${encodeURIComponent(a.annotator)}`,
          type: a.annotator.startsWith('human:') ? 'Person' : 'Software',
          name: a.annotator,
        },
        body: {
          type: 'TextualBody',
          purpose: 'classifying',
          format: 'text/plain',
          value: a.code,
          'lexatlas:modality': a.modality,
          'lexatlas:force': a.force,
          'lexatlas:addressee': a.addressee,
          'lexatlas:confidence': a.confidence,
        },
        target: {
          source: metadata.source ?? `urn:lexatlas:instrument:${encodeURIComponent(metadata.id)}`,
          'lexatlas:instrument': metadata.id,
          'lexatlas:eId': a.provision.eId,
          'lexatlas:citation': byEId(instrument).get(a.provision.eId)?.citation ?? null,
          selector: [
            { type: 'TextPositionSelector', start: a.span.start, end: a.span.end },
            { type: 'TextQuoteSelector', ...quoteOf(text, a.span) },
          ],
        },
      };
    }),
  );
  const collection = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { lexatlas: TERMS }],
    id: 'urn:lexatlas:annotations',
    type: 'AnnotationCollection',
    label: 'lexatlas annotations',
    total: items.length,
    first: { id: 'urn:lexatlas:annotations:1', type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}
