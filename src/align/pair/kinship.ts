import type { Features } from './features.js';
import type { Candidate } from './links.js';

/** Fewer provisions on a side say nothing about a whole law. */
const LEAST_UNITS = 20;
/**
 * Under this mean of the best accords by matter two laws speak of different things. Measured: five statutes and agreements on trade without a
 * chapter in common have 0.28 to 0.40, distant laws of one field 0.46 (Singapore's and Taiwan's acts) to 0.88.
 */
const LEAST_KINSHIP = 0.4;

/**
 * The links without those that rest on place and single words where two laws hardly share a matter: there, only provisions that carry a code in
 * common, or the same words, are counterparts. All links stand where laws are short or a side is uncoded, for without codes distant laws
 * look like strangers. The same with the sides swapped.
 */
export function amongKin(
  links: readonly (readonly Candidate[])[],
  seen: readonly (readonly Features[])[],
  isCoded: boolean,
): readonly (readonly Candidate[])[] {
  const columns = seen[0]?.length ?? 0;
  if (!isCoded || seen.length < LEAST_UNITS || columns < LEAST_UNITS) return links;
  const ofRow = new Array<number>(seen.length).fill(0);
  const ofColumn = new Array<number>(columns).fill(0);
  seen.forEach((row, i) => {
    row.forEach(({ matters }, j) => {
      ofRow[i] = Math.max(ofRow[i] ?? 0, matters ?? 0);
      ofColumn[j] = Math.max(ofColumn[j] ?? 0, matters ?? 0);
    });
  });
  if ((mean(ofRow) + mean(ofColumn)) / 2 >= LEAST_KINSHIP) return links;
  return links.map((row) => row.filter((c) => c.score === 1 || c.features.rareCodes > 0));
}

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
