import type { Study } from '../model/index.js';
import { atlasOf } from './atlas.js';
import { csvOf } from './csv.js';
import { pageOf } from './html/escape.js';
import { indexPage, instrumentPage } from './html/pages.js';
import { markdown } from './markdown.js';
import { type Narrowing, narrow } from './narrow.js';
import { tables } from './tables.js';
import { xlsxOf } from './xlsx.js';

/** A file of a report; the caller writes it. `path` is relative to the report folder. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

export type ReportFormat = 'html' | 'md' | 'csv' | 'xlsx';

/** `codes` (or families) and `jurisdictions` narrow the report; archetypes stay as reference poles. */
export interface ReportOptions extends Narrowing {
  readonly format: ReportFormat;
}

type Options<F extends ReportFormat> = ReportOptions & { readonly format: F };

/**
 * Returns the report's files: a folder of HTML pages that opens from file:// without network, a Markdown report for a paper,
 * one CSV a table, or a workbook with a sheet a table (which is packed asynchronously). An empty study gives pages and
 * headers that say so. The same study gives the same bytes.
 */
export function report(study: Study, options: Options<'html' | 'md' | 'csv'>): ReportFile[];
export function report(study: Study, options: Options<'xlsx'>): Promise<ReportFile[]>;
export function report(study: Study, options: ReportOptions): ReportFile[] | Promise<ReportFile[]>;
export function report(study: Study, options: ReportOptions): ReportFile[] | Promise<ReportFile[]> {
  const narrowed = narrow(study, options);
  const atlas = atlasOf(narrowed);
  switch (options.format) {
    case 'md':
      return [{ path: 'report.md', content: markdown(atlas) }];
    case 'csv':
      return tables(atlas).map((table) => ({ path: `${table.name}.csv`, content: csvOf(table) }));
    case 'xlsx':
      return xlsxOf(tables(atlas)).then((content) => [{ path: 'report.xlsx', content }]);
    case 'html':
      return [
        { path: 'index.html', content: indexPage(narrowed) },
        ...narrowed.coded.map((c) => ({
          path: `instruments/${pageOf(c.instrument.metadata.id)}`,
          content: instrumentPage(c),
        })),
      ];
  }
}
