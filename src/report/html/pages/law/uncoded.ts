import type { Code, Instrument, InstrumentMetadata } from '../../../../model/index.js';
import { couldHold, isPartial, isSearchable } from '../../../../text/coverage.js';
import { type Atlas, scopeLabel, wholeUnits } from '../../../atlas.js';
import { citeLaw } from '../../../edition.js';
import { counted, grouped } from '../../../figures.js';
import { escapeHtml } from '../../escape.js';
import { scrolling, stance } from '../../parts.js';
import type { Page } from '../../shell.js';
import { codePath } from '../concordance.js';
import { facts, LAW_SCRIPTS, type LawKeys, lawText } from './instrument.js';

/**
 * Returns a page for each instrument in which no rule was found: what was searched for in it and with what, and the whole text, so that a
 * reader can judge the absence. An instrument is read when its page is written and let go of after: all of them would fill the memory.
 */
export function uncodedPages(atlas: Atlas, read: (id: string) => Instrument | null, law: LawKeys): readonly Page[] {
  return atlas.uncoded.map((metadata) => ({
    path: atlas.instrumentPage(metadata.id),
    title: metadata.title,
    section: 'laws',
    scripts: LAW_SCRIPTS,
    law: citeLaw(metadata, atlas.study.codebook.version),
    from: law(metadata),
    body: (root) => {
      const instrument = read(metadata.id);
      return instrument === null
        ? '<p>The words of this instrument are not in the study.</p>'
        : body(atlas, root, instrument);
    },
  }));
}

function body(atlas: Atlas, root: string, instrument: Instrument): string {
  const { metadata } = instrument;
  const units = wholeUnits(instrument);
  return `<p class="lead">No provision of this instrument was found to state a rule that the codebook asks for. It counts as read: its silence is part of the figures.</p>
${absence(atlas, root, instrument)}
${facts(atlas, root, metadata)}
<h2 id="words">The text</h2>
${lawText(atlas, root, { instrument, annotations: [] }, units)}`;
}

/** The evidence of absence: how much was read, what each code was looked for with, and which codes the text could not have shown. */
function absence(atlas: Atlas, root: string, { metadata, text, provisions, renditions }: Instrument): string {
  const { codes } = atlas.study.codebook;
  const searched = codes.filter((code) => couldHold(metadata, code, 'itself'));
  const articles = provisions.filter((p) => p.tier === 'basic').length;
  const used = renditions.find((r) => r.used);
  const hash = used === undefined ? '' : ` (sha256 <code>${escapeHtml(used.sha256.slice(0, 12))}</code>)`;
  const rows = codes.map((code) => {
    const isSearched = searched.includes(code);
    return `<tr><th scope="row"><a href="${root}${codePath(code.id)}">${escapeHtml(scopeLabel(atlas, code.id))}</a></th><td>${stance(isSearched ? 'absent' : 'not-covered')}</td><td class="n">${cuesIn(code, metadata)}</td><td>${isSearched ? 'searched, not found' : whyNot(code, metadata)}</td></tr>`;
  });
  const table = `<table><thead><tr><th scope="col">Code</th><th scope="col">Answer</th><th scope="col" class="n">Cues in its language</th><th scope="col">Why</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<p>${counted(articles, 'article or section', 'articles and sections')}, ${grouped(text.length)} characters${hash}, were searched for ${counted(codes.length, 'code')}: ${searched.length} absent (searched, not found), ${codes.length - searched.length} not covered (the text could not have shown them). <code>lexatlas absence ${escapeHtml(metadata.id)}</code> prints what came nearest.</p><details><summary>What was searched for, code by code</summary>${scrolling('Absence by code', table)}</details>`;
}

/** Cues of a code that speak the instrument's language and count for it. */
function cuesIn(code: Code, { language }: InstrumentMetadata): number {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  return code.cues.filter((cue) => cue.language === primary && cue.weight > 0).length;
}

function whyNot(code: Code, m: InstrumentMetadata): string {
  if (!isSearchable(code, m.language)) return `no cue for it in ${escapeHtml(m.language)}`;
  return isPartial(m.completeness)
    ? `the text is not whole: ${escapeHtml(m.completeness ?? '')}`
    : 'not asked of this kind of text';
}
