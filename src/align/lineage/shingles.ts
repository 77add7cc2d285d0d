/** Letters of a shingle, as the studies on the ToTA corpus take them (Alschner, Seiermann and Skougarevskiy, 2018). */
const SIZE = 5;

/** The sorted hashes of a text's character 5-grams, each once; blanks count as one. Empty for texts shorter than that. */
export function shingles(text: string): Uint32Array {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const found = new Set<number>();
  for (let i = 0; i + SIZE <= words.length; i++) {
    // FNV-1a over the five units: two grams of one treaty fall together about once in a hundred treaties.
    let hash = 0x811c9dc5;
    for (let n = i; n < i + SIZE; n++) hash = Math.imul(hash ^ words.charCodeAt(n), 0x01000193);
    found.add(hash >>> 0);
  }
  return Uint32Array.from(found).sort();
}

/** Jaccard of two shingle sets in [0,1]; 0 where both are empty. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      shared++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
