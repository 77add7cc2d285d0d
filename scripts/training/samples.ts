import { articleOf, type GoldInstrument } from '../../bench/gold.js';
import { groupByCode, reader } from '../../src/annotate/cues.js';
import { cueFeatures, type Features, unitFeatures } from '../../src/annotate/features.js';
import { fieldOf } from '../../src/annotate/field.js';
import { readableUnits } from '../../src/annotate/units.js';
import type { Codebook } from '../../src/model/index.js';

/** Features as parallel arrays of indexes and values. */
export interface Vector {
  readonly at: Int32Array;
  readonly value: Float64Array;
}

/** One unit of a gold instrument, ready to learn from. */
export interface Sample {
  readonly instrument: string;
  readonly eId: string;
  readonly article: string;
  readonly unit: Vector;
  /** Cue features of the codes whose cues fired. */
  readonly cues: ReadonlyMap<string, Vector>;
  readonly codes: ReadonlySet<string>;
  /** Codes of which a cue fired in the unit's own words. */
  readonly stated: ReadonlySet<string>;
}

/** Feature names ↔ indexes, in order of first sight. */
export class Vocabulary {
  readonly #index = new Map<string, number>();
  readonly names: string[] = [];

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

/** Every readable unit of the gold instruments with its features and gold codes. */
export function samplesOf(gold: readonly GoldInstrument[], codebook: Codebook, vocabulary: Vocabulary): Sample[] {
  return gold.flatMap(({ id, instrument, rows }) => {
    const read = reader(codebook, instrument.metadata.language.slice(0, 2));
    const field = fieldOf(instrument);
    const codes = new Map<string, Set<string>>();
    for (const row of rows) for (const eId of row.eIds) codes.set(eId, (codes.get(eId) ?? new Set()).add(row.code));
    return readableUnits(instrument).map((unit) => {
      const firings = read(unit);
      const around = field(unit.provision);
      const groups = groupByCode(firings);
      return {
        instrument: id,
        eId: unit.provision.eId,
        article: articleOf(instrument, unit.provision),
        unit: vocabulary.vector(unitFeatures(unit, firings, around, kindOf(id))),
        cues: new Map([...groups.keys()].map((c) => [c, vocabulary.vector(cueFeatures(c, firings, around))])),
        codes: codes.get(unit.provision.eId) ?? new Set<string>(),
        stated: new Set(
          [...groups].filter(([, f]) => f.some((x) => x.where === 'own' && x.evidence.weight > 0)).map(([c]) => c),
        ),
      };
    });
  });
}

function kindOf(id: string): string {
  return id.startsWith('tota/') || id === 'archetype/free-flow' ? 'agreement' : 'statute';
}
