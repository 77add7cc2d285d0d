import type { Study } from '../model/index.js';
import { atlasOf } from './atlas.js';
import { site } from './html/site.js';
import { narrow } from './narrow.js';
import type { ReportFormat, ReportOptions } from './options.js';
import { markdown } from './paper/markdown.js';
import { csvOf } from './tables/csv.js';
import { tables } from './tables/tables.js';
import { xlsxOf } from './tables/xlsx.js';

export type { ReportFormat, ReportOptions, SearchIndex } from './options.js';

/** A file of a report; the caller writes it. `path` is relative to the report folder. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
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
      return site(atlas, options.index ?? null, options.world ?? null);
  }
}
