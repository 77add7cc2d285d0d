import type { Divergence, Position } from '../../model/index.js';
import { divergences, isAbout, positions, type ScoreInput } from '../../pipeline/index.js';
import { WELL_COVERED } from '../../text/coverage.js';
import type { Action } from '../command.js';
import { table } from '../output.js';
import { many, text } from '../print.js';
import { isRescored, scoringInput } from '../scoring/input.js';
import { put, weightLine } from '../scoring/sheet.js';
import { type OpenStudy, openForReading } from '../study.js';

const COLUMNS = ['left', 'right', 'scope', 'thematic', 'elemental', 'textual', 'total', 'low', 'high', 'coverage'];
const SHOWN = 40;
/** Provisions named on each side of a figure by code; `positions` lists them all. */
const CITED = 3;

/**
 * Prints divergence by pair, by code, or averaged by jurisdiction; every figure with its parts and interval, and by code with the provisions it
 * was read from.
 */
export const scoreCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const by = String(options.by ?? 'pair');
    const scopes = many(options.scope);
    const input = isRescored(options) ? scoringInput(study, options, many(options.side)) : null;
    const all = figures(study, input, many(options.side));
    const rows = all.filter((d) =>
      scopes.length > 0
        ? scopes.includes(d.scope)
        : by === 'code'
          ? d.scope.includes('.')
          : d.scope === 'all' || by === 'pair',
    );
    const ordered = [...rows].sort(mostDivergent);
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
    const cite = citer(study, input);
    const isCited = by === 'code' || scopes.some((s) => s.includes('.'));
    const columns = isCited ? [...COLUMNS, 'leftAt', 'rightAt'] : COLUMNS;
    const shown = ordered.map((d) =>
      isCited ? { ...d, leftAt: cite(d.left, d.scope), rightAt: cite(d.right, d.scope) } : { ...d },
    );
    const forPerson = () => {
      const head = shown.filter((d) => by === 'code' || scopes.length > 0 || d.scope === 'all').slice(0, SHOWN);
      return `${table(head, columns)}${ordered.length} figures; --format csv prints them all.\n${footer}`;
    };
    put({ command: 'score', columns, rows: shown, forPerson, parts: codeRows(all, ordered) }, study, options);
  } finally {
    study.close();
  }
};

/** The stored figures about the sides named, or new ones where date, sides, seed or weights are asked for. */
function figures(study: OpenStudy, input: ScoreInput | null, about: readonly string[]): readonly Divergence[] {
  return input !== null
    ? divergences({ ...input, about })
    : study.store.divergences().filter((d) => isAbout(d.left, d.right, about));
}

/** Pairs that were read first, the most divergent before the others. */
function mostDivergent(a: Divergence, b: Divergence): number {
  const isRead = (d: Divergence) => Number(d.coverage >= WELL_COVERED);
  return (
    isRead(b) - isRead(a) ||
    (b.total ?? -1) - (a.total ?? -1) ||
    (`${a.left} ${a.right}` < `${b.left} ${b.right}` ? -1 : 1)
  );
}

/** Names the provisions that a side's answer on a code rests on: the stance where there are none. */
function citer(study: OpenStudy, input: ScoreInput | null) {
  let known: ReadonlyMap<string, Position> | null = null;
  const read = () =>
    new Map((input === null ? study.store.positions() : positions(input)).map((p) => [`${p.side}\n${p.code}`, p]));
  return (side: string, scope: string): string => {
    known ??= read();
    const position = known.get(`${side}\n${scope}`);
    if (position === undefined) return 'not-covered';
    const cited = position.provisions
      .slice(0, CITED)
      .map((r) => `${r.instrument === side ? '' : `${r.instrument} `}${study.citationOf(r)}`);
    const more = position.provisions.length - cited.length;
    return cited.length === 0 ? position.stance : `${cited.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
  };
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
