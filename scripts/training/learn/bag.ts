import type { Sample, Vector, Vocabulary } from '../samples.js';

/**
 * The samples as a bag of words sees them: only the stems of the unit's own words, weighed by how rare they are (TF-IDF), without
 * cues, concepts, headings or place. The baseline that the coder has to beat.
 */
export function bagOfWords(samples: readonly Sample[], vocabulary: Vocabulary): Sample[] {
  const isWord = vocabulary.names.map((name) => name.startsWith('w:'));
  const units = new Int32Array(vocabulary.names.length);
  for (const { unit } of samples) for (const i of unit.at) units[i] = (units[i] ?? 0) + 1;
  const bag = ({ at, value }: Vector): Vector => {
    const words = at.filter((i) => isWord[i] === true);
    const kept = value.filter((_, j) => isWord[at[j] ?? 0] === true);
    const weighed = kept.map((v, j) => v * Math.log(samples.length / (1 + (units[words[j] ?? 0] ?? 0))));
    const length = Math.hypot(...weighed) || 1;
    return { at: words, value: weighed.map((v) => (LENGTH * v) / length) };
  };
  return samples.map((sample) => ({ ...sample, unit: bag(sample.unit), cues: new Map() }));
}

/** Vectors of this length learn as fast as those of the coder. */
const LENGTH = 2.5;
