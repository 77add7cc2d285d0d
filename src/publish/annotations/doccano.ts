import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { toCodePoints } from '../offsets.js';
import { sha256 } from './record.js';

/**
 * doccano's JSONL for sequence labelling, one instrument a line, offsets in code points. Carries place and code; modality,
 * force, addressee, confidence and evidence are lost.
 * @see https://doccano.github.io/doccano/tutorial/
 */
export const doccano: Writer = function* (dataset, { text, note }) {
  let isLossy = false;
  for (const { instrument, annotations } of dataset.coded()) {
    const { metadata } = instrument;
    const points = toCodePoints(instrument.text);
    isLossy ||= annotations.length > 0;
    const line = {
      instrument: metadata.id,
      textSha256: sha256(instrument.text),
      text: carriesText(metadata, text) ? instrument.text : null,
      label: annotations.map((a) => [points(a.span.start), points(a.span.end), a.code]),
      annotators: annotations.map((a) => a.annotator),
    };
    yield { path: 'doccano.jsonl', content: `${JSON.stringify(line)}\n` };
  }
  if (isLossy)
    note('doccano holds places and codes only; modality, force, addressee, confidence and evidence are lost.');
};
