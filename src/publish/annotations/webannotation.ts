import type { CodedInstrument } from '../../model/index.js';
import type { TextPolicy, Writer } from '../dataset.js';
import { recordOf } from './record.js';

/** Where our own terms live; no one has to fetch them. */
const TERMS = 'https://lexatlas.example/ns#';
const PATH = 'annotations.jsonld';

/**
 * W3C Web Annotation as JSON-LD: each coding tags a place in an instrument's text, selected by position (UTF-16 units)
 * and by quote with context. Lossless.
 * @see https://www.w3.org/TR/annotation-model/
 */
export const webAnnotation: Writer = function* (dataset, { text }) {
  const frame = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { lexatlas: TERMS }],
    id: 'urn:lexatlas:annotations',
    type: 'AnnotationPage',
    startIndex: 0,
    items: [],
  };
  yield { path: PATH, content: JSON.stringify(frame).slice(0, -']}'.length) };
  let isFirst = true;
  for (const one of dataset.coded())
    for (const item of itemsOf(one, text)) {
      yield { path: PATH, content: `${isFirst ? '\n' : ',\n'}${JSON.stringify(item)}` };
      isFirst = false;
    }
  yield { path: PATH, content: '\n]}\n' };
};

function itemsOf({ instrument, annotations }: CodedInstrument, policy: TextPolicy): object[] {
  const { metadata } = instrument;
  return annotations.map((a, i) => {
    const { citation, quote, quoteSha256 } = recordOf(instrument, a, policy);
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
        'lexatlas:verdict': a.rejects === true ? 'no' : 'yes',
        'lexatlas:record': JSON.stringify(a),
      },
      target: {
        source: metadata.source ?? `urn:lexatlas:instrument:${encodeURIComponent(metadata.id)}`,
        'lexatlas:instrument': metadata.id,
        'lexatlas:eId': a.provision.eId,
        'lexatlas:citation': citation,
        'lexatlas:quoteSha256': quoteSha256,
        selector: [
          { type: 'TextPositionSelector', start: a.span.start, end: a.span.end },
          ...(quote === null ? [] : [{ type: 'TextQuoteSelector', ...quote }]),
        ],
      },
    };
  });
}
