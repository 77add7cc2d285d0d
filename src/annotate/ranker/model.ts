import type { Features } from './features.js';
import { reviewed } from './review.js';
import { SIGNS } from './signs.js';
import type { Tree } from './trees.js';
import { tableFor, weightIn } from './weights/table.js';

type Weights = Readonly<Record<string, number>>;

/** A monotone curve from log-odds to probability, by its corners. */
export interface Calibration {
  readonly odds: readonly number[];
  readonly probability: readonly number[];
}

/** The trained ranker: what `npm run train` writes and `readModel` reads. */
export interface AnnotateModel {
  readonly version: 3;
  /** Weights of the features that mean the same for every code. */
  readonly shared: Weights;
  /** For each code its own weights over the unit's features, and the probability from which it is reported. */
  readonly codes: Readonly<Record<string, { readonly weights: Weights; readonly threshold: number }>>;
  /** Trees that review the claims: what they ask is numbered as in `SIGNS`. */
  readonly trees: readonly Tree[];
  /**
   * What log-odds after review are worth: at each of these odds (rising) so large a share of claims was right, in instruments that the
   * model had not seen. Between two of them the line between them holds, beyond the ends the end.
   */
  readonly calibration: Calibration;
}

/**
 * The model that a JSON text states, checked.
 * @throws Error naming the field that does not fit.
 */
export function readModel(text: string): AnnotateModel {
  const model: unknown = JSON.parse(text);
  if (!isRecord(model) || model.version !== 3) throw misfit('version', 'must be 3');
  if (!isWeights(model.shared)) throw misfit('shared', 'must map features to numbers');
  if (!isRecord(model.codes)) throw misfit('codes', 'must map codes to weights and thresholds');
  for (const [code, own] of Object.entries(model.codes))
    if (!isRecord(own) || !isWeights(own.weights) || typeof own.threshold !== 'number')
      throw misfit(`codes.${code}`, 'must hold weights and a threshold');
  if (!Array.isArray(model.trees) || !model.trees.every(isTree))
    throw misfit('trees', `must be trees that ask for signs below ${SIGNS.length}`);
  if (!isCalibration(model.calibration))
    throw misfit('calibration', 'must hold as many odds as probabilities, two at least');
  return model as unknown as AnnotateModel;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWeights = (value: unknown): value is Weights =>
  isRecord(value) && Object.values(value).every((w) => typeof w === 'number' && Number.isFinite(w));

const isTree = (value: unknown): boolean => {
  if (!isRecord(value)) return false;
  const { sign, at, low, high, mean, leaf } = value;
  const lists = [sign, at, low, high, mean, leaf];
  if (!lists.every((list) => Array.isArray(list) && list.every(Number.isFinite))) return false;
  const [signs, , lows, highs] = lists as number[][];
  const isGoal = (goal: number, i: number): boolean => goal > i || (goal < 0 && -goal <= (leaf as number[]).length);
  return (
    lists.slice(0, 5).every((list) => (list as number[]).length === signs?.length) &&
    (signs ?? []).every((s) => s >= 0 && s < SIGNS.length) &&
    (leaf as number[]).length === (signs?.length ?? 0) + 1 &&
    [...(lows ?? []).entries(), ...(highs ?? []).entries()].every(([i, goal]) => isGoal(goal, i))
  );
};

const isCalibration = (value: unknown): value is Calibration =>
  isRecord(value) &&
  [value.odds, value.probability].every((l) => Array.isArray(l) && l.length > 1 && l.every(Number.isFinite)) &&
  (value.odds as number[]).length === (value.probability as number[]).length;

const misfit = (field: string, what: string) =>
  new Error(`annotation model: ${field} ${what}; rebuild the model with npm run train`);

/** A model turned round for speed: from a feature to the codes that weigh it. */
export interface Ranker {
  readonly codes: readonly string[];
  /** The unit's share of each code's log-odds, in the order of `codes`. */
  readonly ofUnit: (unit: Features) => Float64Array;
  /** The cues' share of one code's log-odds. */
  readonly ofCues: (code: string, cues: Features) => number;
  /** Weight that a code gives to a feature of the unit. */
  readonly weight: (code: string, feature: string) => number;
  /** The log-odds of a claim after the trees' review of its signs. */
  readonly review: (signs: Float64Array) => number;
  readonly trees: readonly Tree[];
  /** The calibrated probability of log-odds, in (0,1). */
  readonly probability: (odds: number) => number;
  readonly threshold: (code: string) => number;
}

const rankers = new WeakMap<AnnotateModel, Ranker>();

/** The model made ready to score units; made once per model. */
export function ranker(model: AnnotateModel): Ranker {
  const known = rankers.get(model);
  if (known !== undefined) return known;
  const table = tableFor(model);
  const { codes, thresholds, features, from, code: coded, weight: weights } = table;
  const numbers = new Map(codes.map((code, c) => [code, c]));
  const weight = (code: string, feature: string): number => weightIn(table, numbers.get(code) ?? -1, feature);
  const made: Ranker = {
    codes,
    ofUnit: (unit) => {
      const odds = new Float64Array(codes.length);
      for (const [feature, value] of unit) {
        const f = features.get(feature);
        if (f === undefined) continue;
        const end = from[f + 1] ?? 0;
        for (let j = from[f] ?? 0; j < end; j += 1) {
          const i = coded[j] ?? 0;
          odds[i] = (odds[i] ?? 0) + (weights[j] ?? 0) * value;
        }
      }
      return odds;
    },
    ofCues: (code, cues) => dot((name) => model.shared[name] ?? 0, cues) + dot((name) => weight(code, name), cues),
    weight,
    review: (signs) => reviewed(model.trees, signs),
    trees: model.trees,
    probability: (odds) => probabilityOf(model.calibration, odds),
    threshold: (code) => thresholds[numbers.get(code) ?? -1] ?? 1,
  };
  rankers.set(model, made);
  return made;
}

/** The calibrated probability of log-odds. */
export function probabilityOf({ odds: corners, probability }: Calibration, odds: number): number {
  const above = corners.findIndex((corner) => corner > odds);
  if (above === 0) return probability[0] ?? 0;
  if (above < 0) return probability.at(-1) ?? 1;
  const [from = 0, to = 1] = [corners[above - 1], corners[above]];
  const [low = 0, high = 1] = [probability[above - 1], probability[above]];
  return low + ((high - low) * (odds - from)) / (to - from);
}

/** The dot product of weights and features; features that the model does not know weigh 0. */
function dot(weight: (feature: string) => number, features: Features): number {
  let total = 0;
  for (const [name, value] of features) total += weight(name) * value;
  return total;
}
