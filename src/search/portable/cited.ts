import { isBare } from '../cite/citation.js';
import { type Held, type Located, locateCited, type Pinpoints } from '../cite/locate.js';
import type { Nameable } from '../cite/names.js';
import { isAnnexed, narrowedNotice } from '../find/cited.js';
import { queryOf } from '../find/request.js';
import { isWithinFacets, withoutFacets } from '../query/carries.js';
import type { PortableRequest } from './answer.js';
import type { PortableDocument } from './build.js';

/** Documents that a request cites: `at` is the place in `documents`, `citation` the document's own or that of a unit inside it. */
export interface CitedDocuments extends Located<number> {
  readonly isHeld: boolean;
}

/** Returns a function that gives the documents a request cites, as `citedBy` does for the study. */
export function citing(
  laws: readonly Nameable[],
  documents: readonly PortableDocument[],
): (request: PortableRequest) => CitedDocuments {
  const byLaw = new Map<string, number[]>();
  documents.forEach(({ instrument }, place) => {
    byLaw.set(instrument, [...(byLaw.get(instrument) ?? []), place]);
  });
  const held = (instrument: string, fits: (citation: string) => boolean): Held<number>[] =>
    (byLaw.get(instrument) ?? []).flatMap((at) => {
      const { citation = null, pinpoints = [] } = documents[at] ?? {};
      return [...(citation === null ? [] : [citation]), ...pinpoints]
        .filter(fits)
        .map((c) => ({ instrument, citation: c, at }));
    });
  const pins: Pinpoints<number> = {
    exactly: (law, citation) =>
      held(law, (c) => c === citation || (c.startsWith(`${citation}[`) && /^\[\d+\]$/.test(c.slice(citation.length)))),
    within: (law, citation) =>
      held(law, (c) => (c.endsWith(`.${citation}`) || c.endsWith(`/${citation}`)) && isAnnexed(c, citation)),
    passages: (instrument) => {
      // Coded documents come first in the index: numbers put a law's own order back, as far as they are Arabic. Not made before it is asked for: each command loads this.
      const inOrder = new Intl.Collator('en', { numeric: true });
      return (byLaw.get(instrument) ?? [])
        .flatMap((at) => {
          const { eId = '', citation = null } = documents[at] ?? {};
          return [{ instrument, citation: citation ?? eId, at, eId }];
        })
        .sort((a, b) => inOrder.compare(a.eId, b.eId));
    },
  };
  return (request) => {
    const { words, facets } = withoutFacets(request.query);
    if (!isBare(words)) return { found: [], notice: null, isPlain: false, isHeld: false };
    const cited = locateCited(words, laws, pins);
    const isHeld = cited.found.length > 0;
    const { root } = isHeld ? queryOf({ ...request, query: facets }, () => laws) : { root: null };
    const found = cited.found.filter(({ at }) => {
      const document = documents[at];
      return document !== undefined && isWithinFacets(root, document);
    });
    const notice = narrowedNotice(found.length, cited.found.length, cited.notice);
    return { ...cited, found, notice, isHeld };
  };
}
