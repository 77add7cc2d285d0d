import type { Tension } from '../../model/index.js';
import { score } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { bold, dim, table } from '../output.js';
import { many, text } from '../print.js';
import { isRescored, scoringInput } from '../scoring/input.js';
import { put } from '../scoring/sheet.js';
import { type OpenStudy, openForReading } from '../study.js';

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
const MATRIX = ['party', 'against', 'tensions', 'worst', 'grade', 'types'];
const DEFAULT_LIMIT = 50;

/** Prints provisions that pull apart, the most severe first, with what reconciles them where something does. */
export const tensionsCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const found = wanted(study, options);
    if (options.matrix === true) {
      const cells = matrix(found, study);
      put(
        { command: 'tensions --matrix', columns: MATRIX, rows: cells, forPerson: () => table(cells, MATRIX) },
        study,
        options,
      );
      return;
    }
    const limit = typeof options.limit === 'number' ? options.limit : DEFAULT_LIMIT;
    const rows = found.slice(0, limit).map((t) => rowOf(t, study));
    const forPerson = () =>
      rows
        .map(
          (r) =>
            `${r.severity.toFixed(2)}  ${bold(`${r.left_instrument} ${r.left_provision} × ${r.right_instrument} ${r.right_provision}`)}  ${r.type} (${r.grade})\n      ${r.reason}\n${r.reconciled_by === '' ? '' : dim(`      reconciled by ${r.reconciled_by}\n`)}`,
        )
        .join('');
    put({ command: 'tensions', columns: COLUMNS, rows, forPerson }, study, options);
  } finally {
    study.close();
  }
};

/** The tensions that touch the party (as the one bound or as a partner), of the types asked for. */
function wanted(study: OpenStudy, options: Readonly<Record<string, unknown>>): readonly Tension[] {
  const all = isRescored(options) ? score(scoringInput(study, options)).tensions : study.store.tensions();
  const [party, types] = [text(options.party), many(options.type)];
  return all
    .filter((t) => party === null || t.parties.includes(party) || (t.partners ?? []).includes(party))
    .filter((t) => types.length === 0 || types.includes(t.type));
}

function rowOf(t: Tension, study: OpenStudy) {
  const cite = (ref: Tension['left']) => `${ref.instrument} ${study.citationOf(ref)}`;
  const clauses = t.reconcilers ?? (t.reconciledBy === null ? [] : [t.reconciledBy]);
  return {
    left_instrument: t.left.instrument,
    left_provision: study.citationOf(t.left),
    right_instrument: t.right.instrument,
    right_provision: study.citationOf(t.right),
    type: t.type,
    severity: Number(t.severity.toFixed(3)),
    grade: t.grade ?? '',
    parties: t.parties.join(' '),
    partners: (t.partners ?? []).join(' '),
    reconciled_by: clauses.map(cite).join('; '),
    reason: t.reason,
  };
}

/** Whose law pulls, against which law or treaty, how often and how hard at worst. */
function matrix(tensions: readonly Tension[], study: OpenStudy) {
  const makers = new Map(study.catalogue.map((m) => [m.id, m]));
  const cells = new Map<string, { party: string; against: string; list: Tension[] }>();
  for (const t of tensions) {
    const right = makers.get(t.right.instrument);
    const isTreaty = (t.partners ?? []).length > 0 || right?.kind === 'agreement' || right?.kind === 'convention';
    const party = makers.get(t.left.instrument)?.jurisdictions.join(' ') || t.left.instrument;
    const against = isTreaty ? t.right.instrument : right?.jurisdictions.join(' ') || t.right.instrument;
    const cell = cells.get(`${party}\n${against}`) ?? { party, against, list: [] };
    cell.list.push(t);
    cells.set(`${party}\n${against}`, cell);
  }
  return [...cells.values()]
    .map(({ party, against, list }) => ({
      party,
      against,
      tensions: list.length,
      worst: Math.max(...list.map((t) => t.severity)),
      grade: list.reduce((a, b) => (b.severity > a.severity ? b : a)).grade ?? '',
      types: [...new Set(list.map((t) => t.type))].sort().join(' '),
    }))
    .sort(
      (a, b) => b.worst - a.worst || b.tensions - a.tensions || (a.party + a.against < b.party + b.against ? -1 : 1),
    );
}
