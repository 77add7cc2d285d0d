import { type Citations, citePage, type Edition } from '../edition.js';
import { escapeHtml } from './escape.js';
import { type MadeFrom, type PageMemory, remembered } from './kept.js';

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
  /** What decides the body, for pages that are worth keeping from report to report. */
  readonly from?: MadeFrom;
  /** How to cite what the page shows, where that is more than the page itself: a law. */
  readonly law?: Citations;
}

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

/** Returns the whole page: frame, navigation, skip link, how to cite. It needs no network. What it shows is taken from `memory` where it stands there. */
export function html(page: Page, edition: Edition, memory: PageMemory | null = null): string | Uint8Array {
  const root = '../'.repeat(page.path.split('/').length - 1);
  const nav = SECTIONS.map(([id, path, label]) => {
    const current = id === page.section ? ' aria-current="page"' : '';
    return `<li><a href="${root}${path}"${current}>${label}</a></li>`;
  }).join('');
  const scripts = ['assets/base.js', 'assets/peek.js', ...(page.scripts ?? []), 'assets/download.js']
    .map((s) => `<script src="${root}${s}" defer></script>`)
    .join('');
  const body = remembered(memory, page.from, () => page.body(root));
  const before = `<!doctype html>
<html lang="en" data-root="${root}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)} · lexatlas</title><link rel="stylesheet" href="${root}assets/style.css">${scripts}</head>
<body><a class="skip" href="#main">Skip to content</a>
<header class="top"><a class="brand" href="${root}index.html">lexatlas</a><nav aria-label="Report"><ul>${nav}</ul></nav></header>
<main id="main" tabindex="-1">
<h1>${escapeHtml(page.title)}</h1>
`;
  const after = `
${citeBox(page, edition)}
</main>
<footer><p>Figures were measured against gold that was coded by reading with machine assistance; legal scholars have not re-coded it. <a href="${root}method.html">How to read the figures</a></p><p><button type="button" class="small" id="theme">Light or dark</button></p></footer>
</body></html>
`;
  return typeof body === 'string' ? before + body + after : joined([before, body, after]);
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const whole = new Uint8Array(bytes.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function citeBox(page: Page, edition: Edition): string {
  const box = (name: string, kind: string, text: string): string =>
    `<div><h3>${name}</h3><pre data-cite="${kind}" tabindex="0" aria-label="${name}">${escapeHtml(text)}</pre></div>`;
  const three = (c: Citations, of: string): string =>
    box(`${of}, plain`, `${of} in plain words`, c.plain) +
    box(`${of}, BibTeX`, `${of} as BibTeX`, c.bibtex) +
    box(`${of}, CSL-JSON`, `${of} as CSL-JSON`, c.csl);
  const law = page.law === undefined ? '' : three(page.law, 'This law');
  return `<details class="cite"><summary>Cite this</summary><div class="cites">${law}${three(citePage(edition, page.title, page.path), 'This page')}</div></details>`;
}
