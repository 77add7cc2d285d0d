import type { ClauseAnnotation, Codebook, Position } from '../model/index.js';
import type { Side } from './sides.js';

/** A coding below this is heard in the interval only, not in the stance: more likely wrong than right. */
export const HEARD = 0.5;

/** Where each side stands on each code of the codebook, sides in their order, codes in the codebook's. */
export function takePositions(sides: readonly Side[], codebook: Codebook): Position[] {
  return sides.flatMap((side) => codebook.codes.map((code) => takePosition(side, code.id)));
}

/** The annotations that count for a side's stance on a code, best first. */
export function heard(side: Side, code: string): readonly ClauseAnnotation[] {
  return (side.annotations.get(code) ?? []).filter((a) => a.confidence >= HEARD);
}

/** One hard rule makes a hard stance; a rule found counts as covered wherever it was found. */
export function takePosition(side: Side, code: string): Position {
  const found = heard(side, code);
  const seen = new Set<string>();
  return {
    side: side.id,
    code,
    stance:
      found.length > 0
        ? found.some((a) => a.force === 'hard')
          ? 'hard'
          : 'soft'
        : side.covers.has(code)
          ? 'absent'
          : 'not-covered',
    modalities: [...new Set(found.map((a) => a.modality))].sort(),
    addressees: [...new Set(found.map((a) => a.addressee))].sort(),
    forces: [...new Set(found.map((a) => a.force))].sort(),
    quantities: found.flatMap((a) => a.quantities),
    provisions: found.flatMap((a) => {
      const key = `${a.provision.instrument} ${a.provision.eId}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [a.provision];
    }),
    confidence: found.length === 0 ? 0 : found.reduce((sum, a) => sum + a.confidence, 0) / found.length,
  };
}
