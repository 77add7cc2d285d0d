import type { Page } from '../shell.js';

/** Returns the search page over the portable index; without an index it says where to search instead. */
export function searchPage(hasIndex: boolean): Page {
  return {
    path: 'search.html',
    title: 'Search',
    section: 'search',
    scripts: hasIndex ? ['assets/lunr.js', 'data/search.js', 'assets/engine.js', 'assets/search.js'] : [],
    body: () => (hasIndex ? BODY : WITHOUT),
  };
}

const WITHOUT =
  '<p class="lead">This report was written without a search index. On the command line: <code>lexatlas search "your words"</code></p>';

const LANGUAGE: readonly (readonly [string, string])[] = [
  ['data transfer', 'both words, in any form'],
  ['“third country”', 'all the words of the phrase'],
  ['localiz*', 'words that begin so'],
  ['transfer -consent', 'the first without the second'],
  ['server OR facility', 'either'],
  ['heading:transfers', 'in headings; also context:, definition:, title:'],
  ['code:transfer.adequacy', 'narrowed to a code or a family; also jurisdiction:EU, kind:agreement, instrument:GDPR'],
  ['year:2015..2020', 'narrowed to years'],
  ['GDPR 48', 'that article'],
];

const BODY = `<form id="form" role="search"><label for="query">Words of the law, or a citation</label><div class="controls"><input type="search" id="query" autocomplete="off" spellcheck="false" aria-describedby="told"><button type="submit">Search</button></div></form>
<details class="language"><summary>The query language</summary><dl class="facts">${LANGUAGE.map(([write, find]) => `<dt><code>${write}</code></dt><dd>${find}</dd>`).join('')}</dl></details>
<p role="status" id="told"></p><div class="searching"><div id="facets"></div><ol class="hits" id="hits"></ol></div>
<p class="note">This page searches, in the browser, every article of the statutes and the coded articles of the agreements that were read. <code>lexatlas search</code> searches all that was read, with phrases in order and nearness.</p>
<noscript><p>Searching here needs scripts. On the command line: <code>lexatlas search "your words"</code></p></noscript>`;
