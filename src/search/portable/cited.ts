import { mayCite, resolveCitation } from '../cite/citation.js';
import type { Nameable } from '../cite/names.js';
import { MOST_CITED } from '../find/cited.js';
import type { PortableDocument } from './build.js';

/** A document that a text cites, with the pinpoint meant: the document's own or that of a unit inside it. */
export interface CitedDocument {
  readonly place: number;
  readonly provision: string;
}

/** Returns a function that gives the documents a text cites, best first, as `citedHits` does for the study: exact pinpoints, else those in an annex. */
export function citing(
  laws: readonly Nameable[],
  documents: readonly PortableDocument[],
): (text: string) => CitedDocument[] {
  const byLaw = new Map<string, number[]>();
  documents.forEach(({ instrument }, place) => {
    byLaw.set(instrument, [...(byLaw.get(instrument) ?? []), place]);
  });
  const first = (instrument: string, fits: (citation: string) => boolean): CitedDocument[] => {
    for (const place of byLaw.get(instrument) ?? []) {
      const { citation = null, pinpoints = [] } = documents[place] ?? {};
      const provision = [...(citation === null ? [] : [citation]), ...pinpoints].find(fits);
      if (provision !== undefined) return [{ place, provision }];
    }
    return [];
  };
  return (text) => {
    if (!mayCite(text)) return [];
    const readings = resolveCitation(text, laws).flatMap(({ instrument, citation }) =>
      citation === null ? [] : [{ instrument, citation }],
    );
    const exact = readings.flatMap((r) => first(r.instrument, (c) => c === r.citation));
    const within = (r: { instrument: string; citation: string }): CitedDocument[] =>
      first(r.instrument, (c) => c.endsWith(`.${r.citation}`) || c.endsWith(`/${r.citation}`));
    return (exact.length > 0 ? exact : readings.flatMap(within)).slice(0, MOST_CITED);
  };
}
