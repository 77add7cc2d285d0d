import type { Excerpt, IndexHit, Provision, SearchPort } from '../../model/index.js';
import { ancestry, basicUnitOf, byEId } from '../../text/provisions.js';
import { mayCite, resolveCitation } from '../cite/citation.js';
import { twinsOf } from './twins.js';

/** More readings than this make no citation; a common name such as 'DPA 5' has a handful. */
export const MOST_CITED = 12;

/** The provision a citation means, as a hit, with its words. */
export interface CitedHit {
  readonly hit: IndexHit;
  readonly excerpt: Excerpt;
}

/**
 * The provisions that a text cites, best first, of those the study holds; [] where it is no citation. A pinpoint that stands
 * in an annex (`8.84` for `Annex.8.84`) is found where no provision is cited exactly so.
 */
export function citedHits(text: string, index: SearchPort): CitedHit[] {
  if (!mayCite(text)) return [];
  const readings = resolveCitation(text, index.instruments()).filter((r) => r.citation !== null);
  const exact = readings.flatMap(({ instrument, citation }) => [
    ...located(instrument, index.cited(instrument, citation ?? '')[0]),
    ...twinsOf(instrument, citation, index).map(({ eId }) => ({ instrument, eId })),
  ]);
  const refs =
    exact.length > 0
      ? exact
      : readings.flatMap((r) => located(r.instrument, index.citedWithin(r.instrument, r.citation ?? '')[0]));
  return refs.slice(0, MOST_CITED).flatMap((ref, place) => hitAt(ref, place, index) ?? []);
}

function located(instrument: string, eId: string | undefined): { instrument: string; eId: string }[] {
  return eId === undefined ? [] : [{ instrument, eId }];
}

function hitAt(ref: { instrument: string; eId: string }, place: number, index: SearchPort): CitedHit | null {
  const excerpt = index.excerpt(ref);
  const provision = excerpt === null ? undefined : byEId(excerpt).get(ref.eId);
  if (excerpt === null || provision === undefined) return null;
  const { metadata } = excerpt;
  const inside = new Set(excerpt.provisions.filter((p) => isWithin(p, provision)).map((p) => p.eId));
  const codings = index.annotations({ instrument: ref.instrument }).filter((a) => inside.has(a.provision.eId));
  const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
  const above = ancestry(excerpt, provision).slice(1).reverse();
  return {
    excerpt,
    hit: {
      ...ref,
      citation: provision.citation,
      title: metadata.title,
      aliases: metadata.aliases,
      context: above.flatMap((p) => (p.heading === null ? [] : [p.heading])).join(' › '),
      heading: provision.heading ?? basicUnitOf(excerpt, provision)?.heading ?? '',
      jurisdictions: metadata.jurisdictions,
      kind: metadata.kind,
      language: metadata.language,
      date: metadata.inForce ?? metadata.made,
      codes: distinct(codings.map((a) => a.code)),
      forces: distinct(codings.map((a) => a.force)),
      score: 1 / (1 + place),
    },
  };
}

function isWithin(p: Provision, whole: Provision): boolean {
  return p.span.start >= whole.span.start && p.span.end <= whole.span.end;
}
