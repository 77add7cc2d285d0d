import { scaleLinear } from 'd3-scale';
import type { Divergence } from '../../model/index.js';
import type { Mark, Scene } from '../scene/scene.js';
import { shortName } from './heatmap.js';

const WIDTH = 640;
const ROW = 16;
const MARGIN = { left: 190, right: 70, top: 10, bottom: 34 } as const;
/** More rows than a page can hold; the nearest and the farthest are then shown. */
const MOST_ROWS = 40;

/** Returns a row a pair: the figure as a mark, its interval as a bar, its coverage in words. Null where nothing is compared. */
export function intervalScene(divergences: readonly Divergence[]): Scene | null {
  const ranked = divergences.filter((d) => d.total !== null).sort((a, b) => (a.total ?? 0) - (b.total ?? 0));
  if (ranked.length === 0) return null;
  const half = MOST_ROWS / 2;
  const shown = ranked.length > MOST_ROWS ? [...ranked.slice(0, half), ...ranked.slice(-half)] : ranked;
  const x = scaleLinear([0, 1], [MARGIN.left, WIDTH - MARGIN.right]);
  const height = MARGIN.top + shown.length * ROW + MARGIN.bottom;
  const floor = height - MARGIN.bottom;
  const marks: Mark[] = x.ticks(5).flatMap((tick): Mark[] => [
    { kind: 'line', x1: x(tick), y1: MARGIN.top, x2: x(tick), y2: floor, stroke: 'line', strokeWidth: 0.5 },
    { kind: 'text', x: x(tick), y: floor + 14, text: tick.toFixed(1), anchor: 'middle', fill: 'soft' },
  ]);
  marks.push({
    kind: 'text',
    x: (x(0) + x(1)) / 2,
    y: floor + 28,
    text: 'divergence (0 same answers, 1 nothing in common)',
    anchor: 'middle',
    fill: 'soft',
  });
  shown.forEach((d, i) => {
    const y = MARGIN.top + (i + 0.5) * ROW;
    const name = `${shortName(d.left)} – ${shortName(d.right)}`;
    marks.push({ kind: 'text', x: MARGIN.left - 8, y: y + 4, text: name, anchor: 'end', size: 10 });
    if (d.low !== null && d.high !== null)
      marks.push({
        kind: 'line',
        x1: x(d.low),
        y1: y,
        x2: x(d.high),
        y2: y,
        stroke: 'soft',
        strokeWidth: 3,
        opacity: 0.5,
      });
    marks.push({
      kind: 'circle',
      x: x(d.total ?? 0),
      y,
      radius: 3.5,
      fill: 'ink',
      title: `${name}: ${(d.total ?? 0).toFixed(2)}`,
    });
    marks.push({
      kind: 'text',
      x: x(1) + 8,
      y: y + 4,
      text: `${Math.round(d.coverage * 100)} % cov.`,
      size: 9,
      fill: 'soft',
    });
  });
  return { width: WIDTH, height, label: `Divergence of ${shown.length} pairs with intervals`, marks };
}
