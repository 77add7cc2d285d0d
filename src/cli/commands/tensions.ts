import type { Action } from '../command.js';
import { bold, dim } from '../output.js';
import { printData, text } from '../print.js';
import { openForReading } from '../study.js';

const COLUMNS = [
  'left_instrument',
  'left_provision',
  'right_instrument',
  'right_provision',
  'type',
  'severity',
  'parties',
  'reconciled_by',
  'reason',
];
const DEFAULT_LIMIT = 50;

/** Prints provisions that pull apart, the most severe first, with what reconciles them where something does. */
export const tensionsCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const party = text(options.party);
    const limit = typeof options.limit === 'number' ? options.limit : DEFAULT_LIMIT;
    const rows = study.store
      .tensions()
      .filter((t) => party === null || t.parties.includes(party))
      .slice(0, limit)
      .map((t) => ({
        left_instrument: t.left.instrument,
        left_provision: study.citationOf(t.left),
        right_instrument: t.right.instrument,
        right_provision: study.citationOf(t.right),
        type: t.type,
        severity: Number(t.severity.toFixed(3)),
        parties: t.parties.join(' '),
        reconciled_by:
          t.reconciledBy === null ? '' : `${t.reconciledBy.instrument} ${study.citationOf(t.reconciledBy)}`,
        reason: t.reason,
      }));
    printData(rows, COLUMNS, options, () =>
      rows
        .map(
          (r) =>
            `${r.severity.toFixed(2)}  ${bold(`${r.left_instrument} ${r.left_provision} × ${r.right_instrument} ${r.right_provision}`)}  ${r.type}\n      ${r.reason}\n${r.reconciled_by === '' ? '' : dim(`      reconciled by ${r.reconciled_by}\n`)}`,
        )
        .join(''),
    );
  } finally {
    study.close();
  }
};
