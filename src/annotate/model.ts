import type { Features } from './features.js';

type Weights = Readonly<Record<string, number>>;

/** The trained ranker: what `npm run train` writes and `readModel` reads. */
export interface AnnotateModel {
  readonly version: 1;
  /** Weights of the features that mean the same for every code. */
  readonly shared: Weights;
  /** For each code its own weights over the unit's features, and the probability from which it is reported. */
  readonly codes: Readonly<Record<string, { readonly weights: Weights; readonly threshold: number }>>;
  /** Platt scaling of the raw log-odds, fitted on instruments that the model had not seen. */
  readonly calibration: { readonly slope: number; readonly intercept: number };
}

/**
 * The model that a JSON text states, checked.
 * @throws Error naming the field that does not fit.
 */
export function readModel(text: string): AnnotateModel {
  const model: unknown = JSON.parse(text);
  if (!isRecord(model) || model.version !== 1) throw misfit('version', 'must be 1');
  if (!isWeights(model.shared)) throw misfit('shared', 'must map features to numbers');
  if (!isRecord(model.codes)) throw misfit('codes', 'must map codes to weights and thresholds');
  for (const [code, own] of Object.entries(model.codes))
    if (!isRecord(own) || !isWeights(own.weights) || typeof own.threshold !== 'number')
      throw misfit(`codes.${code}`, 'must hold weights and a threshold');
  if (!isWeights(model.calibration)) throw misfit('calibration', 'must hold a slope and an intercept');
  return model as unknown as AnnotateModel;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWeights = (value: unknown): value is Weights =>
  isRecord(value) && Object.values(value).every((w) => typeof w === 'number' && Number.isFinite(w));

const misfit = (field: string, what: string) =>
  new Error(`annotation model: ${field} ${what}; rebuild the model with npm run train`);

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
