import type { Divergence } from '../../model/index.js';

/** How far one side is from one archetype. */
export interface RegimeDistance {
  readonly side: string;
  readonly archetype: string;
  readonly distance: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number;
  /** The nearest archetype of this side. */
  readonly isNearest: boolean;
}

const POLE = 'archetype/';

/** Each side's distance to each archetype on a scope, sides by name, nearest first. Empty without archetypes. */
export function regimes(divergences: readonly Divergence[], scope = 'all'): RegimeDistance[] {
  const rows: Omit<RegimeDistance, 'isNearest'>[] = [];
  for (const d of divergences) {
    if (d.scope !== scope) continue;
    const add = (side: string, archetype: string) => {
      if (!archetype.startsWith(POLE) || side.startsWith(POLE)) return;
      rows.push({ side, archetype, distance: d.total, low: d.low, high: d.high, coverage: d.coverage });
    };
    add(d.left, d.right);
    add(d.right, d.left);
  }
  rows.sort(
    (a, b) => order(a.side, b.side) || (a.distance ?? 2) - (b.distance ?? 2) || order(a.archetype, b.archetype),
  );
  return rows.map((row, i) => ({ ...row, isNearest: row.distance !== null && rows[i - 1]?.side !== row.side }));
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
