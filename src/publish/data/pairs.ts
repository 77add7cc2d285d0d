import type { Instrument, ProvisionRef } from '../../model/index.js';
import { byEId, fullText } from '../../text/provisions.js';
import { toCsv } from '../csv.js';
import type { Dataset, Writer } from '../dataset.js';
import { carriesText } from '../licence.js';

const COLUMNS = ['left_instrument', 'left_provision', 'right_instrument', 'right_provision', 'relation', 'score'];

/** Alignments as CSV: the contract of `align --format csv`. */
export const alignments: Writer = function* (dataset) {
  const cite = citations(dataset);
  const rows = [...dataset.alignments()].map((a) => [
    ...[a.left.instrument, cite(a.left)],
    ...(a.right === null ? [null, null] : [a.right.instrument, cite(a.right)]),
    ...[a.relation, a.score],
  ]);
  yield { path: 'alignments.csv', content: toCsv(COLUMNS, rows) };
};

/** Alignment pairs as JSON Lines for training and testing other tools: both texts, the relation, the score and its parts. */
export const pairs: Writer = function* (dataset, { text }) {
  const instruments = new Map([...dataset.coded()].map((c) => [c.instrument.metadata.id, c.instrument]));
  const sideOf = (ref: ProvisionRef | null): object | null => {
    const instrument = ref === null ? undefined : instruments.get(ref.instrument);
    const provision = ref === null || instrument === undefined ? undefined : byEId(instrument).get(ref.eId);
    if (ref === null || instrument === undefined || provision === undefined) return ref;
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

/** A function that cites a provision of the dataset; its eId where the instrument is not in it. */
function citations(dataset: Dataset): (ref: ProvisionRef) => string {
  const known = new Map<string, Instrument>();
  for (const { instrument } of dataset.coded()) known.set(instrument.metadata.id, instrument);
  return ({ instrument, eId }) => {
    const owner = known.get(instrument);
    return (owner === undefined ? null : byEId(owner).get(eId)?.citation) ?? eId;
  };
}
