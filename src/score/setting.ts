import type { Alignment, Codebook, CodedInstrument } from '../model/index.js';
import { drawSide } from './bootstrap/draws.js';
import { type Measured, measure, textualDistances } from './divergence/divergences.js';
import type { ElementsReader } from './divergence/elements.js';
import type { Words } from './divergence/words.js';
import type { TextKeys } from './keys.js';
import { type PairMemory, shortKey } from './memory.js';
import { readOnce } from './reading.js';
import { makeScopes, PART_WEIGHTS, type PartWeights, type Scope, type WeightOverrides } from './scopes.js';
import type { CoveredText } from './sides/force.js';
import { makeSides, type Side, type SpokenBefore } from './sides/sides.js';

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
  /** How far the words of two sides are apart on every code; see `textualDistances`. */
  readonly textual: (left: Measured, right: Measured) => readonly number[];
  /** The figures of a pair, made or remembered; `what` tells which, with all that they depend on beside the two sides and words that weigh something. */
  readonly figures: (what: string, left: Measured, right: Measured, make: () => Float64Array) => Float64Array;
  /** What was made so far and holds on other days too: a side is the same while the same texts speak for it. */
  readonly made: Made;
}

interface Made {
  readonly spoken: SpokenBefore;
  readonly measured: Map<string, Measured>;
  readonly textual: WeakMap<Measured, WeakMap<Measured, readonly number[]>>;
}

/** Nothing made so far, for settings of several days to share. */
export const madeOnce = (): Made => ({
  spoken: { together: new Map(), shown: new Map() },
  measured: new Map(),
  textual: new WeakMap(),
});

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
  const textual = (left: Measured, right: Measured): readonly number[] => {
    const row = made.textual.get(left) ?? new WeakMap<Measured, readonly number[]>();
    made.textual.set(left, row);
    const known = row.get(right) ?? textualDistances(left, right, codes, words.near);
    row.set(right, known);
    return known;
  };
  const parts = partsOf(input);
  return {
    codes,
    scopes: makeScopes(codebook, input.weights),
    parts,
    coded,
    covered,
    sides: makeSides(coded, covered, codebook, input.between, input.asOf, made.spoken, only),
    words,
    elements,
    plain: (side) => measure(side, codes, elements, () => []),
    measured,
    textual,
    figures: figuresOf(input, codes, keyOf, parts.textual === 0 ? null : textual),
    made,
  };
}

/** Figures read from the input's memory, by what all texts say that speak for the two sides; `textual` is null where words weigh nothing. */
function figuresOf(
  { memory, between, seed, draws, weights }: ScoreInput,
  codes: readonly string[],
  keyOf: TextKeys | null,
  textual: Setting['textual'] | null,
): Setting['figures'] {
  if (memory === undefined || keyOf === null) return (_, __, ___, make) => make();
  const known = new WeakMap<Measured, string>();
  const sideKey = (measured: Measured): string => {
    const { id, texts } = measured.side;
    const key = known.get(measured) ?? shortKey([id, ...texts.map(keyOf.of)].join(' '));
    known.set(measured, key);
    return key;
  };
  const common = shortKey([between, seed, draws, JSON.stringify(weights ?? null), ...codes].join(' '));
  const words = (left: Measured, right: Measured): string => (textual === null ? '' : textual(left, right).join(' '));
  return (what, left, right, make) =>
    memory.figures(`${what} ${common} ${sideKey(left)} ${sideKey(right)} ${words(left, right)}`, make);
}

/** What is reckoned from all texts, such as a map, taken up whole where nothing changed that it is reckoned from; `words` tells whether their words are. */
export function takenUp<T extends object>(input: ScoreInput, what: string, words: boolean, make: () => T): T {
  const { memory, weights, between, asOf, seed, draws } = input;
  const { words: near, keyOf } = readOnce(input);
  if (memory === undefined || keyOf === null) return make();
  const told = words || partsOf(input).textual !== 0 ? near.key() : null;
  const key = JSON.stringify([what, between, asOf, seed, draws, weights ?? null, keyOf.all(), told]);
  let fresh: T | null = null;
  const text = memory.words(key, () => {
    fresh = make();
    return JSON.stringify(fresh);
  });
  return fresh ?? (JSON.parse(text) as T);
}

const partsOf = (input: ScoreInput): PartWeights => ({ ...PART_WEIGHTS, ...input.weights?.parts });

/** The scope of that name. @throws Error where the codebook has none, with the names it has. */
export function scopeNamed(setting: Setting, id: string): Scope {
  const found = setting.scopes.find((s) => s.id === id);
  if (found !== undefined) return found;
  const names = setting.scopes.filter((s) => s.kind !== 'code').map((s) => s.id);
  throw new Error(`There is no scope '${id}': take a code or one of ${names.join(', ')}.`);
}
