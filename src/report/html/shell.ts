import { escapeHtml } from './escape.js';

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
}

export type Section = 'overview' | 'divergence' | 'concordance' | 'tensions' | 'search' | 'method';

const SECTIONS: readonly (readonly [Section, string, string])[] = [
  ['overview', 'index.html', 'Overview'],
  ['divergence', 'divergence.html', 'Divergence'],
  ['concordance', 'concordance.html', 'Concordance'],
  ['tensions', 'tensions.html', 'Tensions'],
  ['search', 'search.html', 'Search'],
  ['method', 'method.html', 'Method and data'],
];

/** Scripts and styles come from the report's own folder and from nowhere else, whatever a law's text tries. */
const POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** Returns the whole page: frame, navigation, skip link. It needs no network. */
export function html(page: Page): string {
  const root = '../'.repeat(page.path.split('/').length - 1);
  const nav = SECTIONS.map(([id, path, label]) => {
    const current = id === page.section ? ' aria-current="page"' : '';
    return `<li><a href="${root}${path}"${current}>${label}</a></li>`;
  }).join('');
  const scripts = (page.scripts ?? []).map((s) => `<script src="${root}${s}" defer></script>`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)} · lexatlas</title><link rel="stylesheet" href="${root}assets/style.css">${scripts}</head>
<body><a class="skip" href="#main">Skip to content</a>
<header class="top"><a class="brand" href="${root}index.html">lexatlas</a><nav aria-label="Report"><ul>${nav}</ul></nav></header>
<main id="main" tabindex="-1">
<h1>${escapeHtml(page.title)}</h1>
${page.body(root)}
</main>
<footer><p>Figures were measured against gold that was coded by reading with machine assistance; legal scholars have not re-coded it. <a href="${root}method.html">How to read the figures</a></p></footer>
</body></html>
`;
}
