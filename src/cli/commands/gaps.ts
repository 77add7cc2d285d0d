import { type GapReport, gaps } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { bold, table } from '../output.js';
import { text } from '../print.js';
import { asInput, scoringInput } from '../scoring/input.js';
import { put, weightLine } from '../scoring/sheet.js';
import { type OpenStudy, openForReading } from '../study.js';
import { oneScope } from './score.js';

const COLUMNS = ['code', 'kind', 'benchmark_provision', 'own_provision', 'found_by', 'closes', 'why'];
const CITED = 3;

/** Prints what a benchmark has that a law lacks, has softer or stricter, and which single change would close most. */
export const gapsCommand: Action = async ([named], options) => {
  const study = openForReading(options);
  try {
    const against = text(options.against);
    if (against === null)
      throw new InputError(
        'Against what?',
        'Name a benchmark: --against eu/gdpr-2016-679, or a jurisdiction: --against EU.',
      );
    const [side, benchmark] = [String(named), against].map((name) => sideCalled(study, name));
    const report = asInput(
      () => gaps(scoringInput(study, options), side ?? '', benchmark ?? '', oneScope(options)),
      'lexatlas positions lists the sides there are.',
    );
    const rows = rowsOf(report, study);
    const forPerson = () =>
      `${summary(report)}${table(
        rows.map((r) => ({ ...r, closes: r.closes === null ? '' : r.closes.toFixed(3) })),
        COLUMNS,
      )}${pathLine(report)}${weightLine(study, options, 'gaps')}`;
    put(
      { command: `gaps ${side} --against ${benchmark}`, columns: COLUMNS, rows, parts: { report }, forPerson },
      study,
      options,
    );
  } finally {
    study.close();
  }
};

/** A jurisdiction's code as it is, anything else as the instrument it names. */
function sideCalled(study: OpenStudy, name: string): string {
  return /^[A-Z]{2,4}(-[A-Z0-9]{1,3})?$/.test(name) ? name : study.resolve(name);
}

function rowsOf(report: GapReport, study: OpenStudy) {
  const closes = new Map(report.changes.map((c) => [c.code, c.closes]));
  const cite = (refs: GapReport['gaps'][number]['benchmark']) =>
    refs
      .slice(0, CITED)
      .map((r) => `${r.instrument} ${study.citationOf(r)}`)
      .join('; ');
  return report.gaps.map((g) => ({
    code: g.code,
    kind: g.kind,
    benchmark_provision: cite(g.benchmark),
    own_provision: g.own.length > 0 ? cite(g.own) : g.nearest === null ? '' : cite([g.nearest]),
    found_by: g.own.length > 0 ? 'code' : (g.nearestBy ?? ''),
    closes: closes.get(g.code) ?? null,
    why: g.why,
  }));
}

function summary(report: GapReport): string {
  const count = (kind: string) => report.gaps.filter((g) => g.kind === kind).length;
  const total = report.total === null ? 'cannot be compared' : `diverge by ${report.total.toFixed(3)}`;
  return `${bold(`${report.side} against ${report.against}`)} (${report.scope}): ${total}; lacks ${count('lacks')}, softer ${count('softer')}, stricter ${count('stricter')}, made otherwise ${count('differs')}, beyond ${count('beyond')}, cannot be told ${count('not-covered')}.\n`;
}

function pathLine(report: GapReport): string {
  const [best] = report.changes;
  if (best === undefined || best.closes <= 0) return 'No single change would bring the two nearer.\n';
  const steps = report.path.map((c) => `${c.act} ${c.code} → ${c.after.toFixed(3)}`).join('; ');
  return `Closes most: ${best.act} ${best.code} (${(best.closes + best.after).toFixed(3)} → ${best.after.toFixed(3)}). Path: ${steps}.\n`;
}
