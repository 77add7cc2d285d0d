import type { Divergence } from '../../model/index.js';
import { score } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { table } from '../output.js';
import { many, text } from '../print.js';
import { isRescored, scoringInput } from '../scoring/input.js';
import { put, weightLine } from '../scoring/sheet.js';
import { type OpenStudy, openForReading } from '../study.js';

const COLUMNS = ['left', 'right', 'scope', 'thematic', 'elemental', 'textual', 'total', 'low', 'high', 'coverage'];
const SHOWN = 40;

/** Prints divergence by pair, by code, or averaged by jurisdiction; every figure with its parts and interval. */
export const scoreCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const by = String(options.by ?? 'pair');
    const scopes = many(options.scope);
    const all = divergences(study, options).filter((d) => isAbout(d, many(options.side)));
    const rows = all.filter((d) =>
      scopes.length > 0
        ? scopes.includes(d.scope)
        : by === 'code'
          ? d.scope.includes('.')
          : d.scope === 'all' || by === 'pair',
    );
    const ordered = [...rows].sort((a, b) => (b.total ?? -1) - (a.total ?? -1) || (a.left < b.left ? -1 : 1));
    const footer = weightLine(study, options, 'score');
    if (by === 'jurisdiction') {
      const { columns, rows: means } = byJurisdiction(ordered);
      const shown = () =>
        table(
          means.filter((r) => r.scope === 'all'),
          columns,
        ) + footer;
      put({ command: 'score', columns, rows: means, parts: codeRows(all, ordered), forPerson: shown }, study, options);
      return;
    }
    const forPerson = () => {
      const head = ordered.filter((d) => by === 'code' || scopes.length > 0 || d.scope === 'all').slice(0, SHOWN);
      return `${table(
        head.map((d) => ({ ...d })),
        COLUMNS,
      )}${ordered.length} figures; --format csv prints them all.\n${footer}`;
    };
    const sheet = { command: 'score', columns: COLUMNS, rows: ordered.map((d) => ({ ...d })), forPerson };
    put({ ...sheet, parts: codeRows(all, ordered) }, study, options);
  } finally {
    study.close();
  }
};

/** The stored figures, or new ones where date, sides, seed or weights are asked for. */
function divergences(study: OpenStudy, options: Readonly<Record<string, unknown>>): readonly Divergence[] {
  return isRescored(options) ? score(scoringInput(study, options)).divergences : study.store.divergences();
}

/** True where the pair is of the sides named: both, if several are named; all pairs where none is. */
function isAbout({ left, right }: Divergence, sides: readonly string[]): boolean {
  if (sides.length === 0) return true;
  return sides.length === 1
    ? sides.includes(left) || sides.includes(right)
    : sides.includes(left) && sides.includes(right);
}

/** The rows by code behind the rows shown: every other scope is their weighted mean. */
function codeRows(all: readonly Divergence[], shown: readonly Divergence[]): { byCode: readonly Divergence[] } {
  const pairs = new Set(shown.map((d) => `${d.left}\n${d.right}`));
  return { byCode: all.filter((d) => d.scope.includes('.') && pairs.has(`${d.left}\n${d.right}`)) };
}

/** The mean divergence of a side from all others, with how many figures it rests on. */
function byJurisdiction(rows: readonly Divergence[]) {
  const sums = new Map<string, { side: string; scope: string; sum: number; n: number }>();
  for (const row of rows) {
    if (row.total === null) continue;
    for (const side of [row.left, row.right]) {
      const key = `${side}\n${row.scope}`;
      const at = sums.get(key) ?? { side, scope: row.scope, sum: 0, n: 0 };
      sums.set(key, { ...at, sum: at.sum + row.total, n: at.n + 1 });
    }
  }
  const means = [...sums.values()]
    .map(({ side, scope, sum, n }) => ({
      jurisdiction: side,
      scope,
      mean_total: Number((sum / n).toFixed(4)),
      pairs: n,
    }))
    .sort((a, b) => b.mean_total - a.mean_total || (a.jurisdiction < b.jurisdiction ? -1 : 1));
  return { columns: ['jurisdiction', 'scope', 'mean_total', 'pairs'], rows: means };
}

/** The scope a command works on: the first one named, else all. */
export function oneScope(options: Readonly<Record<string, unknown>>): string {
  return many(options.scope)[0] ?? text(options.scope) ?? 'all';
}
