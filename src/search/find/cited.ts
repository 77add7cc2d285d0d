import type { Excerpt, IndexHit, Provision, SearchPort } from '../../model/index.js';
import { ancestry, basicUnitOf, byEId } from '../../text/provisions.js';
import { isBare } from '../cite/citation.js';
import { type Held, type Located, locateCited, type Pinpoints } from '../cite/locate.js';
import { isWithinFacets, withoutFacets } from '../query/carries.js';
import { queryOf, type SearchRequest } from './request.js';
import { twinsOf } from './twins.js';

/** The provision a citation means, as a hit, with its words. */
export interface CitedHit {
  readonly hit: IndexHit;
  readonly excerpt: Excerpt;
}

/** What a text cites, with the provisions as hits. */
export interface CitedHits extends Omit<Located<string>, 'found'> {
  readonly hits: readonly CitedHit[];
  /** True where what is cited is there, be it outside the facets asked beside it. */
  readonly isHeld: boolean;
}

const NO_CITATION: CitedHits = { hits: [], notice: null, isPlain: false, isHeld: false };

/** What a request cites, within the facets asked beside it; nothing where it is a query of words. */
export function citedBy(request: SearchRequest, index: SearchPort): CitedHits {
  const { words, facets } = withoutFacets(request.query);
  if ((request.like ?? null) !== null || !isBare(words)) return NO_CITATION;
  const cited = citedHits(words, index);
  if (!cited.isHeld) return cited;
  const { root } = queryOf({ ...request, query: facets }, () => index.instruments());
  const hits = cited.hits.filter(({ hit }) => isWithinFacets(root, { ...hit, year: yearOf(hit.date) }));
  return { ...cited, hits, notice: narrowedNotice(hits.length, cited.hits.length, cited.notice) };
}

/** Of several provisions cited so, facets choose; where they leave all, what was to be said stands, and where none, that is to be said. */
export function narrowedNotice(left: number, all: number, notice: string | null): string | null {
  if (left === all) return notice;
  if (left === 0)
    return `${all === 1 ? 'One provision is' : `${all} provisions are`} cited so, outside what was narrowed to.`;
  return left === 1 ? null : `${left} of ${all} provisions cited so.`;
}

/** The year of a date; null where it is not known. */
export function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}

/** The provisions that a text cites, best first, of those the study holds, and what is to be said of them. */
export function citedHits(text: string, index: SearchPort): CitedHits {
  const { found, ...told } = locateCited(text, index.instruments(), pinpointsOf(index));
  const hits = found.flatMap((held, place) => hitAt(held, place, index) ?? []);
  return { ...told, hits, isHeld: hits.length > 0 };
}

function pinpointsOf(index: SearchPort): Pinpoints<string> {
  return {
    exactly(instrument, citation) {
      const [eId] = index.cited(instrument, citation);
      if (eId === undefined) return [];
      const twins = twinsOf(instrument, citation, index).map((t) => ({ instrument, citation: t.citation, at: t.eId }));
      return [{ instrument, citation, at: eId }, ...twins];
    },
    within: (instrument, citation) =>
      index.citedWithin(instrument, citation).flatMap((at) => {
        const whole = citationAt({ instrument, eId: at }, index) ?? '';
        return isAnnexed(whole, citation) ? [{ instrument, citation: whole, at }] : [];
      }),
    passages: (instrument) =>
      index.passages(instrument).map(({ eId, citation }) => ({ instrument, citation: citation ?? eId, at: eId, eId })),
  };
}

function citationAt(ref: { instrument: string; eId: string }, index: SearchPort): string | null {
  const excerpt = index.excerpt(ref);
  return excerpt === null ? null : (byEId(excerpt).get(ref.eId)?.citation ?? null);
}

/** `Annex.8.84` holds `8.84`; `14.11` does not hold an article 11. */
export function isAnnexed(whole: string, citation: string): boolean {
  return /\p{L}/u.test(whole.slice(0, -citation.length));
}

function hitAt({ instrument, at }: Held<string>, place: number, index: SearchPort): CitedHit | null {
  const ref = { instrument, eId: at };
  const excerpt = index.excerpt(ref);
  const provision = excerpt === null ? undefined : byEId(excerpt).get(ref.eId);
  if (excerpt === null || provision === undefined) return null;
  const { metadata } = excerpt;
  const inside = new Set(excerpt.provisions.filter((p) => isWithin(p, provision)).map((p) => p.eId));
  const codings = index.annotations({ instrument: ref.instrument }).filter((a) => inside.has(a.provision.eId));
  const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
  const higher = ancestry(excerpt, provision).slice(1).reverse();
  return {
    excerpt,
    hit: {
      ...ref,
      citation: provision.citation,
      title: metadata.title,
      aliases: metadata.aliases,
      context: higher.flatMap((p) => (p.heading === null ? [] : [p.heading])).join(' › '),
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
