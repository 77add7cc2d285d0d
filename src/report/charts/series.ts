import { scaleLinear } from 'd3-scale';
import type { Mark, Scene } from '../scene/scene.js';

const WIDTH = 960;
const HEIGHT = 260;
const MARGIN = { left: 46, right: 20, top: 14, bottom: 44 } as const;

/** Mean divergence of a group by year, and what its trend is called; the same shape as the score room's series. */
export interface SeriesPlan {
  readonly points: readonly SeriesYear[];
  readonly trend: {
    readonly perDecade: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly verdict: string;
  };
}

export interface SeriesYear {
  readonly year: number;
  readonly sides: number;
  readonly pairs: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly likeForLike: number | null;
}

/** Returns the means as a line within the band of their intervals. Null under two years with a figure. */
export function seriesScene({ points }: SeriesPlan): Scene | null {
  const told = points.flatMap((p) =>
    p.mean === null || p.low === null || p.high === null ? [] : [{ ...p, mean: p.mean, low: p.low, high: p.high }],
  );
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || told.length < 2) return null;
  const x = scaleLinear([first.year, last.year], [MARGIN.left, WIDTH - MARGIN.right]);
  const floor = HEIGHT - MARGIN.bottom;
  const y = scaleLinear([0, 1], [floor, MARGIN.top]);
  const at = (year: number, value: number): string => `${x(year).toFixed(1)},${y(value).toFixed(1)}`;
  const upper = told.map((p) => at(p.year, p.high));
  const lower = [...told].reverse().map((p) => at(p.year, p.low));
  const marks: Mark[] = y.ticks(5).flatMap((tick): Mark[] => [
    {
      kind: 'line',
      x1: MARGIN.left,
      y1: y(tick),
      x2: WIDTH - MARGIN.right,
      y2: y(tick),
      stroke: 'line',
      strokeWidth: 0.5,
    },
    { kind: 'text', x: MARGIN.left - 8, y: y(tick) + 4, text: tick.toFixed(1), anchor: 'end', fill: 'soft' },
  ]);
  for (const year of x.ticks(10).filter(Number.isInteger))
    marks.push({ kind: 'text', x: x(year), y: floor + 18, text: String(year), anchor: 'middle', fill: 'soft' });
  marks.push(
    {
      kind: 'text',
      x: (MARGIN.left + WIDTH) / 2,
      y: floor + 36,
      text: 'year (law in force on its last day)',
      anchor: 'middle',
      fill: 'soft',
    },
    {
      kind: 'path',
      d: `M${[...upper, ...lower].join('L')}Z`,
      fill: 'series-0',
      opacity: 0.2,
      title: 'interval of the mean',
    },
    { kind: 'path', d: `M${told.map((p) => at(p.year, p.mean)).join('L')}`, stroke: 'ink', strokeWidth: 1.5 },
    ...told.map(
      (p): Mark => ({
        kind: 'circle',
        x: x(p.year),
        y: y(p.mean),
        radius: 3,
        fill: 'series-0',
        title: `${p.year}: ${p.mean.toFixed(2)} (${p.low.toFixed(2)}–${p.high.toFixed(2)}), ${p.sides} jurisdictions, ${p.pairs} pairs`,
      }),
    ),
  );
  return { width: WIDTH, height: HEIGHT, label: `Mean divergence by year, ${first.year} to ${last.year}`, marks };
}
