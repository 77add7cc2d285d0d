import { createRequire } from 'node:module';

type Distance = (left: string, right: string, options: { restricted: boolean }) => number;
let load: Distance | null = null;

/** Letters to add, drop, change or swap to make one word of the other (optimal string alignment); loaded when first asked. */
export function editDistance(left: string, right: string): number {
  load ??= (
    createRequire(import.meta.url)('natural/lib/natural/distance/levenshtein_distance.js') as {
      DamerauLevenshteinDistance: Distance;
    }
  ).DamerauLevenshteinDistance;
  return load(left, right, { restricted: true });
}
