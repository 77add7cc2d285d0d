import type { Alignment, ClauseAnnotation, CodedInstrument, ProvisionRef } from '../../model/index.js';
import { basicUnitOf, byEId } from '../../text/provisions.js';
import { type PairMemory, shortKey } from '../memory.js';
import { heard } from '../positions.js';
import type { Side } from '../sides/sides.js';

/** What alignment says about the sides' words. */
export interface Words {
  /** Similarity of the words behind a code in [0,1]: the best linked pair of articles; null where none could be compared. */
  readonly near: (left: Side, right: Side, code: string) => number | null;
  /** Whether any article of one instrument is linked with one of the other. */
  readonly linked: (left: string, right: string) => boolean;
  /** Changes with any similarity that there is, and with the article of any annotation. */
  readonly key: () => string;
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
  let key: string | null = null;
  const known = new Map<CodedInstrument, readonly string[]>();
  const unitsOf = (one: CodedInstrument): readonly string[] => {
    const units = known.get(one) ?? unitsOfAnnotated(one, memory);
    known.set(one, units);
    return units;
  };
  const placed = (one: CodedInstrument): string => `${one.instrument.metadata.id} ${unitsOf(one).join(' ')}`;
  return {
    near: (left, right, code) => {
      near ??= nearest(coded, alignments, unitsOf);
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
    key: () => {
      key ??= shortKey([...alignments.map(told), ...coded.map(placed)].join('\n'));
      return key;
    },
  };
}

const told = ({ left, right, parts }: Alignment): string =>
  right === null ? '' : `${refKey(left)} ${refKey(right)} ${parts.text}`;
const pairOf = (left: string, right: string) => `${left}\n${right}`;

/** A counterpart of an article, by its number, with the similarity of their words. */
interface Similar {
  readonly to: number;
  readonly text: number;
}

/** Articles are numbered: of all pairs of sides on all codes each is looked up thousands of times. */
function nearest(
  coded: readonly CodedInstrument[],
  alignments: readonly Alignment[],
  unitsOfLaw: (one: CodedInstrument) => readonly string[],
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
    const units = unitsOfLaw(one);
    for (const [at, a] of one.annotations.entries()) unitOf.set(a, numberOf(keyOf(id, units[at] ?? a.provision.eId)));
  }
  const similar: Similar[][] = [];
  const add = (from: number, to: number, text: number): void => {
    const row = similar[from] ?? [];
    similar[from] = row;
    row.push({ to, text });
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
  /** By article how near the side's own come to it under a code, 1 for these themselves: made once for all sides that it is compared with. */
  const reached = new WeakMap<Side, Map<string, ReadonlyMap<number, number>>>();
  const reachOf = (side: Side, code: string): ReadonlyMap<number, number> => {
    const byCode = reached.get(side) ?? new Map<string, ReadonlyMap<number, number>>();
    reached.set(side, byCode);
    const known = byCode.get(code);
    if (known !== undefined) return known;
    const own = unitsOf(side, code);
    const reach = new Map<number, number>();
    for (const unit of own) {
      for (const { to, text } of similar[unit] ?? []) reach.set(to, Math.max(reach.get(to) ?? 0, text));
    }
    for (const unit of own) reach.set(unit, 1);
    byCode.set(code, reach);
    return reach;
  };
  return (left, right, code) => {
    const reach = reachOf(left, code);
    let best: number | null = null;
    for (const unit of unitsOf(right, code)) {
      const text = reach.get(unit);
      if (text !== undefined && text > (best ?? -1)) best = text;
    }
    return best;
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
