import { MEANINGS } from '../../text/dictionary/index.js';
import { CONCEPTS } from '../../text/field/index.js';
import { ancestry, byEId } from '../../text/provisions.js';
import { childrenOf } from '../children.js';
import type { UnitProfile } from '../profile.js';
import type { Vector } from '../words/bags.js';
import { LEARNED } from './learned.js';
import { brought, type Matters, SHARES, type Signs, sharesOf, sort } from './sorting.js';

/**
 * How far the best paragraph of either unit is of the other's matters, [0,1]; 0 where neither has two paragraphs. An article that says
 * many things looks like none of its counterparts as a whole, and one of its paragraphs like each. The same with the sides swapped.
 */
export function partAccord(a: UnitProfile, b: UnitProfile, matters: Matters = LEARNED): number {
  return Math.max(best(partsOf(a, matters), b, matters), best(partsOf(b, matters), a, matters));
}

function best(parts: readonly Float32Array[], other: UnitProfile, matters: Matters): number {
  const whole = sort(other, matters)?.broad;
  if (whole === undefined) return 0;
  let most = 0;
  for (const part of parts) {
    let sum = 0;
    for (let k = 0; k < part.length; k++) sum += (part[k] ?? 0) * (whole[k] ?? 0);
    most = Math.max(most, sum);
  }
  return Math.min(1, Math.round(most * 1e7) / 1e7);
}

const known = new WeakMap<Matters, WeakMap<UnitProfile, readonly Float32Array[]>>();

/** The unit's paragraphs sorted into matters, as broadly as `sort` does; none where there are not two. */
function partsOf(unit: UnitProfile, matters: Matters): readonly Float32Array[] {
  const units = known.get(matters) ?? new WeakMap<UnitProfile, readonly Float32Array[]>();
  known.set(matters, units);
  const made = units.get(unit) ?? partSigns(unit).map((signs) => sharesOf(signs, matters));
  units.set(unit, made);
  return made;
}

const read = new WeakMap<UnitProfile, readonly Signs[]>();

/** The signs of each paragraph that gives any: its words, the dictionary's meanings in them, and its codes. */
function partSigns(unit: UnitProfile): readonly Signs[] {
  const held = read.get(unit);
  if (held !== undefined) return held;
  const children = childrenOf(unit.instrument, unit.unit);
  const codes = children.length < 2 ? new Map<string, ReadonlyMap<string, number>>() : codesOf(unit);
  const made =
    children.length < 2
      ? []
      : children.flatMap((child, n) => {
          const signs = brought([
            ...named(unit.views().parts[n]?.concepts ?? null, (row) => `whole ${CONCEPTS[row]?.id}`, SHARES.whole),
            ...named(unit.meanings()?.parts[n] ?? null, (row) => `word ${MEANINGS[row]}`, SHARES.meanings),
            ...brought([...(codes.get(child.eId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))).map(
              ([code, w]) => [`code ${code}`, w * SHARES.codes] as const,
            ),
          ]);
          return signs.length === 0 ? [] : [signs];
        });
  read.set(unit, made);
  return made;
}

function named(vector: Vector | null, name: (row: number) => string, share: number): Signs {
  return vector === null ? [] : [...vector.ids].map((row, n) => [name(row), (vector.weights[n] ?? 0) * share] as const);
}

/** For each paragraph (eId) of the unit the codes in it, weighed by how rare they are in the law. */
function codesOf(unit: UnitProfile): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const map = byEId(unit.instrument);
  const found = new Map<string, Map<string, number>>();
  for (const a of unit.annotations) {
    const place = map.get(a.provision.eId);
    const chain = place === undefined ? [] : ancestry(unit.instrument, place);
    const part = chain.find((p) => p.parent === unit.unit.eId);
    const sure = unit.codes.get(a.code) ?? 0;
    if (part === undefined || sure === 0) continue;
    const codes = found.get(part.eId) ?? new Map<string, number>();
    found.set(part.eId, codes);
    const weight = (a.confidence * (unit.codeWeights.get(a.code) ?? 0)) / sure;
    codes.set(a.code, Math.max(codes.get(a.code) ?? 0, weight));
  }
  return found;
}
