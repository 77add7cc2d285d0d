import { type Citations, citePage } from '../edition.js';
import { escapeHtml } from './escape.js';
import type { MadeFrom, Sheet } from './kept.js';

/** A page of the report before it is put into the frame. */
export interface Page {
  /** From the report's root: `instruments/eu_gdpr.html`. */
  readonly path: string;
  readonly title: string;
  /** Which entry of the navigation it belongs to. */
  readonly section: Section;
  /** Scripts from the report's root, in order. */
  readonly scripts?: readonly string[];
  /** HTML; addresses in it start with `root`. */
  readonly body: (root: string) => string;
  /** What decides the body, for pages that can be left as the last report has them. */
  readonly from?: MadeFrom;
  /** How to cite what the page shows, where that is more than the page itself: a law. */
  readonly law?: Citations;
}

/** Tells the pages which edition they are of; see `Citations`. */
export const EDITION_FILE = 'data/edition.js';

export type Section =
  | 'overview'
  | 'laws'
  | 'divergence'
  | 'concordance'
  | 'regimes'
  | 'tensions'
  | 'timeline'
  | 'world'
  | 'search'
  | 'method';

const SECTIONS: readonly (readonly [Section, string, string])[] = [
  ['overview', 'index.html', 'Overview'],
  ['laws', 'laws.html', 'Laws'],
  ['divergence', 'divergence.html', 'Divergence'],
  ['concordance', 'concordance.html', 'Concordance'],
  ['regimes', 'regimes.html', 'Regimes'],
  ['tensions', 'tensions.html', 'Tensions'],
  ['timeline', 'timeline.html', 'Timeline'],
  ['world', 'world.html', 'World'],
  ['search', 'search.html', 'Search'],
  ['method', 'method.html', 'Method and data'],
];

/** Scripts and styles come from the report's own folder and from nowhere else, whatever a law's text tries. */
const POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** Returns the page as a file of a report that was coded by a version of the codebook. */
export function sheetOf(page: Page, codebook: string): Sheet {
  const { path, title, section, scripts = [], law = null, from } = page;
  const make = (): string => html(page, codebook);
  return from === undefined
    ? { path, make }
    : { path, make, from: (keyOf) => [title, section, scripts, law, ...from(keyOf)] };
}

/** The whole page: frame, navigation, skip link, how to cite. It needs no network. */
function html(page: Page, codebook: string): string {
  const root = '../'.repeat(page.path.split('/').length - 1);
  const nav = SECTIONS.map(([id, path, label]) => {
    const current = id === page.section ? ' aria-current="page"' : '';
    return `<li><a href="${root}${path}"${current}>${label}</a></li>`;
  }).join('');
  const scripts = [EDITION_FILE, 'assets/base.js', 'assets/peek.js', ...(page.scripts ?? []), 'assets/download.js']
    .map((s) => `<script src="${root}${s}" defer></script>`)
    .join('');
  return `<!doctype html>
<html lang="en" data-root="${root}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)} · lexatlas</title><link rel="stylesheet" href="${root}assets/style.css">${scripts}</head>
<body><a class="skip" href="#main">Skip to content</a>
<header class="top"><a class="brand" href="${root}index.html">lexatlas</a><nav aria-label="Report"><ul>${nav}</ul></nav></header>
<main id="main" tabindex="-1">
<h1>${escapeHtml(page.title)}</h1>
${page.body(root)}
${citeBox(page, codebook, root)}
</main>
<footer><p>Figures were measured against gold that was coded by reading with machine assistance; legal scholars have not re-coded it. <a href="${root}method.html">How to read the figures</a></p><p><button type="button" class="small" id="theme">Light or dark</button></p></footer>
</body></html>
`;
}

function citeBox(page: Page, codebook: string, root: string): string {
  const box = (name: string, kind: string, text: string): string =>
    `<div><h3>${name}</h3><pre data-cite="${kind}" tabindex="0" aria-label="${name}">${escapeHtml(text)}</pre></div>`;
  const three = (c: Citations, of: string): string =>
    box(`${of}, plain`, `${of} in plain words`, c.plain) +
    box(`${of}, BibTeX`, `${of} as BibTeX`, c.bibtex) +
    box(`${of}, CSL-JSON`, `${of} as CSL-JSON`, c.csl);
  const law = page.law === undefined ? '' : three(page.law, 'This law');
  return `<details class="cite"><summary>Cite this</summary><noscript><p>The signs in ‹ › are filled in by a script. The corpus and its number of instruments stand under <a href="${root}method.html#cite">Method and data</a>.</p></noscript><div class="cites">${law}${three(citePage(codebook, page.title, page.path), 'This page')}</div></details>`;
}
