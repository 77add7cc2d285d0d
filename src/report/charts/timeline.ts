import { scaleLinear } from 'd3-scale';
import type { CodedInstrument } from '../../model/index.js';
import type { Ink, Mark, Scene } from '../scene/scene.js';

const WIDTH = 960;
const MARGIN = { left: 20, right: 20, top: 14, bottom: 30 } as const;
/** Distance of two dots of the same year, and the widest a dot may be. */
const WIDEST_STEP = 9;
const TALLEST = 380;
const GAP = 1.2;

/** Kinds in the order of the legend, each with its ink and a shape of its own. */
export const KINDS: readonly (readonly [string, Ink, 'circle' | 'square' | 'diamond'])[] = [
  ['statute', 'series-0', 'circle'],
  ['regulation', 'series-0', 'circle'],
  ['agreement', 'series-1', 'square'],
  ['convention', 'series-2', 'diamond'],
];

/** Year an instrument counts for: made, or else in force; null where neither is known. */
export function yearOf({ instrument: { metadata: m } }: CodedInstrument): number | null {
  const year = Number((m.made ?? m.inForce ?? '').slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
}

/** An instrument on the timeline. */
export interface Dated {
  readonly coded: CodedInstrument;
  readonly year: number;
  readonly name: string;
  readonly href: string;
}

/** Returns a mark for each instrument above its year, stacked; laws beneath, agreements above them. Null without dated ones. */
export function timelineScene(items: readonly Dated[]): Scene | null {
  if (items.length === 0) return null;
  const years = items.map((i) => i.year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const x = scaleLinear([from - 0.5, to + 0.5], [MARGIN.left, WIDTH - MARGIN.right]);
  const tallest = Math.max(...[...new Set(years)].map((y) => years.filter((z) => z === y).length));
  const step = Math.min(WIDEST_STEP, x(1) - x(0), TALLEST / tallest);
  const height = Math.ceil(MARGIN.top + tallest * step + MARGIN.bottom);
  const floor = height - MARGIN.bottom;
  const axis = x
    .ticks(Math.min(12, to - from + 1))
    .filter(Number.isInteger)
    .flatMap((year): Mark[] => [
      { kind: 'line', x1: x(year), y1: MARGIN.top, x2: x(year), y2: floor, stroke: 'line', strokeWidth: 0.5 },
      { kind: 'text', x: x(year), y: floor + 18, text: String(year), anchor: 'middle', fill: 'soft' },
    ]);
  const stacked = new Map<number, number>();
  const rank = (i: Dated): number => KINDS.findIndex(([kind]) => kind === i.coded.instrument.metadata.kind);
  const dots = [...items]
    .sort((a, b) => a.year - b.year || rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
    .map((item): Mark => {
      const below = stacked.get(item.year) ?? 0;
      stacked.set(item.year, below + 1);
      return dot(item, x(item.year), floor - (below + 0.5) * step, step / 2 - GAP / 2);
    });
  const base: Mark = { kind: 'line', x1: MARGIN.left, y1: floor, x2: WIDTH - MARGIN.right, y2: floor, stroke: 'soft' };
  return {
    width: WIDTH,
    height,
    label: `${items.length} instruments by the year they were made`,
    marks: [...axis, base, ...dots],
  };
}

function dot({ coded, year, name, href }: Dated, x: number, y: number, r: number): Mark {
  const { id, kind, title } = coded.instrument.metadata;
  const [, fill, shape] = KINDS.find(([k]) => k === kind) ?? KINDS[0] ?? ['', 'soft', 'circle'];
  const common = { fill, title: `${name}, ${year}: ${title}`, href, data: { instrument: id } } as const;
  if (shape === 'circle') return { kind: 'circle', x, y, radius: r, ...common };
  if (shape === 'square')
    return { kind: 'rect', x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, ...common };
  return { kind: 'path', d: `M${x},${y - r}L${x + r},${y}L${x},${y + r}L${x - r},${y}Z`, ...common };
}
