import type { Alignment, ClauseAnnotation, CodedInstrument, ProvisionRef } from '../../model/index.js';
import { basicUnitOf, byEId } from '../../text/provisions.js';
import type { PairMemory } from '../memory.js';
import { heard } from '../positions.js';
import type { Side } from '../sides/sides.js';

/** What alignment says about the sides' words. */
export interface Words {
  /** Similarity of the words behind a code in [0,1]: the best linked pair of articles; null where none could be compared. */
  readonly near: (left: Side, right: Side, code: string) => number | null;
  /** Whether any article of one instrument is linked with one of the other. */
  readonly linked: (left: string, right: string) => boolean;
}

/**
 * The textual similarities that alignment found, looked up by the articles that hold the annotations. Nothing is read before it is asked for; with a
 * memory the articles of laws that are as they were are not looked for again.
 */
export function readWords(
  coded: readonly CodedInstrument[],
  alignments: readonly Alignment[],
  memory: PairMemory | null = null,
): Words {
  let near: Words['near'] | null = null;
  let pairs: ReadonlySet<string> | null = null;
  return {
    near: (left, right, code) => {
      near ??= nearest(coded, alignments, memory);
      return near(left, right, code);
    },
    linked: (left, right) => {
      pairs ??= new Set(
        alignments.flatMap((a) =>
          a.right === null
            ? []
            : [pairOf(a.left.instrument, a.right.instrument), pairOf(a.right.instrument, a.left.instrument)],
        ),
      );
      return pairs.has(pairOf(left, right));
    },
  };
}

const pairOf = (left: string, right: string) => `${left}\n${right}`;

/** An article's counterparts with their similarities. */
interface Similar {
  readonly units: number[];
  readonly texts: number[];
}

/** Articles are numbered: of all pairs of sides on all codes each is looked up thousands of times. */
function nearest(
  coded: readonly CodedInstrument[],
  alignments: readonly Alignment[],
  memory: PairMemory | null,
): Words['near'] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const unitOf = new Map<ClauseAnnotation, number>();
  for (const one of coded) {
    const { id } = one.instrument.metadata;
    const units = unitsOfAnnotated(one, memory);
    for (const [at, a] of one.annotations.entries()) unitOf.set(a, numberOf(keyOf(id, units[at] ?? a.provision.eId)));
  }
  const similar: Similar[] = [];
  const add = (from: number, to: number, text: number): void => {
    const row = similar[from] ?? { units: [], texts: [] };
    similar[from] = row;
    row.units.push(to);
    row.texts.push(text);
  };
  for (const { left, right, parts } of alignments) {
    if (right === null || parts.text === null) continue;
    const [one, other] = [numberOf(refKey(left)), numberOf(refKey(right))];
    add(one, other, parts.text);
    add(other, one, parts.text);
  }
  const known = new WeakMap<Side, Map<string, readonly number[]>>();
  const unitsOf = (side: Side, code: string): readonly number[] => {
    const byCode = known.get(side) ?? new Map<string, readonly number[]>();
    known.set(side, byCode);
    const made = byCode.get(code) ?? [...new Set(heard(side, code).flatMap((a) => unitOf.get(a) ?? []))];
    byCode.set(code, made);
    return made;
  };
  const marked = new Int32Array(numbers.size);
  let turn = 0;
  return (left, right, code) => {
    turn++;
    for (const unit of unitsOf(right, code)) marked[unit] = turn;
    let best = -1;
    for (const unit of unitsOf(left, code)) {
      if (marked[unit] === turn) return 1;
      const row = similar[unit];
      if (row === undefined) continue;
      for (let n = 0; n < row.units.length; n++) {
        const text = row.texts[n] ?? 0;
        if (text > best && marked[row.units[n] ?? 0] === turn) best = text;
      }
    }
    return best < 0 ? null : best;
  };
}

/** The eId of the article or section of each annotation of a law, in their order. */
function unitsOfAnnotated({ instrument, annotations }: CodedInstrument, memory: PairMemory | null): readonly string[] {
  const find = (): readonly string[] => {
    const map = byEId(instrument);
    return annotations.map(({ provision: { eId } }) => {
      const at = map.get(eId);
      return (at === undefined ? null : basicUnitOf(instrument, at)?.eId) ?? eId;
    });
  };
  if (memory === null) return find();
  const key = `units\n${memory.keyOf(instrument.metadata.id)}`;
  return JSON.parse(memory.words(key, () => JSON.stringify(find()))) as readonly string[];
}

const keyOf = (instrument: string, eId: string) => `${instrument} ${eId}`;
const refKey = (r: ProvisionRef) => keyOf(r.instrument, r.eId);
