import type { GoldInstrument } from '../../bench/gold.js';
import type { Sample } from './samples.js';

/** What there is to learn from and to be judged by. */
export interface Lessons {
  /** Texts with gold: learnt from, and what calibration and thresholds are set on by models that had not seen them. */
  readonly gold: readonly GoldInstrument[];
  /** Translations of gold texts: left out together with them; those without rows are judged and never learnt from. */
  readonly twins: readonly GoldInstrument[];
  /** Texts of our own reading: left out in their turn as gold is, so that the trees learn from claims on texts unseen. */
  readonly readings: readonly GoldInstrument[];
  /** Imitations: learnt from always. */
  readonly imitations: readonly GoldInstrument[];
}

/** Which texts are left out together. */
export interface Plan {
  readonly size: number;
  /** The fold of a sample: from 0 on, or null for what teaches in every fold and is judged in none. */
  readonly foldOf: (sample: Sample) => number | null;
  /** False for texts without rows of their own, which teach nothing. */
  readonly teaches: (sample: Sample) => boolean;
}

/** Deals the groups of texts out to folds, gold first and in turn, so that each fold has its share of gold and of readings. */
export function planOf({ gold, twins, readings }: Lessons, size: number): Plan {
  const groups = [...new Set([...gold, ...twins, ...readings].map((t) => t.group))];
  const folds = new Map(groups.map((group, i) => [group, i % size]));
  const silent = new Set(twins.filter((t) => t.rows.length === 0).map((t) => t.id));
  return {
    size,
    foldOf: ({ group }) => folds.get(group) ?? null,
    teaches: ({ id }) => !silent.has(id),
  };
}
