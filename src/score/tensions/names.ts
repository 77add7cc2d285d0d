import type { InstrumentMetadata, ProvisionRef } from '../../model/index.js';
import { isTreaty } from '../sides/force.js';
import { treatyOf } from '../sides/parties.js';
import type { Law } from './clauses.js';

/** How sentences name instruments, pinpoints and parties. */
export interface Names {
  /** `GDPR 48`: the shortest name of the instrument and the pinpoint. */
  readonly cite: (ref: ProvisionRef) => string;
  /** Whose law the provision is: `European Union`; the instrument's name for archetypes without jurisdiction. */
  readonly holder: (ref: ProvisionRef) => string;
  /** `, which binds Viet Nam from 2019-01-14 through the CPTPP (art. 1),` for a treaty; '' for a law. */
  readonly binding: (ref: ProvisionRef, parties: readonly string[]) => string;
}

let regions: Intl.DisplayNames | null = null;

/** The English name of a jurisdiction's code; the code itself for parts of states and for codes that are no regions. */
export function jurisdictionName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code) || /^X/.test(code)) return code;
  regions ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  return regions.of(code) ?? code;
}

/** Names over the instruments given; what is not among them is called by its id. */
export function namesOf(laws: readonly Law[]): Names {
  const known = new Map(laws.map((law) => [law.instrument.metadata.id, law]));
  const meta = (ref: ProvisionRef): InstrumentMetadata | null => known.get(ref.instrument)?.instrument.metadata ?? null;
  return {
    cite: (ref) => {
      const pinpoint = known.get(ref.instrument)?.clauses.citations.get(ref.eId);
      return `${shortName(meta(ref), ref.instrument)} ${pinpoint ?? ref.eId}`;
    },
    holder: (ref) => meta(ref)?.jurisdictions.map(jurisdictionName).join(', ') || shortName(meta(ref), ref.instrument),
    binding: (ref, parties) => {
      const m = meta(ref);
      if (m === null || !isTreaty(m.kind)) return '';
      const treaty = treatyOf(m.id);
      const [party] = parties;
      const since = party === undefined ? null : (treaty?.parties[party] ?? (treaty === null ? m.inForce : null));
      const through = treaty?.through == null ? '' : ` through ${treaty.through}`;
      if (since === null && through === '') return '';
      return `, which binds ${parties.map(jurisdictionName).join(' and ')}${since === null ? '' : ` from ${since}`}${through},`;
    },
  };
}

/**
 * The name a scholar would know the law by: an alias of three letters or more that is more than the title's capitals put together, unless the
 * law has none; else the title up to its first bracket.
 */
function shortName(metadata: InstrumentMetadata | null, id: string): string {
  if (metadata === null) return id;
  const { aliases, title, guessed } = metadata;
  const isGuess = guessed.includes('aliases') || isTreaty(metadata.kind);
  const alias = aliases.find((a) => a.length >= 3 && (!isGuess || title.includes(a)));
  return alias ?? (title.split(/\s*[(（]/u)[0] || title);
}
