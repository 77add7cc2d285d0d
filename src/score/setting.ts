import type { Alignment, Codebook, CodedInstrument } from '../model/index.js';
import { drawSide } from './bootstrap/draws.js';
import { type Measured, measure } from './divergence/divergences.js';
import { type ElementsReader, elementsReader } from './divergence/elements.js';
import { readWords, type Words } from './divergence/words.js';
import type { PairMemory } from './memory.js';
import { makeScopes, PART_WEIGHTS, type PartWeights, type Scope, type WeightOverrides } from './scopes.js';
import { type CoveredText, complete, completeCoded } from './sides/force.js';
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
  readonly textual: readonly number[];
}

interface Made {
  readonly spoken: SpokenTogether;
  readonly measured: Map<string, Measured>;
}

/**
 * The setting of an input. `like` is one over the same texts and codebook: what does not depend on date or weights is not made again. Where `only` is
 * given, no other jurisdictions become sides.
 */
export function prepare(
  input: ScoreInput,
  like: Pick<Setting, 'words' | 'elements' | 'made'> | null = null,
  only: ReadonlySet<string> | null = null,
): Setting {
  const { codebook, seed, draws } = input;
  const coded = completeCoded(input.coded);
  const covered = input.covered.map(complete);
  const codes = codebook.codes.map((c) => c.id);
  const { elements, words } = like ?? readOnce(input, coded);
  const made = like?.made ?? { spoken: new Map(), measured: new Map() };
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
    parts: { ...PART_WEIGHTS, ...input.weights?.parts },
    coded,
    covered,
    sides: makeSides(coded, covered, codebook, input.between, input.asOf, made.spoken, only),
    words,
    elements,
    plain: (side) => measure(side, codes, elements, () => []),
    measured,
    figures: figuresOf(input, codes),
    made,
  };
}

interface ReadOf extends Pick<Setting, 'words' | 'elements'> {
  readonly alignments: ScoreInput['alignments'];
  readonly memory: PairMemory | null;
}

const readBefore = new WeakMap<readonly CodedInstrument[], ReadOf>();

/** What is read of the texts, the same for all that is reckoned from one list of them: a report draws a map, a series and the law of earlier days. */
function readOnce(input: ScoreInput, coded: readonly CodedInstrument[]): ReadOf {
  const { alignments, memory = null } = input;
  const before = readBefore.get(input.coded);
  if (before !== undefined && before.alignments === alignments && before.memory === memory) return before;
  const words = readWords(coded, alignments);
  const made: ReadOf = { alignments, memory, words, elements: elementsReader(coded, memory) };
  readBefore.set(input.coded, made);
  return made;
}

/** Figures read from the input's memory, by the keys of all texts that speak for the two sides. */
function figuresOf(
  { memory, between, seed, draws, weights }: ScoreInput,
  codes: readonly string[],
): Setting['figures'] {
  if (memory === undefined) return (_, __, make) => make();
  const known = new WeakMap<Measured, string>();
  const sideKey = (measured: Measured): string => {
    const { id, texts } = measured.side;
    const key = known.get(measured) ?? [id, ...texts.map(memory.keyOf)].join(' ');
    known.set(measured, key);
    return key;
  };
  const common = [between, seed, draws, JSON.stringify(weights ?? null), ...codes].join(' ');
  return (what, { left, right, textual }, make) =>
    memory.figures([what, common, sideKey(left), sideKey(right), ...textual].join('\n'), make);
}

/** The scope of that name. @throws Error where the codebook has none, with the names it has. */
export function scopeNamed(setting: Setting, id: string): Scope {
  const found = setting.scopes.find((s) => s.id === id);
  if (found !== undefined) return found;
  const names = setting.scopes.filter((s) => s.kind !== 'code').map((s) => s.id);
  throw new Error(`There is no scope '${id}': take a code or one of ${names.join(', ')}.`);
}
