import type { CodedInstrument, Concordance } from '../../model/index.js';
import { alignPair } from '../../pipeline/index.js';
import { byEId } from '../../text/provisions.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { bold, table } from '../output.js';
import { printData, text } from '../print.js';
import { type OpenStudy, openForReading } from '../study.js';

const COLUMNS = ['left_instrument', 'left_provision', 'right_instrument', 'right_provision', 'relation', 'score'];
const CELL_COLUMNS = ['code', 'rule', 'jurisdiction', 'status', 'provisions', 'force'];

/** Prints the comparable provisions of two instruments, or the concordance of one code over the whole study. */
export const alignCommand: Action = async ([left, right], options) => {
  const code = text(options.code);
  if (code === null && (left === undefined || right === undefined)) {
    throw new InputError(
      'align takes two instruments, or --code.',
      'Try: lexatlas align A B, or lexatlas align --code transfer.adequacy',
    );
  }
  const study = openForReading(options);
  try {
    if (left !== undefined && right !== undefined) printPair(study, String(left), String(right), options);
    else printConcordance(study, code ?? '', options);
  } finally {
    study.close();
  }
};

function printPair(study: OpenStudy, left: string, right: string, options: Readonly<Record<string, unknown>>): void {
  const a = study.codedInstrument(study.resolve(left));
  const b = study.codedInstrument(study.resolve(right));
  const level = options.level === 'smallest' ? 'smallest' : 'basic';
  const found = alignPair(a, b, level);
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

function printConcordance(study: OpenStudy, code: string, options: Readonly<Record<string, unknown>>): void {
  const concordance: Concordance | null = study.store.concordance(code);
  if (concordance === null) {
    throw new InputError(
      `The study has no concordance for the code '${code}'.`,
      'lexatlas extract lists the codes; run lexatlas run first.',
    );
  }
  const rows = concordance.rows.flatMap((row) =>
    row.cells.map((cell) => ({
      code,
      rule: row.label,
      jurisdiction: cell.jurisdiction,
      status: cell.status,
      provisions: cell.provisions.map((p) => `${p.instrument} ${study.citationOf(p)}`),
      force: cell.force,
    })),
  );
  const found = rows.filter((r) => r.status === 'found');
  printData(
    options.format === 'csv' ? rows.map((r) => ({ ...r, provisions: r.provisions.join('; ') })) : rows,
    CELL_COLUMNS,
    options,
    () =>
      `${bold(code)}: ${concordance.rows.length} rules, ${concordance.jurisdictions.length} jurisdictions\n${table(found, ['rule', 'jurisdiction', 'force', 'provisions'])}`,
  );
}

function citation(coded: CodedInstrument, eId: string): string {
  return byEId(coded.instrument).get(eId)?.citation ?? eId;
}
