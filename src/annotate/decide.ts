import type { Instrument, Provision } from '../model/index.js';
import { ancestry } from '../text/provisions.js';

/** A unit's claim to a code, before the claims of one article are weighed against each other. */
export interface Claim {
  readonly provision: Provision;
  readonly code: string;
  readonly confidence: number;
  /** True where the unit's own words speak for the code, not only headings or the words that introduce it. */
  readonly stated: boolean;
}

/**
 * The claims that stand: the smallest unit that states the rule carries the code, so an enclosing unit gives way to a unit
 * inside it whose own words speak for the same code. Order is kept.
 */
export function smallest<C extends Claim>(instrument: Instrument, claims: readonly C[]): C[] {
  const outdone = new Set<string>();
  for (const claim of claims) {
    if (!claim.stated) continue;
    for (const above of ancestry(instrument, claim.provision).slice(1)) outdone.add(`${above.eId} ${claim.code}`);
  }
  return claims.filter((c) => !outdone.has(`${c.provision.eId} ${c.code}`));
}
