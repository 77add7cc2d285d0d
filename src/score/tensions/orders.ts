import type { InstrumentMetadata } from '../../model/index.js';
import { binds, isTreaty } from '../sides/force.js';
import { isBound } from '../sides/unions.js';
import type { Pattern } from './patterns.js';

/** `US` of `US-CA`: a state's law and its federation's are one legal order here. */
const nation = (jurisdiction: string) => jurisdiction.split('-')[0] ?? jurisdiction;

/** Whom a pair of instruments sets at odds: empty where the two do not meet in the pattern's way. Archetypes meet archetypes only. */
export function partiesOf(
  left: InstrumentMetadata,
  right: InstrumentMetadata,
  between: Pattern['between'],
  asOf: string | null,
): readonly string[] {
  if (left.id === right.id || (left.kind === 'archetype') !== (right.kind === 'archetype')) return [];
  return between === 'commitment' ? committed(left, right, asOf) : foreign(left, right, asOf);
}

/** The makers of the law whom the treaty binds on the date towards others (a union's founding treaty is its own law). An archetype's law is held against every archetype's treaty. */
function committed(law: InstrumentMetadata, treaty: InstrumentMetadata, asOf: string | null): readonly string[] {
  if (law.kind === 'archetype') return law.jurisdictions.filter((j) => treaty.jurisdictions.includes(j));
  if (isTreaty(law.kind) || !isTreaty(treaty.kind)) return [];
  const isOwed = (j: string) => treaty.jurisdictions.some((other) => !isBound(other, [j], asOf) && nation(j) !== other);
  return law.jurisdictions
    .filter((j) => (binds(treaty, j, asOf) || binds(treaty, nation(j), asOf)) && isOwed(j))
    .sort();
}

function foreign(left: InstrumentMetadata, right: InstrumentMetadata, asOf: string | null): readonly string[] {
  if (isTreaty(left.kind) || isTreaty(right.kind)) return [];
  const isOneOrder = left.jurisdictions.some(
    (j) =>
      isBound(j, right.jurisdictions, asOf) ||
      right.jurisdictions.some((k) => isBound(k, [j], asOf) || nation(k) === nation(j)),
  );
  if (isOneOrder) return [];
  const names = [...new Set([...left.jurisdictions, ...right.jurisdictions])].sort();
  return names.length > 0 ? names : [left.id, right.id].sort();
}

/** The other parties of the treaty: those towards whom the commitment is owed. */
export function partnersOf(treaty: InstrumentMetadata, parties: readonly string[], asOf: string | null): string[] {
  return treaty.jurisdictions.filter((j) => !parties.includes(j) && binds(treaty, j, asOf));
}
