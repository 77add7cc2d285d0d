import type { Study } from '../model/index.js';
import { atlasOf } from './atlas.js';
import { site } from './html/site.js';
import { narrow } from './narrow.js';
import type { ReportFormat, ReportOptions } from './options.js';
import { compose } from './paper/compose.js';
import { latexOf } from './paper/latex.js';
import { markdownOf } from './paper/markdown.js';
import { pdfOf } from './paper/pdf.js';
import { csvOf } from './tables/csv.js';
import { tables } from './tables/tables.js';
import { xlsxOf } from './tables/xlsx.js';

export type { ReportMemory } from './html/kept.js';
export type { ReportFormat, ReportOptions, SearchIndex, SearchPart } from './options.js';
export type { FontFile } from './paper/fonts.js';

/** A file of a report; the caller writes it. `path` is relative to the report folder. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

type Options<F extends ReportFormat> = ReportOptions & { readonly format: F };

/** Formats whose files are packed by libraries that answer later. */
type Packed = 'xlsx' | 'docx' | 'pdf';

/**
 * Returns the report's files: a folder of HTML pages that opens from file:// without network; a paper as Markdown with
 * figures, LaTeX, Word or PDF; one CSV a table; or a workbook with a sheet a table. An empty study gives pages and headers
 * that say so. The same study gives the same bytes.
 */
export function report(study: Study, options: Options<Exclude<ReportFormat, Packed>>): ReportFile[];
export function report(study: Study, options: Options<Packed>): Promise<ReportFile[]>;
export function report(study: Study, options: ReportOptions): ReportFile[] | Promise<ReportFile[]>;
export function report(study: Study, options: ReportOptions): ReportFile[] | Promise<ReportFile[]> {
  const { jurisdictions = [], uncoded = [] } = options;
  const isAsked = (places: readonly string[]): boolean =>
    jurisdictions.length === 0 || places.some((p) => jurisdictions.includes(p));
  const atlas = atlasOf(
    narrow(study, options),
    uncoded.filter((m) => isAsked(m.jurisdictions)),
    study,
  );
  const paper = () => compose(atlas, options.regimes ?? null, options);
  switch (options.format) {
    case 'md':
      return markdownOf(paper());
    case 'latex':
      return [{ path: 'report.tex', content: latexOf(paper()) }];
    case 'docx':
      // Loaded when it is asked for: most reports are pages.
      return import('./paper/docx.js')
        .then(({ docxOf }) => docxOf(paper()))
        .then((content) => [{ path: 'report.docx', content }]);
    case 'pdf':
      return pdfOf(paper(), options.fonts ?? []).then((content) => [{ path: 'report.pdf', content }]);
    case 'csv':
      return tables(atlas).map((table) => ({ path: `${table.name}.csv`, content: csvOf(table) }));
    case 'xlsx':
      return xlsxOf(tables(atlas)).then((content) => [{ path: 'report.xlsx', content }]);
    case 'html':
      return site(atlas, options);
  }
}
