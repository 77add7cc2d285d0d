import type { CatalogueEntry } from './entry.js';

/** A function that finds the entry of a file by the sha256 of its bytes (lower-case hex); null for bytes nobody listed. */
export function byBytes(
  entries: readonly CatalogueEntry[],
): (sha256: string) => Readonly<Record<string, unknown>> | null {
  const known = new Map(entries.flatMap((entry) => hashesOf(entry).map((sha256) => [sha256, { ...entry }] as const)));
  return (sha256) => {
    const entry = known.get(sha256);
    if (entry === undefined) return null;
    const { id, title, aliases, kind, jurisdictions, made, inForce, repealed, identifiers } = entry;
    return { id, title, aliases, kind, jurisdictions, made, inForce, repealed, identifiers };
  };
}

function hashesOf(entry: CatalogueEntry): string[] {
  return [...entry.held, ...entry.addresses].flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
}
