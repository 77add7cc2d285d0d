import type { Evidence } from '../../model/index.js';
import { analyse } from '../../text/analyse.js';
import type { Firing } from '../cues.js';
import type { Unit } from '../units.js';
import type { Features } from './features.js';
import type { Ranker } from './model.js';

/** Features of the model that are named beside the cues, at most. */
const MOST_FEATURES = 3;
/** … and their least share of the log-odds. */
const LEAST_SHARE = 0.25;
/** Kinds of features that a reader can check against the text: words, pairs of words, concepts (kb below, kr referred to, kd defined), headings. */
const READABLE = /^(?:w|b|k|l|h|c|kl|kh|kc|kb|kr|kd|d):/u;

/** The cues that fired for a code, then the words and headings that moved the model most, each with its place where it has one. */
export function evidenceOf(
  unit: Unit,
  code: string,
  firings: readonly Firing[],
  features: Features,
  ranker: Ranker | null,
): Evidence[] {
  const cues = firings.filter((f) => f.code === code).map((f) => f.evidence);
  if (ranker === null) return cues;
  const moved = [...features]
    .filter(([name]) => READABLE.test(name))
    .map(([name, value]) => ({ name, weight: ranker.weight(code, name) * value }))
    .filter(({ weight }) => weight >= LEAST_SHARE)
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_FEATURES);
  return [...cues, ...moved.map(({ name, weight }) => ({ by: `model:${name}`, span: placeOf(unit, name), weight }))];
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
