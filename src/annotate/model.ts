import { z } from 'zod';
import type { Features } from './features.js';

const weights = z.record(z.string(), z.number());
const shape = z.strictObject({
  version: z.literal(1),
  /** Weights of the features that mean the same for every code. */
  shared: weights,
  /** For each code its own weights over the unit's features, and the probability from which it is reported. */
  codes: z.record(z.string(), z.strictObject({ weights, threshold: z.number().min(0).max(1) })),
  /** Platt scaling of the raw log-odds, fitted on instruments that the model had not seen. */
  calibration: z.strictObject({ slope: z.number(), intercept: z.number() }),
});

/** The trained ranker: what `scripts/train.ts` writes and `readModel` reads. */
export type AnnotateModel = z.infer<typeof shape>;

/**
 * The model that a JSON text states, checked.
 * @throws Error naming the field that does not fit.
 */
export function readModel(text: string): AnnotateModel {
  const result = shape.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`annotation model: ${issue?.path.join('.')}: ${issue?.message}; rebuild it with scripts/train.ts`);
}

/** The dot product of weights and features; features that the model does not know count nothing. */
export function dot(known: Readonly<Record<string, number>>, features: Features): number {
  let total = 0;
  for (const [name, value] of features) total += (known[name] ?? 0) * value;
  return total;
}

/** Raw log-odds that the unit carries the code. */
export function logOdds(model: AnnotateModel, code: string, cue: Features, unit: Features): number {
  const own = model.codes[code];
  return dot(model.shared, cue) + (own === undefined ? 0 : dot(own.weights, cue) + dot(own.weights, unit));
}

/** The calibrated probability for raw log-odds, in (0,1). */
export function probability(model: AnnotateModel, odds: number): number {
  return 1 / (1 + Math.exp(-(model.calibration.slope * odds + model.calibration.intercept)));
}
