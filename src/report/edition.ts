import { createHash } from 'node:crypto';
import type { InstrumentMetadata, Study } from '../model/index.js';

/** Hex digits of the corpus hash that are printed: enough to tell two corpora apart, short enough to cite. */
const PRINTED_DIGITS = 12;

/** What a report is an edition of: the same codebook and files give the same words. */
export interface Edition {
  readonly codebook: string;
  /** First digits of the sha256 over the sorted hashes of the files that were parsed. */
  readonly corpus: string;
  readonly instruments: number;
}

/** Returns the edition of a study. */
export function editionOf(study: Study): Edition {
  const used = study.coded
    .map((c) => `${c.instrument.metadata.id} ${c.instrument.renditions.find((r) => r.used)?.sha256 ?? 'unknown'}`)
    .sort();
  return {
    codebook: study.codebook.version,
    corpus: createHash('sha256').update(used.join('\n')).digest('hex').slice(0, PRINTED_DIGITS),
    instruments: study.summary.instruments,
  };
}

/**
 * Three ways to cite a page. `‹address›` and `‹day›` stand for what only a reader's browser knows, `‹corpus›` and `‹instruments›` for what `data/edition.js`
 * tells it: written into each page, they would change a thousand pages with every law.
 */
export interface Citations {
  readonly plain: string;
  readonly bibtex: string;
  readonly csl: string;
}

/** Returns the citations of a page of a report that was coded by a version of the codebook. */
export function citePage(codebook: string, title: string, path: string): Citations {
  const note = `codebook ${codebook}, corpus ‹corpus›, ‹instruments› instruments`;
  return {
    plain: `lexatlas, ‘${title}’ (${note}), ‹address› (read ‹day›).`,
    bibtex: `@misc{lexatlas-${keyOf(path)},\n  author = {{lexatlas}},\n  title = {{${texOf(title)}}},\n  note = {${note}},\n  howpublished = {\\url{‹address›}},\n  urldate = {‹day›}\n}`,
    csl: cslOf({ id: `lexatlas-${keyOf(path)}`, type: 'webpage', title, author: [{ literal: 'lexatlas' }], note }),
  };
}

/** Returns the citations of a law itself, from the facts that are known of it; what is unknown is left out, not guessed. */
export function citeLaw(m: InstrumentMetadata, codebook: string): Citations {
  const type = m.kind === 'agreement' || m.kind === 'convention' ? 'treaty' : 'legislation';
  const where = m.jurisdictions.length <= 4 ? m.jurisdictions.join(', ') : `${m.jurisdictions.length} parties`;
  const note = `read with lexatlas, codebook ${codebook}, corpus ‹corpus›`;
  const source = m.source !== null && /^https?:/i.test(m.source) ? m.source : '‹address›';
  const made = m.made === null ? '' : `, ${m.made}`;
  const key = keyOf(m.id);
  return {
    plain: `${m.title} (${where}${made}), ${source} (read ‹day›; ${note}).`,
    bibtex: `@misc{${key},\n  title = {{${texOf(m.title)}}},\n${m.made === null ? '' : `  date = {${m.made}},\n`}  howpublished = {\\url{${source}}},\n  note = {${texOf(where)}; ${note}},\n  urldate = {‹day›}\n}`,
    csl: cslOf({
      id: key,
      type,
      title: m.title,
      jurisdiction: where,
      ...(m.made === null ? {} : { issued: { 'date-parts': [m.made.split('-').map(Number)] } }),
      ...(source.startsWith('http') ? { source } : {}),
      note,
    }),
  };
}

function cslOf(item: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([{ ...item, URL: '‹address›', accessed: { 'date-parts': '‹parts›' } }], null, 1);
}

const keyOf = (path: string): string => path.replace(/\.html$/, '').replace(/[^a-z0-9]+/gi, '-');

/** Characters that TeX would take as commands. */
function texOf(text: string): string {
  return text
    .replace(/[\\{}]/g, '')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/[\^~]/g, ' ');
}
