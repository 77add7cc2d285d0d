import type { Page } from '../shell.js';

/** Returns the search page over the portable index; without an index it says where to search instead. */
export function searchPage(hasIndex: boolean): Page {
  return {
    path: 'search.html',
    title: 'Search',
    section: 'search',
    scripts: hasIndex ? ['assets/lunr.js', 'data/index.js', 'assets/search.js'] : [],
    body: () =>
      hasIndex
        ? `<form id="form" role="search"><label for="query">Words, “phrases”, prefix*, -without, heading:word, code:transfer, jurisdiction:EU, kind:statute, year:2015..2020</label><div class="controls"><input type="search" id="query" autocomplete="off" spellcheck="false"><button type="submit">Search</button></div></form>
<p class="note">This page searches the coded provisions and their neighbours, in the browser. <code>lexatlas search</code> searches everything that was read, with the whole query language.</p>
<div class="facets" id="facets" role="group" aria-label="Narrow the hits"></div><p role="status" id="told"></p><ol class="hits" id="hits"></ol><noscript><p>Searching here needs scripts. On the command line: <code>lexatlas search "your words"</code></p></noscript>`
        : '<p class="lead">This report was written without a search index. On the command line: <code>lexatlas search "your words"</code></p>',
  };
}
