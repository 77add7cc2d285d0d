import type { CodedInstrument } from '../../model/index.js';
import { alignPair } from '../../pipeline/index.js';
import { byEId } from '../../text/provisions.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { table } from '../output.js';
import { loadEmbedder, vectorsOf } from '../plugins/embedder.js';
import { printData, text } from '../print.js';
import { type OpenStudy, openForReading } from '../study.js';
import { codesOf, printConcordances } from './concordance.js';

const COLUMNS = ['left_instrument', 'left_provision', 'right_instrument', 'right_provision', 'relation', 'score'];

/** Prints the comparable provisions of two instruments, or the concordance of one code over the whole study. */
export const alignCommand: Action = async ([left, right], options) => {
  const topic = text(options.topic);
  const code = text(options.code);
  if (code === null && topic === null && (left === undefined || right === undefined)) {
    throw new InputError(
      'align takes two instruments, or --code, or --topic.',
      'Try: lexatlas align A B, or lexatlas align --code transfer.adequacy',
    );
  }
  const study = openForReading(options);
  try {
    if (left !== undefined && right !== undefined) await printPair(study, String(left), String(right), options);
    else printConcordances(study, code === null ? codesOf(topic ?? '', study) : [code], options);
  } finally {
    study.close();
  }
};

async function printPair(
  study: OpenStudy,
  left: string,
  right: string,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  const a = study.codedInstrument(study.resolve(left));
  const b = study.codedInstrument(study.resolve(right));
  const level = options.level === 'smallest' ? 'smallest' : 'basic';
  const file = text(options.embedder);
  const embedder = file === null ? null : await loadEmbedder(file);
  const vectors =
    embedder === null
      ? undefined
      : { left: await vectorsOf(a, level, embedder), right: await vectorsOf(b, level, embedder) };
  const found = alignPair(a, b, level, vectors);
  const rows = found.map((x) => ({
    left_instrument: x.left.instrument,
    left_provision: citation(a, x.left.eId),
    right_instrument: x.right?.instrument ?? '',
    right_provision: x.right === null ? '' : citation(b, x.right.eId),
    relation: x.relation,
    score: Number(x.score.toFixed(4)),
    reason: x.reason,
  }));
  printData(rows.map(options.format === 'csv' ? withoutReason : (r) => r), COLUMNS, options, () =>
    table(rows, ['left_provision', 'right_provision', 'relation', 'score', 'reason']),
  );
}

function withoutReason<T extends { reason: string }>({ reason: _, ...row }: T): Omit<T, 'reason'> {
  return row;
}

function citation(coded: CodedInstrument, eId: string): string {
  return byEId(coded.instrument).get(eId)?.citation ?? eId;
}
