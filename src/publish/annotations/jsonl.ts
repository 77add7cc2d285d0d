import type { Writer } from '../dataset.js';
import { recordOf } from './record.js';

/** JSON Lines, one annotation a line: offsets, and the quote with its context. Lossless. */
export const jsonl: Writer = function* (dataset, { text }) {
  for (const { instrument, annotations } of dataset.coded())
    for (const a of annotations)
      yield { path: 'annotations.jsonl', content: `${JSON.stringify(recordOf(instrument, a, text))}\n` };
};
