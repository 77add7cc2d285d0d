import type { Study } from '../model/index.js';
import { pageOf } from './html/escape.js';
import { indexPage, instrumentPage } from './html/pages.js';

/** A file of a report; the caller writes it. `path` is relative to the report folder. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Only HTML so far. */
export interface ReportOptions {
  readonly format: 'html';
}

/** Returns the report's files: an overview and a page for each coded instrument; opens from file:// without network. */
export function report(study: Study, _options: ReportOptions): ReportFile[] {
  const laws = study.coded.map((c) => ({
    path: `instruments/${pageOf(c.instrument.metadata.id)}`,
    content: instrumentPage(c),
  }));
  return [{ path: 'index.html', content: indexPage(study) }, ...laws];
}
