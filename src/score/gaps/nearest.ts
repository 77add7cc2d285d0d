import type { ClauseAnnotation, CodedInstrument, ProvisionRef } from '../../model/index.js';
import { basicUnitOf, byEId } from '../../text/provisions.js';
import { heard } from '../positions.js';
import type { ScoreInput } from '../setting.js';
import type { Side } from '../sides/sides.js';
import type { Gap } from './gaps.js';

/** Where a side comes nearest to a benchmark's rule: an article aligned with it, else its own rule on the code, else on the family. */
export function nearestOwn(
  benchmark: readonly ClauseAnnotation[],
  own: readonly ClauseAnnotation[],
  side: Side,
  code: string,
  input: ScoreInput,
): Pick<Gap, 'nearest' | 'nearestBy'> {
  const aligned = bestAligned(benchmark, side, input);
  const [first] = own;
  if (first !== undefined) return { nearest: first.provision, nearestBy: 'code' };
  if (aligned !== null) return { nearest: aligned, nearestBy: 'alignment' };
  const family = `${code.split('.')[0]}.`;
  const kin = [...side.annotations.keys()]
    .filter((c) => c.startsWith(family))
    .flatMap((c) => heard(side, c))
    .sort((a, b) => b.confidence - a.confidence)[0];
  return kin === undefined ? { nearest: null, nearestBy: null } : { nearest: kin.provision, nearestBy: 'family' };
}

function bestAligned(benchmark: readonly ClauseAnnotation[], side: Side, input: ScoreInput): ProvisionRef | null {
  const byId = new Map(input.coded.map((c) => [c.instrument.metadata.id, c]));
  const units = new Set(benchmark.map((a) => unitKey(a.provision, byId.get(a.provision.instrument))));
  const texts = new Set(side.texts);
  let best: ProvisionRef | null = null;
  let top = 0;
  for (const { left, right, score } of input.alignments) {
    if (right === null || score <= top) continue;
    const other = units.has(key(left)) ? right : units.has(key(right)) ? left : null;
    if (other === null || !texts.has(other.instrument)) continue;
    best = other;
    top = score;
  }
  return best;
}

function unitKey(ref: ProvisionRef, holder: CodedInstrument | undefined): string {
  const at = holder === undefined ? undefined : byEId(holder.instrument).get(ref.eId);
  const unit = at === undefined || holder === undefined ? null : basicUnitOf(holder.instrument, at);
  return key({ instrument: ref.instrument, eId: unit?.eId ?? ref.eId });
}

const key = (r: ProvisionRef) => `${r.instrument} ${r.eId}`;
