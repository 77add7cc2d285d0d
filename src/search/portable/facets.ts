import type { FacetCounts } from '../../model/index.js';
import type { Faceted } from '../query/carries.js';

const VALUES: Readonly<Record<keyof FacetCounts, (d: Faceted) => readonly string[]>> = {
  jurisdiction: (d) => d.jurisdictions,
  kind: (d) => [d.kind],
  lang: (d) => [d.language],
  year: (d) => (d.year === null ? [] : [String(d.year)]),
  code: (d) => d.codes,
  force: (d) => d.forces,
};

/** How many of the documents carry each value, most first: the counts of `lexatlas search --facets`. */
export function countFacets(found: readonly Faceted[]): FacetCounts {
  const counted = Object.entries(VALUES).map(([name, of]) => {
    const counts = new Map<string, number>();
    for (const document of found) for (const value of of(document)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const sorted = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return [name, sorted] as const;
  });
  return Object.fromEntries(counted) as unknown as FacetCounts;
}
