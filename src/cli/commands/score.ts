import type { Action } from '../command.js';
import { table } from '../output.js';
import { many, printData } from '../print.js';
import { openForReading } from '../study.js';

const COLUMNS = ['left', 'right', 'scope', 'thematic', 'elemental', 'textual', 'total', 'low', 'high', 'coverage'];
const SHOWN = 40;

/** Prints divergence by pair, by code, or averaged by jurisdiction; every figure with its parts and interval. */
export const scoreCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const by = String(options.by ?? 'pair');
    const scopes = many(options.scope);
    const rows = study.store
      .divergences()
      .filter((d) =>
        scopes.length > 0
          ? scopes.includes(d.scope)
          : by === 'code'
            ? d.scope.includes('.')
            : d.scope === 'all' || by === 'pair',
      )
      .map((d) => ({ ...d }));
    const ordered = [...rows].sort((a, b) => (b.total ?? -1) - (a.total ?? -1) || (a.left < b.left ? -1 : 1));
    if (by === 'jurisdiction') printByJurisdiction(ordered, options);
    else {
      printData(ordered, COLUMNS, options, () => {
        const head = ordered.filter((d) => by === 'code' || scopes.length > 0 || d.scope === 'all').slice(0, SHOWN);
        return `${table(head, COLUMNS)}${ordered.length} figures; --format csv prints them all.\n`;
      });
    }
  } finally {
    study.close();
  }
};

/** The mean divergence of a side from all others, with how many figures it rests on. */
function printByJurisdiction(
  rows: readonly { left: string; right: string; scope: string; total: number | null }[],
  options: Readonly<Record<string, unknown>>,
): void {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const row of rows) {
    if (row.total === null) continue;
    for (const side of [row.left, row.right]) {
      const at = sums.get(`${side}\u0000${row.scope}`) ?? { sum: 0, n: 0 };
      sums.set(`${side}\u0000${row.scope}`, { sum: at.sum + row.total, n: at.n + 1 });
    }
  }
  const table_ = [...sums].map(([key, { sum, n }]) => {
    const [jurisdiction = '', scope = ''] = key.split('\u0000');
    return { jurisdiction, scope, mean_total: Number((sum / n).toFixed(4)), pairs: n };
  });
  table_.sort((a, b) => b.mean_total - a.mean_total || (a.jurisdiction < b.jurisdiction ? -1 : 1));
  const columns = ['jurisdiction', 'scope', 'mean_total', 'pairs'];
  printData(table_, columns, options, () =>
    table(
      table_.filter((r) => r.scope === 'all'),
      columns,
    ),
  );
}
