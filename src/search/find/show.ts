import type {
  Alignment,
  ClauseAnnotation,
  Excerpt,
  InstrumentMetadata,
  Provision,
  ProvisionRef,
  SearchPort,
} from '../../model/index.js';
import { ancestry, byEId, wordsIn } from '../../text/provisions.js';
import { type CitedProvision, resolveCitation } from '../cite/citation.js';
import { divisionIn, standingIn } from '../cite/divisions.js';
import { twinsOf } from './twins.js';

/** What showing a provision needs beside search. */
export interface ShowPort extends SearchPort {
  alignments(left: ProvisionRef): readonly Alignment[];
}

/** A provision with everything the study says of it. `text` is its words as printed. */
export interface ShownProvision {
  readonly metadata: InstrumentMetadata;
  readonly provision: Provision;
  /** Numbers and headings above it, outermost first. */
  readonly path: readonly string[];
  readonly text: string;
  /** How the other provisions are cited that print the same number in the same place (`3[2]` beside `3`), in document order. */
  readonly twins: readonly string[];
  readonly annotations: readonly ClauseAnnotation[];
  /** Comparable provisions elsewhere, of the provision itself and of the units around it, nearest unit first. */
  readonly counterparts: readonly Alignment[];
}

const MOST_COUNTERPARTS = 8;

/**
 * The first reading of a citation that the study holds, with its excerpt: a provision, or a whole chapter ('GDPR chapter V'); one within an annex (`8.84` for
 * `Annex.8.84`) only where none is exact. Otherwise what the citation most likely meant, undefined where no instrument fits.
 */
export function locate(
  typed: string,
  index: SearchPort,
): { readonly excerpt: Excerpt; readonly provision: Provision } | { readonly missing: CitedProvision | undefined } {
  const division = divisionIn(typed, index.instruments());
  if (division !== null) {
    for (const id of division.laws) {
      const [first] = standingIn(index.passages(id), division);
      const held = first === undefined ? null : heldAt(id, first.division, index);
      if (held !== null) return held;
    }
    const [instrument] = division.laws;
    if (!division.isDoubtful)
      return { missing: instrument === undefined ? undefined : { instrument, citation: division.label } };
  }
  const candidates = resolveCitation(typed, index.instruments());
  for (const isExact of [true, false])
    for (const { instrument: id, citation } of candidates) {
      if (citation === null) continue;
      const [eId] = isExact ? index.cited(id, citation) : index.citedWithin(id, citation);
      const held = eId === undefined ? null : heldAt(id, eId, index);
      if (held !== null) return held;
    }
  return { missing: candidates[0] };
}

function heldAt(instrument: string, eId: string, index: SearchPort): { excerpt: Excerpt; provision: Provision } | null {
  const excerpt = index.excerpt({ instrument, eId });
  const provision = excerpt === null ? undefined : byEId(excerpt).get(eId);
  return excerpt === null || provision === undefined ? null : { excerpt, provision };
}

/** Everything the study says of the cited provision; null where it holds none cited so. */
export function showProvision(typed: string, index: ShowPort): ShownProvision | null {
  const located = locate(typed, index);
  if ('missing' in located) return null;
  const { excerpt, provision } = located;
  const { id } = excerpt.metadata;
  const isInside = (eId: string): boolean => {
    const p = byEId(excerpt).get(eId);
    return p !== undefined && p.span.start >= provision.span.start && p.span.end <= provision.span.end;
  };
  const above = ancestry(excerpt, provision);
  return {
    metadata: excerpt.metadata,
    provision,
    path: above
      .slice(1)
      .reverse()
      .map((p) => [p.num, p.heading].filter((x) => x !== null).join(' '))
      .filter((x) => x !== ''),
    text: wordsIn(excerpt, provision.span),
    twins: twinsOf(id, provision.citation, index).map((t) => t.citation),
    annotations: index.annotations({ instrument: id }).filter((a) => isInside(a.provision.eId)),
    counterparts: above
      .flatMap((p) => index.alignments({ instrument: id, eId: p.eId }))
      .filter((a) => a.right !== null)
      .slice(0, MOST_COUNTERPARTS),
  };
}
