import { judged, type Tree } from './trees.js';

/** Only claims likelier than this are reviewed by the trees: no review has ever lifted one from below. */
export const OPEN_ODDS = -4.5;

/**
 * The log-odds of a claim after review: the mean of what its words, headings and cues say alone (its first sign) and of what the trees
 * say, which see where it stands among the claims of its article and law. Each alone did worse (ADR 21).
 */
export function reviewed(trees: readonly Tree[], signs: Float64Array): number {
  return trees.length === 0 ? (signs[0] ?? 0) : ((signs[0] ?? 0) + judged(trees, signs)) / 2;
}
