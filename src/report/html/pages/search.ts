import type { Atlas } from '../../atlas.js';
import type { SearchIndex, SearchPart } from '../../options.js';
import type { PlacesData } from '../client/shapes.js';
import { escapeHtml } from '../escape.js';
import type { Sheet } from '../kept.js';
import { dataFile, partFile } from '../parts.js';
import type { Page } from '../shell.js';

/** Returns the search page over the portable index; without an index it says where to search instead. */
export function searchPage(index: SearchIndex | null): Page {
  const parts = index?.parts.map((part) => partPath(part)) ?? [];
  return {
    path: 'search.html',
    title: 'Search',
    section: 'search',
    scripts: index === null ? [] : ['assets/lexatlas-search.js', ...parts, 'data/places.js', 'assets/search.js'],
    body: () => (index === null ? WITHOUT : BODY),
  };
}

/** Returns the data files of the index, in parts: one changed law makes one of them anew. */
export function indexFiles({ parts }: SearchIndex): readonly Sheet[] {
  return parts.map((part) => ({
    path: partPath(part),
    make: () => partFile('search', part.make()),
    from: () => part.from,
  }));
}

const partPath = ({ name }: SearchPart): string => `data/search/${name}.js`;

/** Returns the data file that says where the index's laws can be read. */
export function placesFile(atlas: Atlas, { parts }: SearchIndex): { path: string; content: string } {
  const data: PlacesData = Object.fromEntries(
    parts
      .flatMap(({ laws }) => laws)
      .map((id) => {
        const hasPage = atlas.href({ instrument: id, eId: '' }) !== null;
        return [id, [hasPage ? atlas.instrumentPage(id) : '', atlas.textsFile(id), atlas.nameOf(id)]];
      }),
  );
  return { path: 'data/places.js', content: dataFile('places', data) };
}

const WITHOUT =
  '<p class="lead">This report was written without a search index. On the command line: <code>lexatlas search "your words"</code></p>';

const LANGUAGE: readonly (readonly [string, string])[] = [
  ['data transfer', 'both words, in any form'],
  ['"third country"', 'the words in this order'],
  ['"consent withdraw"~8', 'near each other: at most 8 other words between'],
  ['localiz*, wom?n, *flow', 'words that begin, look or end so'],
  ['transfer -consent', 'the first without the second; NOT says the same'],
  ['(server OR facility) AND located', 'brackets and alternatives'],
  ['heading:transfers', 'in headings; also context: and title:'],
  ['definition:consent', 'where the term is defined'],
  [
    'code:transfer.adequacy',
    'narrowed to a code or a family; also jurisdiction:(SG OR TH), party:SG, kind:agreement, force:soft, lang:zh, instrument:GDPR',
  ],
  ['year:2015..2020', 'narrowed to years'],
  [
    'GDPR 46(2)(c), 18 USC 2713, LGPD art. 33, § 1º, 个人信息保护法第三十八条',
    'that provision, and a word where it is not here; § and Art. may be left out',
  ],
];

const BODY = `<form id="form" role="search"><label for="query">Words of the law, or a citation</label><div class="controls"><input type="search" id="query" autocomplete="off" spellcheck="false" aria-describedby="told wrong"><button type="submit">Search</button><label>Order<select id="sort"><option value="relevance">relevance</option><option value="date">newest law first</option><option value="jurisdiction">jurisdiction</option></select></label><label class="check"><span><input type="checkbox" id="synonyms"> also what other laws call it</span></label><label class="check" hidden><span><input type="checkbox" id="models" autocomplete="off"> model laws too</span></label></div></form>
<details class="language"><summary>The query language</summary><dl class="facts">${LANGUAGE.map(([write, find]) => `<dt><code>${escapeHtml(write)}</code></dt><dd>${find}</dd>`).join('')}</dl></details>
<p role="status" id="told"></p><pre id="wrong" role="alert" hidden></pre><div class="searching"><div id="facets"></div><div><ol class="hits" id="hits"></ol><p><button type="button" id="more" hidden>Show more</button></p></div></div>
<p class="note">This page searches, in the browser, every article of the statutes and the coded articles of the agreements that were read, up to ten thousand. <code>lexatlas search</code> asks all that was read in the same language.</p>
<noscript><p>Searching here needs scripts. On the command line: <code>lexatlas search "your words"</code></p></noscript>`;
