import type { Divergence } from '../../model/index.js';
import { inkOn, levelOf, type Mark, type Scene } from '../scene/scene.js';

const CELL = 34;
const LABELS = 96;
/** More sides than a page can show with figures that one can read. */
const MOST_SIDES = 24;

/** Returns the square of sides with the figure in each cell; null where nothing is compared or too many sides are. */
export function heatmapScene(divergences: readonly Divergence[]): Scene | null {
  const sides = [...new Set(divergences.flatMap((d) => [d.left, d.right]))].sort(
    (a, b) => Number(a.includes('/')) - Number(b.includes('/')) || (a < b ? -1 : 1),
  );
  if (sides.length < 2 || sides.length > MOST_SIDES) return null;
  const pairs = new Map(
    divergences.flatMap((d) => [[`${d.left}\n${d.right}`, d] as const, [`${d.right}\n${d.left}`, d] as const]),
  );
  const marks: Mark[] = [];
  sides.forEach((row, y) => {
    const top = LABELS + y * CELL;
    const name = shortName(row);
    marks.push({ kind: 'text', x: LABELS - 6, y: top + CELL / 2 + 4, text: name, anchor: 'end' });
    marks.push({ kind: 'text', x: LABELS + (y + 0.5) * CELL + 4, y: LABELS - 6, text: name, turn: -60 });
    sides.forEach((column, x) => {
      if (row === column) return;
      const d = pairs.get(`${row}\n${column}`);
      const left = LABELS + x * CELL;
      if (d === undefined) return;
      const box = { kind: 'rect', x: left + 0.5, y: top + 0.5, width: CELL - 1, height: CELL - 1 } as const;
      if (d.total === null) {
        marks.push({ ...box, fill: 'paper', stroke: 'line', title: `${row} and ${column}: not comparable` });
        marks.push({
          kind: 'line',
          x1: left + 4,
          y1: top + CELL - 4,
          x2: left + CELL - 4,
          y2: top + 4,
          stroke: 'line',
        });
        return;
      }
      marks.push({ ...box, fill: levelOf(d.total), title: `${row} and ${column}: ${d.total.toFixed(2)}` });
      const words = { text: d.total.toFixed(2), size: 10, anchor: 'middle', fill: inkOn(d.total) } as const;
      marks.push({ kind: 'text', x: left + CELL / 2, y: top + CELL / 2 + 3.5, ...words });
    });
  });
  const size = LABELS + sides.length * CELL;
  return { width: size + 40, height: size + 4, label: `Divergence of ${sides.length} sides by pair`, marks };
}

/** The side's code, or the archetype's name. */
export const shortName = (side: string): string =>
  side.startsWith('archetype/') ? side.slice('archetype/'.length).replaceAll('-', ' ') : side;
