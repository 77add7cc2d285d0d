import { createHash } from 'node:crypto';

/**
 * Returns the content address of a stage's input: sha256 over its parts in order, lower-case hex.
 * Parts are separated, so that ['ab', 'c'] and ['a', 'bc'] differ.
 */
export function stageKey(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
