import { resolve } from 'node:path';
import type { CatalogueEntry, HeldFile } from '../catalogue/entry.js';

/** A file on disk as it was listed. */
export interface FoundFile {
  readonly path: string;
  /** Lower-case hex of its bytes. */
  readonly sha256: string;
}

/** A catalogued file on this disk: the very bytes, other bytes under its name, or not there. */
export interface Holding {
  readonly state: 'whole' | 'differs' | 'missing' | 'unknown';
  /** Path as listed; for a missing file where it should be. */
  readonly path: string;
  /** Null where the catalogue does not know the file. */
  readonly instrument: string | null;
  readonly expected: string | null;
  readonly found: string | null;
}

/**
 * Compares listed files with those that the catalogue knows by their hash. A file is known by its bytes wherever it lies, and by the
 * end of its path. Files that the catalogue puts below one of `folders` and that are not there are `missing`; files it knows
 * nothing of are `unknown`, which is no fault. Sorted by path.
 */
export function inspect(
  files: readonly FoundFile[],
  folders: readonly string[],
  entries: readonly CatalogueEntry[],
): Holding[] {
  const expected = entries.flatMap((e) => e.held.map((h) => ({ ...h, instrument: e.id })));
  const byPath = new Map(expected.map((h) => [h.path, h]));
  const byHash = new Map(expected.map((h) => [h.sha256, h]));
  const roots = new Set<string>();
  const seen = new Set<string>();
  const holdings = files.map(({ path, sha256 }): Holding => {
    const place = placeOf(resolve(path), byPath);
    if (place !== null) roots.add(place.root);
    if (place !== null) seen.add(place.held.path);
    const known = place?.held ?? byHash.get(sha256) ?? null;
    if (known === null) return { state: 'unknown', path, instrument: null, expected: null, found: sha256 };
    const state = known.sha256 === sha256 ? 'whole' : 'differs';
    return { state, path, instrument: known.instrument, expected: known.sha256, found: sha256 };
  });
  const missing = expected.flatMap((h): Holding[] => {
    if (seen.has(h.path)) return [];
    const path = [...roots].map((root) => `${root}/${h.path}`).find((p) => folders.some((f) => isUnder(p, f)));
    if (path === undefined) return [];
    return [{ state: 'missing', path, instrument: h.instrument, expected: h.sha256, found: null }];
  });
  return [...holdings, ...missing].sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Known = HeldFile & { readonly instrument: string };

/** The longest end of the path that the catalogue knows, and what stands before it. */
function placeOf(path: string, known: ReadonlyMap<string, Known>): { root: string; held: Known } | null {
  const steps = path.split('/');
  for (let from = 1; from < steps.length - 1; from += 1) {
    const held = known.get(steps.slice(from).join('/'));
    if (held !== undefined) return { root: steps.slice(0, from).join('/'), held };
  }
  return null;
}

function isUnder(path: string, folder: string): boolean {
  return path.startsWith(`${resolve(folder)}/`);
}
