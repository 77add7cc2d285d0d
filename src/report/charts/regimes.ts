import { scaleLinear } from 'd3-scale';
import { placeName } from '../places.js';
import type { Ink, Mark, Scene } from '../scene/scene.js';
import { shortName } from './heatmap.js';

/** Sides laid out flat by multidimensional scaling, as the score room gives them. */
export interface RegimePlan {
  readonly scope: string;
  readonly points: readonly {
    readonly side: string;
    readonly x: number;
    readonly y: number;
    readonly cluster: number;
  }[];
  /** Kruskal's stress-1: over 0.2 the distances on paper mislead. */
  readonly stress: number;
  /** Share of the positive eigenvalues that the two axes hold. */
  readonly explained: number;
  /** Sides left out, because some pair of theirs has no figure. */
  readonly left: readonly string[];
}

const WIDTH = 860;
const TALLEST = 560;
const MARGIN = 56;
const RADIUS = 4.5;
const TYPE = 11;
/** Mean width of a letter as a share of the size of type. */
const LETTER = 0.64;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Returns the map of regimes: archetypes as diamonds, laws as discs, clusters by colour and by their number in the label.
 * Both axes have the same scale, for only distances mean anything. Null without points.
 */
export function regimeScene({ points }: RegimePlan, hrefOf: (side: string) => string): Scene | null {
  if (points.length < 3) return null;
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const unit = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(right - left, 1e-9),
    (TALLEST - 2 * MARGIN) / Math.max(high - low, 1e-9),
  );
  const height = Math.ceil((high - low) * unit + 2 * MARGIN);
  const indent = (WIDTH - (right - left) * unit) / 2;
  const x = scaleLinear([left, right], [indent, WIDTH - indent]);
  const y = scaleLinear([high, low], [MARGIN, height - MARGIN]);
  const places = points.map((p) => ({ ...p, x: x(p.x), y: y(p.y), isPole: p.side.startsWith('archetype/') }));
  const taken: Box[] = places.map((p) => ({ x: p.x - 6, y: p.y - 6, width: 12, height: 12 }));
  const marks: Mark[] = [];
  const labels: Mark[] = [];
  for (const p of [...places].sort((a, b) => Number(b.isPole) - Number(a.isPole) || (a.side < b.side ? -1 : 1))) {
    const fill: Ink = `series-${((p.cluster - 1 + 6) % 6) as 0}`;
    const title = `${placeName(p.side)}${p.isPole ? '' : ` (${p.side})`}, cluster ${p.cluster}`;
    const common = { fill, stroke: 'paper', title, href: hrefOf(p.side), data: { side: p.side } } as const;
    const r = RADIUS * 1.7;
    marks.push(
      p.isPole
        ? {
            kind: 'path',
            d: `M${p.x},${p.y - r}L${p.x + r},${p.y}L${p.x},${p.y + r}L${p.x - r},${p.y}Z`,
            ...common,
            stroke: 'ink',
          }
        : { kind: 'circle', x: p.x, y: p.y, radius: RADIUS, ...common },
    );
    const text = shortName(p.side);
    const at = placeLabelBox(p, text, taken, height);
    taken.push(at.box);
    labels.push({ kind: 'text', x: at.x, y: at.y, text, anchor: at.anchor, size: TYPE, isBold: p.isPole });
    if (at.isFar)
      marks.unshift({ kind: 'line', x1: p.x, y1: p.y, x2: at.x, y2: at.y - 4, stroke: 'line', strokeWidth: 0.7 });
  }
  return {
    width: WIDTH,
    height,
    label: `Map of ${points.length} sides: near means alike`,
    marks: [...marks, ...labels],
  };
}

/** Rings around a point and the directions tried on each, right first. */
const RINGS = [8, 16, 26, 40, 58];
const DIRECTIONS = [0, 180, 315, 45, 225, 135, 270, 90];

/** The first place around a point where a label covers no other; the last tried where there is none. */
function placeLabelBox(p: { x: number; y: number }, text: string, taken: readonly Box[], height: number) {
  const width = text.length * TYPE * LETTER;
  let best = {
    x: p.x + 8,
    y: p.y + 4,
    anchor: 'start' as 'start' | 'middle' | 'end',
    box: { x: p.x + 8, y: p.y - 6, width, height: 13 },
    isFar: false,
  };
  let fewest = Number.POSITIVE_INFINITY;
  for (const ring of RINGS)
    for (const direction of DIRECTIONS) {
      const angle = (direction * Math.PI) / 180;
      const cx = p.x + ring * Math.cos(angle);
      const cy = p.y + ring * Math.sin(angle);
      const anchor = Math.abs(Math.cos(angle)) < 0.1 ? 'middle' : Math.cos(angle) > 0 ? 'start' : 'end';
      const from = anchor === 'start' ? cx : anchor === 'end' ? cx - width : cx - width / 2;
      const box = { x: from, y: cy - 7, width, height: 13 };
      const isInside = box.x > 2 && box.x + width < WIDTH - 2 && box.y > 2 && box.y < height - 14;
      const hits = taken.filter(
        (b) => box.x < b.x + b.width && b.x < box.x + width && box.y < b.y + b.height && b.y < box.y + box.height,
      ).length;
      if (isInside && hits < fewest) {
        fewest = hits;
        best = { x: cx, y: cy + 4, anchor, box, isFar: ring > 16 };
        if (hits === 0) return best;
      }
    }
  return best;
}
