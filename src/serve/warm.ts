import type { Codebook } from '../model/index.js';
import { search } from '../search/index.js';
import type { StudyReader } from './reader.js';

/**
 * Searches for the names of the study's codes, one after the other between requests, and remembers none of the answers. The first searches of a
 * process take up to 100 ms, later ones 6: code is compiled as it is used, and pages of the index are read. Returns what stops it.
 */
export function warmUp(reader: StudyReader): () => void {
  const names = reader.read((store) => {
    const codebook = store.meta('codebook');
    return codebook === null ? [] : (JSON.parse(codebook) as Codebook).codes.map((c) => c.label);
  });
  let next: NodeJS.Immediate | null = null;
  const ask = (): void => {
    const query = names.pop();
    if (query === undefined) return;
    try {
      reader.read((store) => search({ query }, store));
    } catch {
      return; // Whoever asks meets the same trouble, and is told.
    }
    next = setImmediate(ask);
  };
  next = setImmediate(ask);
  return () => {
    if (next !== null) clearImmediate(next);
  };
}
