import type { ProvisionRef } from '../../model/index.js';
import { byEId, fullText } from '../../text/provisions.js';
import { toCsv, withoutHead } from '../csv.js';
import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';

const COLUMNS = ['left_instrument', 'left_provision', 'right_instrument', 'right_provision', 'relation', 'score'];

/** Alignments as CSV: the contract of `align --format csv`. */
export const alignments: Writer = function* (dataset) {
  const cite = ({ instrument, eId }: ProvisionRef): string => {
    const owner = dataset.instrument(instrument);
    return (owner === null ? null : byEId(owner).get(eId)?.citation) ?? eId;
  };
  yield { path: 'alignments.csv', content: toCsv(COLUMNS, []) };
  for (const { left, right, relation, score } of dataset.alignments()) {
    const sides = [left.instrument, cite(left), ...(right === null ? [null, null] : [right.instrument, cite(right)])];
    yield { path: 'alignments.csv', content: withoutHead(toCsv(COLUMNS, [[...sides, relation, score]])) };
  }
};

/** Alignment pairs as JSON Lines for training and testing other tools: both texts, the relation, the score and its parts. */
export const pairs: Writer = function* (dataset, { text }) {
  const sideOf = (ref: ProvisionRef | null): object | null => {
    const instrument = ref === null ? null : dataset.instrument(ref.instrument);
    const provision = ref === null || instrument === null ? undefined : byEId(instrument).get(ref.eId);
    if (ref === null || instrument === null || provision === undefined) return ref;
    const words = carriesText(instrument.metadata, text) ? fullText(instrument, provision).trim() : null;
    return { ...ref, citation: provision.citation, language: instrument.metadata.language, text: words };
  };
  for (const { left, right, ...rest } of dataset.alignments())
    yield {
      path: 'pairs.jsonl',
      content: `${JSON.stringify({ left: sideOf(left), right: sideOf(right), ...rest })}\n`,
    };
};

/** Divergences as CSV: the contract of `score --by pair --format csv`. */
export const divergence: Writer = function* (dataset) {
  const columns = [
    'left',
    'right',
    'scope',
    'thematic',
    'elemental',
    'textual',
    'total',
    'low',
    'high',
    'coverage',
  ] as const;
  const rows = [...dataset.divergences()].map((d) => columns.map((c) => d[c]));
  yield { path: 'divergence.csv', content: toCsv(columns, rows) };
};
