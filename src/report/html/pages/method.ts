import { remarkOf } from '../../../text/coverage.js';
import { type Atlas, scopeLabel } from '../../atlas.js';
import { editionOf } from '../../edition.js';
import { counted, grouped } from '../../figures.js';
import { escapeHtml, webAddress } from '../escape.js';
import { scrolling } from '../parts.js';
import type { Page } from '../shell.js';
import { codePath } from './concordance.js';

/** Diagnostics shown for each rule; the command line lists all. */
const SHOWN = 5;

/** Returns the page on method and data: how to read the figures, the codebook with weights, what was read, what went wrong, how to cite. */
export function methodPage(atlas: Atlas): Page {
  return {
    path: 'method.html',
    title: 'Method and data',
    section: 'method',
    body: (root) =>
      [READING, limits(atlas, root), codebook(atlas, root), lock(atlas, root), problems(atlas), cite(atlas)].join('\n'),
  };
}

const READING = `<h2 id="figures">How to read the figures</h2>
<dl class="facts"><dt>Divergence</dt><dd>From 0, the same answers, to 1, nothing in common. It joins three parts: thematic (do both answer the same questions?), elemental (modality, force, addressee; conditions, exceptions, their grounds, an authority’s part and amounts where they say something) and textual (distance of the best aligned words).</dd>
<dt>Interval</dt><dd>A bootstrap over provisions. Where two intervals overlap, the order of two pairs is not known.</dd>
<dt>Coverage</dt><dd>The share of the scope’s weight that both sides cover. A low coverage means that the figure speaks about little.</dd>
<dt>Absent</dt><dd>Text that could hold the rule was read, and the rule was not found in it.</dd>
<dt>Not covered</dt><dd>No text that could hold the rule was read: a foreign language without cues, a partial text, a treaty that does not rule on such things. Nothing follows for the law.</dd>
<dt>Confidence</dt><dd>The coding machine’s own probability that a provision carries a code.</dd>
<dt>Archetype</dt><dd>A model law that states one regulatory path as clearly as it can be stated; a reference pole, not a real law.</dd></dl>`;

function limits({ study }: Atlas, root: string): string {
  const { summary: s } = study;
  return `<h2 id="read">What was read</h2><p>${counted(s.files, 'file group')} gave ${counted(s.instruments, 'instrument')} of ${counted(s.jurisdictions, 'jurisdiction')}: ${grouped(s.articles)} articles and sections, ${grouped(s.provisions)} provisions. ${counted(study.coded.length, 'instrument')} in this report ${study.coded.length === 1 ? 'has' : 'have'} coded provisions; <a href="${root}laws.html">the list of laws</a> has them all, and those in which nothing was found.</p><p>The coding is made by a machine from declared cues. It was measured against gold that was itself coded by reading with machine assistance; legal scholars have not re-coded it. <code>lexatlas evaluate</code> prints precision and recall.</p>`;
}

function codebook(atlas: Atlas, root: string): string {
  const { families, codes, version } = atlas.study.codebook;
  const rows = families.flatMap((family) =>
    codes
      .filter((c) => c.family === family.id)
      .map(
        (c) =>
          `<tr><th scope="row"><a href="${root}${codePath(c.id)}">${escapeHtml(scopeLabel(atlas, c.id))}</a></th><td>${escapeHtml(c.definition)}</td><td>${escapeHtml(c.principle ?? 'none')}</td><td class="n">${family.weight}</td><td class="n">${c.weight}</td></tr>`,
      ),
  );
  return `<h2 id="codebook">Codebook ${escapeHtml(version)}</h2>${scrolling('Codebook', `<table><thead><tr><th scope="col">Code</th><th scope="col">Definition</th><th scope="col">Principle</th><th scope="col">Weight of the family</th><th scope="col">Weight in it</th></tr></thead><tbody>${rows.join('')}</tbody></table>`)}`;
}

/** Which bytes were read: whoever holds the same files gets the same figures. */
function lock(atlas: Atlas, root: string): string {
  const rows = atlas.study.coded.flatMap(({ instrument: { metadata: m, renditions, format } }) => {
    const used = renditions.find((r) => r.used);
    const address = webAddress(m.source);
    const source =
      address === null
        ? escapeHtml(m.source ?? 'unknown')
        : `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(new URL(address).host)}</a>`;
    return `<tr><th scope="row"><a href="${root}${atlas.instrumentPage(m.id)}">${escapeHtml(m.id)}</a></th><td>${escapeHtml(used?.path.split('/').at(-1) ?? 'unknown')}</td><td>${escapeHtml(used?.format ?? format)}</td><td><code>${escapeHtml(used?.sha256 ?? 'unknown')}</code></td><td>${source}</td></tr>`;
  });
  const { corpus } = editionOf(atlas.study);
  return `<h2 id="lock">Corpus lock</h2><p>Corpus <code>${corpus}</code>: a hash over the files below. Whoever holds the same bytes gets the same figures.</p><div data-table="corpus-lock">${scrolling('Files that were parsed', `<table><thead><tr><th scope="col">Instrument</th><th scope="col">File</th><th scope="col">Format</th><th scope="col">sha256</th><th scope="col">Source</th></tr></thead><tbody>${rows.join('')}</tbody></table>`)}</div>`;
}

function problems({ study }: Atlas): string {
  const rules = new Map<string, typeof study.diagnostics>();
  for (const d of study.diagnostics) rules.set(d.ruleId, [...(rules.get(d.ruleId) ?? []), d]);
  if (rules.size === 0) return '<h2 id="problems">Problems met</h2><p>None were reported.</p>';
  const items = [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, list]) => {
      const told = list
        .slice(0, SHOWN)
        .map(
          (d) =>
            `<li>${escapeHtml([d.file ?? d.instrument ?? '', remarkOf(d)].filter((x) => x !== '').join(': '))}</li>`,
        );
      return `<details><summary>${escapeHtml(rule)} (${list[0]?.severity ?? 'info'}): ${list.length}</summary><ul>${told.join('')}</ul>${list.length > SHOWN ? `<p class="note">and ${list.length - SHOWN} more</p>` : ''}</details>`;
    });
  return `<h2 id="problems">Problems met</h2>${items.join('')}`;
}

function cite({ study }: Atlas): string {
  return `<h2 id="cite">How to cite</h2><p>Cite provisions by their pinpoints, and this atlas with its codebook version and corpus: lexatlas, codebook ${escapeHtml(study.codebook.version)}, corpus ${editionOf(study).corpus}, ${counted(study.summary.instruments, 'instrument')}. Texts remain under the licences of their publishers, named on each instrument’s page.</p>`;
}
