import type { Alignment, AlignmentParts, ProvisionRef, Relation } from '../../model/index.js';
import type { Tops } from '../pair/relation.js';

/** Links as they are kept, in the order in which they were told: their units' numbers, how they stood among others, and what was told of them. */
export interface KeptLinks {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly tops: Uint8Array;
  /** Places in `RELATIONS`. */
  readonly relation: Uint8Array;
  /** `WIDTH` for each link: score and `PARTS`; NaN for null. */
  readonly figures: Float64Array;
  readonly reasons: readonly string[];
}

const RELATIONS: readonly Relation[] = ['equivalent', 'narrower', 'broader', 'related', 'conflicting', 'none'];
const PARTS = ['codes', 'text', 'headings', 'structure', 'quantities', 'terms'] as const;
const WIDTH = PARTS.length + 1;

/** How a link stands among others, as a number below 8: what is told of two units depends on nothing else. */
export function topsNumber({ left, right, only }: Tops): number {
  return (left ? 1 : 0) + (right ? 2 : 0) + (only ? 4 : 0);
}

/** A link that was told, by the numbers of its units and how it stands among others. */
export interface Told {
  readonly left: number;
  readonly right: number;
  readonly tops: number;
  readonly told: Alignment;
}

/** Keeps links; `numbers` gives the numbers that units are kept under. */
export function keepLinks(links: readonly Told[], numbers: Int32Array): KeptLinks {
  const { length } = links;
  const [left, right] = [new Uint32Array(length), new Uint32Array(length)];
  const [tops, relation] = [new Uint8Array(length), new Uint8Array(length)];
  const figures = new Float64Array(length * WIDTH);
  for (const [n, link] of links.entries()) {
    const { told } = link;
    left[n] = numbers[link.left] ?? 0;
    right[n] = numbers[link.right] ?? 0;
    tops[n] = link.tops;
    relation[n] = RELATIONS.indexOf(told.relation);
    const { codes, text, headings, structure, quantities, terms = null } = told.parts;
    const own = [told.score, codes, text, headings, structure, quantities, terms];
    for (let at = 0; at < WIDTH; at++) figures[n * WIDTH + at] = own[at] ?? Number.NaN;
  }
  return { left, right, tops, relation, figures, reasons: links.map(({ told }) => told.reason) };
}

/** The links of the last comparison, each with its place there. */
export class KnownLinks {
  readonly places = new Map<Alignment, number>();
  private readonly told: readonly Alignment[];
  private readonly byUnits = new Map<number, number>();

  /** `refs`: each unit by its number. */
  constructor(
    private readonly kept: KeptLinks | null,
    private readonly refs: readonly ProvisionRef[],
  ) {
    this.told = (kept?.reasons ?? []).map((_, n) => this.recalled(n));
    for (const [n, told] of this.told.entries()) {
      this.places.set(told, n);
      this.byUnits.set(this.pair(kept?.left[n] ?? 0, kept?.right[n] ?? 0), n);
    }
  }

  /** What was told of a link between two units; null where nothing was, or where it stood otherwise. */
  find(left: number, right: number, tops: number): Alignment | null {
    const at = this.byUnits.get(this.pair(left, right)) ?? -1;
    return at >= 0 && this.kept?.tops[at] === tops ? (this.told[at] ?? null) : null;
  }

  /** Remembers of what was told of two units, which were in the last comparison under these numbers, where it stood there, if the same was told of them. */
  compare(left: number, right: number, told: Alignment): void {
    const at = this.byUnits.get(this.pair(left, right)) ?? -1;
    const before = this.told[at];
    if (before !== undefined && isSame(before, told)) this.places.set(told, at);
  }

  private recalled(n: number): Alignment {
    const { left, right, relation, figures, reasons } = this.kept ?? NO_LINKS;
    const figure = (at: number): number | null => {
      const value = figures[n * WIDTH + at] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    };
    const parts: AlignmentParts = {
      codes: figure(1),
      text: figure(2),
      headings: figure(3),
      structure: figure(4),
      quantities: figure(5),
      terms: figure(6),
    };
    return {
      left: this.refs[left[n] ?? 0] ?? NOWHERE,
      right: this.refs[right[n] ?? 0] ?? NOWHERE,
      relation: RELATIONS[relation[n] ?? 0] ?? 'none',
      score: figure(0) ?? 0,
      parts,
      reason: reasons[n] ?? '',
    };
  }

  private pair(left: number, right: number): number {
    return left * (this.refs.length + 1) + right;
  }
}

const NOWHERE: ProvisionRef = { instrument: '', eId: '' };
const NO_LINKS = keepLinks([], new Int32Array(0));

/** Whether the same is told of the same two units. */
function isSame(a: Alignment, b: Alignment): boolean {
  const { relation, score, reason } = a;
  if (relation !== b.relation || score !== b.score || reason !== b.reason) return false;
  return PARTS.every((part) => (a.parts[part] ?? null) === (b.parts[part] ?? null));
}
