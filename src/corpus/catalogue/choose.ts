import type { CatalogueEntry } from './entry.js';
import { CatalogueError } from './read.js';

const MAX_SUGGESTIONS = 5;

/**
 * The entries that the names mean, in the catalogue's order, each once: an id (`eu/gdpr-2016-679`), an alias in any case
 * (`gdpr`), a folder (`eu/`), or `core`, the set a scholar starts from.
 * @throws CatalogueError naming the first name that means nothing, with ids that are near it.
 */
export function chooseEntries(entries: readonly CatalogueEntry[], names: readonly string[]): CatalogueEntry[] {
  const chosen = new Set(names.flatMap((name) => meant(entries, name).map((e) => e.id)));
  return entries.filter((e) => chosen.has(e.id));
}

function meant(entries: readonly CatalogueEntry[], name: string): readonly CatalogueEntry[] {
  const wanted = name.trim().toLowerCase();
  const found =
    wanted === 'core'
      ? entries.filter((e) => e.core)
      : wanted.endsWith('/')
        ? entries.filter((e) => e.id.startsWith(wanted))
        : exact(entries, wanted);
  if (found.length > 0) return found;
  const near = entries.filter((e) => wanted !== '' && isNear(e, wanted)).slice(0, MAX_SUGGESTIONS);
  throw new CatalogueError(
    `The catalogue has no instrument '${name}'.`,
    near.length > 0
      ? `Did you mean ${near.map((e) => e.id).join(', ')}?`
      : 'lexatlas corpus list prints what it has; lexatlas add FILE|URL takes in what it has not.',
  );
}

/** By id, else by alias; an alias that several laws share means all of them. */
function exact(entries: readonly CatalogueEntry[], wanted: string): readonly CatalogueEntry[] {
  const byId = entries.filter((e) => e.id === wanted);
  return byId.length > 0 ? byId : entries.filter((e) => e.aliases.some((a) => a.toLowerCase() === wanted));
}

function isNear(entry: CatalogueEntry, wanted: string): boolean {
  const words = wanted.split(/[^\p{L}\p{N}]+/u).filter((w) => w.length > 1);
  const text = `${entry.id} ${entry.title} ${entry.aliases.join(' ')}`.toLowerCase();
  return words.length > 0 && words.every((w) => text.includes(w));
}
