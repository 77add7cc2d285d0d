import type { Evidence } from '../../model/index.js';
import { analyse } from '../../text/analyse.js';
import type { Firing } from '../cues.js';
import type { Unit } from '../units.js';
import type { Features } from './features.js';
import type { Ranker } from './model.js';
import { SIGNS } from './signs.js';
import { moved } from './trees.js';

/** Features of the model that are named beside the cues, at most. */
const MOST_FEATURES = 3;
/** … and their least share of the log-odds. */
const LEAST_SHARE = 0.25;
/** Kinds of features that a reader can check against the text: words, pairs of words, concepts (kn and ka under the topic of near headings and all, kb below, kr referred to, kd defined), headings. */
const READABLE = /^(?:w|b|k|l|h|c|kl|kh|kc|kn|ka|kb|kr|kd|d):/u;

/** Evidence of the trees begins so; it names a sign (`SIGNS`) and has no place in the text. */
const PLACED = 'model:place:';
/** Signs that are named, at most; the first, the odds by words and cues, is told by these. */
const MOST_SIGNS = 2;

/** False for evidence that no word of the text can be shown for. */
export function isShown({ by }: Evidence): boolean {
  return !by.startsWith(PLACED);
}

/** A claim as far as its evidence is told from it. */
export interface Told {
  readonly unit: Unit;
  readonly code: string;
  readonly firings: readonly Firing[];
  readonly features: Features;
  readonly signs: Float64Array;
}

/**
 * The cues that fired for a code, then the words and headings that moved the model most, each with its place where it has one, then
 * the signs by which the trees were moved for the claim.
 */
export function evidenceOf({ unit, code, firings, features, signs }: Told, ranker: Ranker | null): Evidence[] {
  const cues = firings.filter((f) => f.code === code).map((f) => f.evidence);
  if (ranker === null) return cues;
  const words = weightiest(
    [...features]
      .filter(([name]) => READABLE.test(name))
      .map(([name, value]) => ({ name, weight: ranker.weight(code, name) * value })),
    MOST_FEATURES,
  );
  const placed = weightiest(
    [...moved(ranker.trees, signs)].map((weight, s) => ({ name: SIGNS[s] ?? '', weight: weight / 2 })).slice(1),
    MOST_SIGNS,
  );
  return [
    ...cues,
    ...words.map(({ name, weight }) => ({ by: `model:${name}`, span: placeOf(unit, name), weight })),
    ...placed.map(({ name, weight }) => ({ by: `${PLACED}${name}`, span: null, weight })),
  ];
}

interface Share {
  readonly name: string;
  readonly weight: number;
}

function weightiest(shares: readonly Share[], most: number): readonly Share[] {
  return shares
    .filter(({ weight }) => weight >= LEAST_SHARE)
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}

/** Where a word or pair of words first stands in the unit's own words or headings; null for what has no single place. */
function placeOf(unit: Unit, feature: string): Evidence['span'] {
  const [, kind = '', words = ''] = /^(\w+):(.*)$/u.exec(feature) ?? [];
  const pieces = { w: unit.own, b: unit.own, d: unit.own, l: unit.lead, h: unit.headings, c: unit.headings }[kind];
  const [first = '', second] = words.split(' ');
  for (const piece of pieces ?? []) {
    const terms = analyse(piece.text);
    const at = terms.findIndex((t, i) => t.term === first && (second === undefined || terms[i + 1]?.term === second));
    const from = terms[at];
    const to = second === undefined ? from : terms[at + 1];
    if (from !== undefined && to !== undefined) return { start: piece.start + from.start, end: piece.start + to.end };
  }
  return null;
}
