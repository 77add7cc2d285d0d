import type { CatalogueEntry } from '../catalogue/entry.js';

/** One figure about the catalogue. */
export interface Figure {
  readonly what: string;
  /** What is counted apart: a kind, a jurisdiction, a language. */
  readonly of: string;
  readonly instruments: number;
}

/** How many instruments the catalogue has, in all and by kind, language, jurisdiction, and state of their addresses. */
export function figures(entries: readonly CatalogueEntry[]): Figure[] {
  return [
    { what: 'all', of: 'instruments', instruments: entries.length },
    { what: 'all', of: 'in the core', instruments: entries.filter((e) => e.core).length },
    ...by('kind', entries, (e) => [e.kind]),
    ...by('language', entries, (e) => e.languages),
    ...by('jurisdiction or party', entries, (e) => e.jurisdictions),
    ...by('address', entries, (e) => [addressState(e)]),
    ...by('content check', entries, (e) => [contentCheck(e)]),
  ];
}

function addressState({ addresses }: CatalogueEntry): string {
  if (addresses.length === 0) return 'none known';
  return addresses.every((a) => a.state === 'unverified') ? 'unverified' : 'gave the text once';
}

function contentCheck({ contains, addresses }: CatalogueEntry): string {
  if (contains.length > 0) return 'words that must be there';
  return addresses.some((a) => a.sha256 !== null) ? 'hash of the very file' : 'format only';
}

function by(
  what: string,
  entries: readonly CatalogueEntry[],
  keysOf: (e: CatalogueEntry) => readonly string[],
): Figure[] {
  const counts = new Map<string, number>();
  for (const key of entries.flatMap((e) => [...new Set(keysOf(e))])) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([of, instruments]) => ({ what, of, instruments }));
}
