import type { Alignment, Codebook, CodedInstrument } from '../model/index.js';
import { drawSide } from './bootstrap/draws.js';
import { type Measured, measure } from './divergence/divergences.js';
import type { ElementsReader } from './divergence/elements.js';
import type { Words } from './divergence/words.js';
import type { TextKeys } from './keys.js';
import { type PairMemory, shortKey } from './memory.js';
import { readOnce } from './reading.js';
import { makeScopes, PART_WEIGHTS, type PartWeights, type Scope, type WeightOverrides } from './scopes.js';
import type { CoveredText } from './sides/force.js';
import { makeSides, type Side, type SpokenTogether } from './sides/sides.js';

/** What every verb of this room reads; `InstrumentMetadata` values serve as `covered`. */
export interface ScoreInput {
  readonly coded: readonly CodedInstrument[];
  readonly alignments: readonly Alignment[];
  readonly codebook: Codebook;
  /** Every text that was read, those without annotations included: absence is said of these only. */
  readonly covered: readonly CoveredText[];
  readonly between: 'instruments' | 'jurisdictions';
  /** ISO date of the law that counts; null: what is not repealed. */
  readonly asOf: string | null;
  readonly seed: number;
  /** Bootstrap draws behind each interval; 0 gives intervals without width. */
  readonly draws: number;
  readonly weights?: WeightOverrides;
  /** Sides asked about: one, the pairs that it is in; several, the pairs among them. All pairs where it is left out or empty. */
  readonly about?: readonly string[];
  /** What pairs came to before; everything is reckoned where it is left out. */
  readonly memory?: PairMemory;
  /** Told as each pair (each year of a series) has been measured, with the number of all of them. */
  readonly onMeasured?: (subject: string, of: number) => void;
}

/** The input made ready: sides that speak by date, scopes under their weights, and measures made when first asked for. */
export interface Setting {
  readonly codes: readonly string[];
  readonly scopes: readonly Scope[];
  readonly parts: PartWeights;
  readonly coded: readonly CodedInstrument[];
  readonly covered: readonly CoveredText[];
  readonly sides: readonly Side[];
  readonly words: Words;
  readonly elements: ElementsReader;
  readonly measured: (side: Side) => Measured;
  /** A side measured as it stands, without draws: for sides made up in passing. */
  readonly plain: (side: Side) => Measured;
  /** The figures of a pair, made or remembered; `what` tells which, with all that they depend on beside the two sides and their words. */
  readonly figures: (what: string, pair: PairOfSides, make: () => Float64Array) => Float64Array;
  /** What was made so far and holds on other days too: a side is the same while the same texts speak for it. */
  readonly made: Made;
}

/** Two sides with how far their words are apart, code by code. */
export interface PairOfSides {
  readonly left: Measured;
  readonly right: Measured;
  /** Null where they weigh nothing in what is asked for. */
  readonly textual: readonly number[] | null;
}

interface Made {
  readonly spoken: SpokenTogether;
  readonly measured: Map<string, Measured>;
}

/** Nothing made so far, for settings of several days to share. */
export const madeOnce = (): Made => ({ spoken: new Map(), measured: new Map() });

/**
 * The setting of an input. `like` is one over the same texts and codebook: what does not depend on date or weights is not made again. Where `only` is
 * given, no other jurisdictions become sides.
 */
export function prepare(
  input: ScoreInput,
  like: Pick<Setting, 'made'> | null = null,
  only: ReadonlySet<string> | null = null,
): Setting {
  const { codebook, seed, draws } = input;
  const codes = codebook.codes.map((c) => c.id);
  const { coded, covered, words, elements, keyOf } = readOnce(input);
  const made = like?.made ?? madeOnce();
  const measured = (side: Side): Measured => {
    const key = [input.between, seed, draws, side.id, ...side.texts].join('\n');
    const known =
      made.measured.get(key) ?? measure(side, codes, elements, () => drawSide(side, codes, elements, seed, draws));
    made.measured.set(key, known);
    return known;
  };
  return {
    codes,
    scopes: makeScopes(codebook, input.weights),
    parts: partsOf(input),
    coded,
    covered,
    sides: makeSides(coded, covered, codebook, input.between, input.asOf, made.spoken, only),
    words,
    elements,
    plain: (side) => measure(side, codes, elements, () => []),
    measured,
    figures: figuresOf(input, codes, keyOf),
    made,
  };
}

/** Figures read from the input's memory, by what all texts say that speak for the two sides. */
function figuresOf(
  { memory, between, seed, draws, weights }: ScoreInput,
  codes: readonly string[],
  keyOf: TextKeys | null,
): Setting['figures'] {
  if (memory === undefined || keyOf === null) return (_, __, make) => make();
  const known = new WeakMap<Measured, string>();
  const sideKey = (measured: Measured): string => {
    const { id, texts } = measured.side;
    const key = known.get(measured) ?? shortKey([id, ...texts.map(keyOf.of)].join(' '));
    known.set(measured, key);
    return key;
  };
  const common = shortKey([between, seed, draws, JSON.stringify(weights ?? null), ...codes].join(' '));
  const digits = (textual: PairOfSides['textual']): string =>
    textual === null ? '' : Buffer.from(Float64Array.from(textual).buffer).toString('latin1');
  return (what, { left, right, textual }, make) =>
    memory.figures(`${what} ${common} ${sideKey(left)} ${sideKey(right)} ${digits(textual)}`, make);
}

/** What is reckoned from all texts, such as a map, taken up whole where nothing changed that it is reckoned from; `words` tells whether their words are. */
export function takenUp<T>(input: ScoreInput, what: string, words: boolean, make: () => T): T {
  const { memory, weights, between, asOf, seed, draws } = input;
  const { words: near, keyOf } = readOnce(input);
  if (memory === undefined || keyOf === null) return make();
  const told = words || partsOf(input).textual !== 0 ? near.key() : null;
  const key = JSON.stringify([what, between, asOf, seed, draws, weights ?? null, keyOf.all(), told]);
  return JSON.parse(memory.words(key, () => JSON.stringify(make()))) as T;
}

const partsOf = (input: ScoreInput): PartWeights => ({ ...PART_WEIGHTS, ...input.weights?.parts });

/** The scope of that name. @throws Error where the codebook has none, with the names it has. */
export function scopeNamed(setting: Setting, id: string): Scope {
  const found = setting.scopes.find((s) => s.id === id);
  if (found !== undefined) return found;
  const names = setting.scopes.filter((s) => s.kind !== 'code').map((s) => s.id);
  throw new Error(`There is no scope '${id}': take a code or one of ${names.join(', ')}.`);
}
