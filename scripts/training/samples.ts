import type { GoldInstrument } from '../../bench/gold.js';
import { groupByCode, reader, speaks } from '../../src/annotate/cues.js';
import { cueFeatures, type Features, kindOf, unitFeatures } from '../../src/annotate/ranker/features.js';
import { fieldOf, isHeard } from '../../src/annotate/ranker/field.js';
import { cueSigns, unitSigns } from '../../src/annotate/ranker/signs.js';
import { surroundingsOf } from '../../src/annotate/surroundings.js';
import { readableUnits, type Unit } from '../../src/annotate/units.js';
import type { Codebook, Instrument, Provision } from '../../src/model/index.js';

/** Features as parallel arrays of indexes and values. */
export interface Vector {
  readonly at: Int32Array;
  readonly value: Float64Array;
}

/** One unit of a gold instrument, ready to learn from. */
export interface Sample {
  readonly id: string;
  /** What is left out together. */
  readonly group: string;
  readonly instrument: Instrument;
  readonly provision: Provision;
  readonly unit: Vector;
  /** Cue features of the codes whose cues fired. */
  readonly cues: ReadonlyMap<string, Vector>;
  /** What the trees are told of the unit, and of the cues of the codes whose cues fired. */
  readonly signs: { readonly unit: Float64Array; readonly cues: ReadonlyMap<string, Float64Array> };
  readonly codes: ReadonlySet<string>;
  /** False where the coder leaves the unit alone, whatever readers coded. */
  readonly isHeard: boolean;
  /** How many units this one stands for. */
  readonly weight: number;
  /** Codes of which a cue fired in the unit's own words. */
  readonly stated: ReadonlySet<string>;
}

/** Feature names ↔ indexes, in order of first sight. */
export class Vocabulary {
  readonly #index = new Map<string, number>();
  readonly names: string[] = [];

  /** Forgets the names that are not kept and numbers the others anew, without gaps; answers with the new numbers, -1 for what went. */
  keep(isKept: (i: number) => boolean): Int32Array {
    const numbers = new Int32Array(this.names.length).fill(-1);
    const names = this.names.filter((_, i) => isKept(i));
    names.forEach((name, i) => {
      numbers[this.#index.get(name) ?? 0] = i;
    });
    this.#index.clear();
    names.forEach((name, i) => {
      this.#index.set(name, i);
    });
    this.names.splice(0, this.names.length);
    for (const name of names) this.names.push(name);
    return numbers;
  }

  vector(features: Features): Vector {
    const at = new Int32Array(features.size);
    const value = new Float64Array(features.size);
    let i = 0;
    for (const [name, v] of features) {
      let index = this.#index.get(name);
      if (index === undefined) {
        index = this.names.length;
        this.#index.set(name, index);
        this.names.push(name);
      }
      at[i] = index;
      value[i] = v;
      i += 1;
    }
    return { at, value };
  }
}

/** Features of a unit seen in fewer instruments than this tell texts apart, not rules: they are not learnt from. */
const LEAST_INSTRUMENTS = 2;
/** … and in fewer units than this, nothing certain. */
const LEAST_UNITS = 3;

/** Of the units of a text that is only learnt from, in articles without a word of the field, one in so many stands for all. */
const DRY_SHARE = 4;

/** Imitations are few and were written to be clear: each counts twice (English micro-F1 0.791 → 0.797, eight folds). */
const IMITATION_WEIGHT = 2;
const isImitation = (id: string): boolean => /^(?:exemplar|archetype)\//u.test(id);

/** Every readable unit of the gold instruments with its features and gold codes. */
export function samplesOf(gold: readonly GoldInstrument[], codebook: Codebook, vocabulary: Vocabulary): Sample[] {
  const samples = gold.flatMap(({ id, group, instrument, rows, unread }) => {
    const language = instrument.metadata.language.slice(0, 2);
    const read = reader(codebook, language);
    const field = fieldOf(instrument);
    const surroundings = surroundingsOf(instrument);
    const codes = new Map<string, Set<string>>();
    const units = readableUnits(instrument);
    const carrier = carriers(units);
    for (const row of rows)
      for (const eId of row.eIds.map(carrier)) codes.set(eId, (codes.get(eId) ?? new Set()).add(row.code));
    return units.flatMap((unit, i): Sample[] => {
      const firings = read(unit);
      const coded = codes.get(unit.provision.eId) ?? new Set<string>();
      const around = field(unit.provision);
      const isWeighed = isHeard(speaks(firings), kindOf(instrument), around);
      if ((!isWeighed && coded.size === 0) || unread?.has(unit.provision.eId) === true) return [];
      const isDry = unread !== undefined && coded.size === 0 && around.article === 0;
      if (isDry && i % DRY_SHARE !== 0) return [];
      const groups = groupByCode(firings);
      const features = unitFeatures(unit, surroundings(unit), around, kindOf(instrument), language);
      const ofCues = new Map([...groups.keys()].map((c) => [c, cueFeatures(c, firings, around, features)] as const));
      return [
        {
          id,
          group,
          instrument,
          provision: unit.provision,
          unit: vocabulary.vector(features),
          cues: new Map([...ofCues].map(([c, f]) => [c, vocabulary.vector(f)])),
          signs: { unit: unitSigns(features), cues: new Map([...ofCues].map(([c, f]) => [c, cueSigns(f)])) },
          codes: coded,
          weight: (isDry ? DRY_SHARE : 1) * (isImitation(id) ? IMITATION_WEIGHT : 1),
          isHeard: isWeighed,
          stated: new Set(
            [...groups].filter(([, f]) => f.some((x) => x.where === 'own' && x.evidence.weight > 0)).map(([c]) => c),
          ),
        },
      ];
    });
  });
  return withoutRare(samples, vocabulary);
}

/**
 * A function that gives the unit a code is learnt at: a provision without words of its own (an article whose unnumbered paragraphs hold
 * them) hands its code to the first unit below it, which would else teach the contrary.
 */
function carriers(units: readonly Unit[]): (eId: string) => string {
  const known = new Set(units.map(({ provision }) => provision.eId));
  return (eId) =>
    known.has(eId) ? eId : (units.find(({ provision }) => provision.eId.startsWith(`${eId}__`))?.provision.eId ?? eId);
}

/** Leaves rare features out, and gives the others numbers without gaps: a learner's tables then stay small enough to be fast. */
function withoutRare(samples: readonly Sample[], vocabulary: Vocabulary): Sample[] {
  const size = vocabulary.names.length;
  const units = new Int32Array(size);
  const instruments = new Int32Array(size);
  const last: (string | undefined)[] = new Array(size);
  for (const { id, unit, cues } of samples)
    for (const vector of [unit, ...cues.values()])
      for (const i of vector.at) {
        units[i] = (units[i] ?? 0) + 1;
        if (last[i] !== id) instruments[i] = (instruments[i] ?? 0) + 1;
        last[i] = id;
      }
  const numbers = vocabulary.keep((i) => (units[i] ?? 0) >= LEAST_UNITS && (instruments[i] ?? 0) >= LEAST_INSTRUMENTS);
  const pruned = ({ at, value }: Vector): Vector => {
    const isKept = (i: number): boolean => (numbers[i] ?? -1) >= 0;
    return { at: at.filter(isKept).map((i) => numbers[i] ?? 0), value: value.filter((_, j) => isKept(at[j] ?? 0)) };
  };
  return samples.map((sample) => ({
    ...sample,
    unit: pruned(sample.unit),
    cues: new Map([...sample.cues].map(([code, vector]) => [code, pruned(vector)])),
  }));
}
