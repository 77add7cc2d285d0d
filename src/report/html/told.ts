import { hash } from 'node:crypto';
import type { Alignment, Divergence, Position, Study } from '../../model/index.js';

/** Results in few letters, to be told apart and not to be read: equal rows give equal letters. Reckoned once, for many files are made from them. */
export interface Told {
  /** What each side says on each code: no more than that. */
  readonly stances: string;
  /** All of them, with all their parts. */
  readonly divergences: string;
  /** Which articles were aligned with which, how, and how near. */
  readonly links: string;
  /** Of a side, on all codes. */
  positionsOf(side: string): string;
  /** A side's divergence from the others over all codes, without its parts. */
  neighboursOf(side: string): string;
}

/** Returns what tells the results of a study from those of another. */
export function toldResults({ positions, divergences, alignments }: Study): Told {
  const ofSides = lazily(() => {
    return new Map([...bySide(positions)].map(([side, own]) => [side, digest(JSON.stringify(own))]));
  });
  const near = lazily(() => {
    const sides = new Map<string, string[]>();
    for (const d of divergences) {
      if (d.scope !== 'all') continue;
      const row = `${d.left}|${d.right}|${d.total}|${d.low}|${d.high}|${d.coverage}`;
      for (const side of [d.left, d.right]) {
        const rows = sides.get(side);
        if (rows === undefined) sides.set(side, [row]);
        else rows.push(row);
      }
    }
    return new Map([...sides].map(([side, rows]) => [side, digest(rows.join('\n'))]));
  });
  const allStances = lazily(() => digest(positions.map((p) => `${p.side}|${p.code}|${p.stance}`).join('\n')));
  const allDivergences = lazily(() => toldFigures(divergences));
  const allLinks = lazily(() => digest(alignments.map(linkOf).join('\n')));
  return {
    get stances() {
      return allStances();
    },
    get divergences() {
      return allDivergences();
    },
    get links() {
      return allLinks();
    },
    positionsOf: (side) => ofSides().get(side) ?? '',
    neighboursOf: (side) => near().get(side) ?? '',
  };
}

/** The positions of each side, in their order. */
export function bySide(positions: readonly Position[]): ReadonlyMap<string, readonly Position[]> {
  const sides = new Map<string, Position[]>();
  for (const p of positions) {
    const own = sides.get(p.side);
    if (own === undefined) sides.set(p.side, [p]);
    else own.push(p);
  }
  return sides;
}

/** What tells divergences from others, all their parts with them. */
export function toldFigures(divergences: readonly Divergence[]): string {
  return digest(divergences.map(keyOf).join('\n')) + digest(figuresOf(divergences));
}

const keyOf = (d: Divergence): string => `${d.left}|${d.right}|${d.scope}`;
const linkOf = ({ left, right, relation, score }: Alignment): string =>
  `${left.instrument}#${left.eId}|${right?.instrument}#${right?.eId}|${relation}|${score}`;
const FIGURES = ['total', 'low', 'high', 'coverage', 'thematic', 'elemental', 'textual'] as const;

/** As bytes: half a million numbers are written out ten times slower. */
function figuresOf(divergences: readonly Divergence[]): Uint8Array {
  const figures = new Float64Array(divergences.length * FIGURES.length);
  let at = 0;
  for (const d of divergences)
    for (const name of FIGURES) {
      figures[at] = d[name] ?? Number.NaN;
      at += 1;
    }
  return new Uint8Array(figures.buffer);
}

const digest = (words: string | Uint8Array): string => hash('sha256', words, 'base64url');

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
