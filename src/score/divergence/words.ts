import type { Alignment, CodedInstrument, ProvisionRef } from '../../model/index.js';
import { basicUnitOf, byEId } from '../../text/provisions.js';
import { heard } from '../positions.js';
import type { Side } from '../sides/sides.js';

/** What alignment says about the sides' words. */
export interface Words {
  /** Similarity of the words behind a code in [0,1]: the best linked pair of articles; null where none could be compared. */
  readonly near: (left: Side, right: Side, code: string) => number | null;
  /** Whether any article of one instrument is linked with one of the other. */
  readonly linked: (left: string, right: string) => boolean;
}

/** The textual similarities that alignment found, looked up by the articles that hold the annotations. */
export function readWords(coded: readonly CodedInstrument[], alignments: readonly Alignment[]): Words {
  const similar = new Map<string, Map<string, number>>();
  const pairs = new Set<string>();
  const add = (from: string, to: string, text: number) => {
    const row = similar.get(from) ?? new Map<string, number>();
    row.set(to, Math.max(row.get(to) ?? 0, text));
    similar.set(from, row);
  };
  for (const { left, right, parts } of alignments) {
    if (right === null) continue;
    pairs.add(`${left.instrument}\n${right.instrument}`).add(`${right.instrument}\n${left.instrument}`);
    if (parts.text === null) continue;
    add(key(left), key(right), parts.text);
    add(key(right), key(left), parts.text);
  }
  const units = unitOfAnnotated(coded);
  const known = new WeakMap<Side, Map<string, ReadonlySet<string>>>();
  const unitsOf = (side: Side, code: string): ReadonlySet<string> => {
    const byCode = known.get(side) ?? new Map<string, ReadonlySet<string>>();
    known.set(side, byCode);
    const made = byCode.get(code) ?? new Set(heard(side, code).flatMap((a) => units.get(key(a.provision)) ?? []));
    byCode.set(code, made);
    return made;
  };
  return {
    near: (left, right, code) => {
      const theirs = unitsOf(right, code);
      let best: number | null = null;
      for (const unit of unitsOf(left, code)) {
        if (theirs.has(unit)) return 1;
        for (const [other, text] of similar.get(unit) ?? []) {
          if (theirs.has(other)) best = Math.max(best ?? 0, text);
        }
      }
      return best;
    },
    linked: (left, right) => pairs.has(`${left}\n${right}`),
  };
}

/** The article or section of each annotated provision. */
function unitOfAnnotated(coded: readonly CodedInstrument[]): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const { instrument, annotations } of coded) {
    const map = byEId(instrument);
    for (const { provision } of annotations) {
      const at = map.get(provision.eId);
      const unit = at === undefined ? null : basicUnitOf(instrument, at);
      units.set(key(provision), key({ instrument: provision.instrument, eId: unit?.eId ?? provision.eId }));
    }
  }
  return units;
}

const key = (r: ProvisionRef) => `${r.instrument} ${r.eId}`;
