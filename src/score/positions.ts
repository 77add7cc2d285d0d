import type { ClauseAnnotation, Codebook, Position, ProvisionRef } from '../model/index.js';
import { HEARD, type Side } from './sides/sides.js';

/** Where each side stands on each code of the codebook, sides in their order, codes in the codebook's. */
export function takePositions(sides: readonly Side[], codebook: Codebook): Position[] {
  return sides.flatMap((side) => codebook.codes.map((code) => takePosition(side, code.id)));
}

/** The annotations that count for a side's stance on a code, best first. */
export function heard(side: Side, code: string): readonly ClauseAnnotation[] {
  return (side.annotations.get(code) ?? []).filter((a) => a.confidence >= HEARD);
}

/**
 * One hard rule makes a hard stance; a rule found counts as covered wherever it was found. Not in force: only a text that is no law
 * on the date has the rule; its provisions are then those of that text.
 */
export function takePosition(side: Side, code: string): Position {
  const found = heard(side, code);
  const [first] = found;
  if (first === undefined) return unheard(side, code);
  return {
    side: side.id,
    code,
    stance: found.some((a) => a.force === 'hard') ? 'hard' : 'soft',
    modalities: [...new Set(found.map((a) => a.modality))].sort(),
    addressees: [...new Set(found.map((a) => a.addressee))].sort(),
    forces: [...new Set(found.map((a) => a.force))].sort(),
    quantities: found.flatMap((a) => a.quantities),
    provisions: each(found.map((a) => a.provision)),
    confidence: found.reduce((sum, a) => sum + a.confidence, 0) / found.length,
  };
}

function unheard(side: Side, code: string): Position {
  const asleep = side.dormant.get(code);
  return {
    side: side.id,
    code,
    stance: asleep !== undefined ? 'not-in-force' : side.covers.has(code) ? 'absent' : 'not-covered',
    modalities: [],
    addressees: [],
    forces: [],
    quantities: [],
    provisions: each(asleep ?? []),
    confidence: 0,
  };
}

/** The provisions, each once. */
function each(provisions: readonly ProvisionRef[]): readonly ProvisionRef[] {
  const seen = new Set<string>();
  return provisions.filter((p) => {
    const key = `${p.instrument} ${p.eId}`;
    return !seen.has(key) && seen.add(key);
  });
}
