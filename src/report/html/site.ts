import type { Atlas } from '../atlas.js';
import { editionOf } from '../edition.js';
import type { ReportOptions } from '../options.js';
import { base } from './client/base.js';
import { download } from './client/download.js';
import { find } from './client/law/find.js';
import { laws } from './client/law/laws.js';
import { compare } from './client/pairs/compare.js';
import { diff } from './client/pairs/diff.js';
import { figures } from './client/pairs/figures.js';
import { heatmap } from './client/pairs/heatmap.js';
import { meterPaths } from './client/pairs/meter.js';
import { peek } from './client/peek.js';
import { search } from './client/search.js';
import type { EditionData } from './client/shapes.js';
import { tensions } from './client/tensions.js';
import { timeline } from './client/timeline.js';
import { world } from './client/world.js';
import { dataFiles, pastFiles } from './data.js';
import { written } from './kept.js';
import { concordancePages } from './pages/concordance.js';
import { jurisdictionPages } from './pages/jurisdiction.js';
import { instrumentPages, lawKeys } from './pages/law/instrument.js';
import { uncodedPages } from './pages/law/uncoded.js';
import { lawsPage } from './pages/laws.js';
import { methodPage } from './pages/method.js';
import { overviewPage } from './pages/overview.js';
import { comparePage } from './pages/pairs/compare.js';
import { divergencePage } from './pages/pairs/divergence.js';
import { regimesPage } from './pages/pairs/regimes.js';
import { indexFiles, placesFile, searchPage } from './pages/search.js';
import { tensionsPage } from './pages/tensions.js';
import { timelinePage } from './pages/timeline.js';
import { worldFile, worldPage } from './pages/world.js';
import { dataFile } from './parts.js';
import { EDITION_FILE, type Page, sheetOf } from './shell.js';
import { style } from './style.js';
import { textFiles } from './texts.js';
import { toldResults } from './told.js';

/** Returns the folder: pages, stylesheet, scripts, data; without the files that `memory` holds. It opens from disk and needs no network. */
export function site(atlas: Atlas, options: ReportOptions): { path: string; content: string }[] {
  const {
    index = null,
    world: topology = null,
    regimes = null,
    series = null,
    past = [],
    readUncoded,
    memory = null,
  } = options;
  const law = lawKeys(atlas, options);
  const told = toldResults(atlas.study);
  const days = past.map((p) => p.asOf);
  const pages: Page[] = [
    overviewPage(atlas),
    lawsPage(atlas, readUncoded !== undefined),
    divergencePage(atlas, days),
    comparePage(atlas, days),
    ...concordancePages(atlas, told),
    regimesPage(atlas, regimes),
    tensionsPage(atlas),
    timelinePage(atlas, series),
    worldPage(atlas, topology),
    searchPage(index),
    methodPage(atlas),
    ...jurisdictionPages(atlas, told),
    ...instrumentPages(atlas, law),
    ...(readUncoded === undefined ? [] : uncodedPages(atlas, readUncoded, law)),
  ];
  const made = pages.flatMap((page) => {
    const file = written(sheetOf(page, atlas.study.codebook.version), memory);
    options.onPage?.(page.path, pages.length);
    return file ?? [];
  });
  const sheets = [
    ...dataFiles(atlas, told),
    ...pastFiles(past),
    ...textFiles(atlas, law),
    ...(index === null ? [] : indexFiles(index)),
  ];
  return [
    ...made,
    ...sheets.flatMap((sheet) => written(sheet, memory) ?? []),
    { path: EDITION_FILE, content: dataFile('edition', editionOf(atlas.study) satisfies EditionData) },
    { path: 'assets/style.css', content: style },
    ...[base, peek, laws, find, compare, diff, figures, download, heatmap, tensions, timeline, world].map(script),
    { path: 'assets/meter.js', content: offered('meter', meterPaths) },
    worldFile(atlas),
    ...(index === null
      ? []
      : [{ path: 'assets/lexatlas-search.js', content: index.script }, script(search), placesFile(atlas, index)]),
  ];
}

/** Some compilers name inner functions by a call to `__name`. */
const NAMING = "'use strict';const __name=(f)=>f;";

/** The function as a script that runs at once. */
function script(run: () => void): { path: string; content: string } {
  return { path: `assets/${run.name}.js`, content: `(()=>{${NAMING}(${run.toString()})();})();\n` };
}

/** The function as a script that offers it to the page's other scripts under a name. */
function offered(name: string, run: (...given: never[]) => unknown): string {
  return `(()=>{${NAMING}globalThis.lexatlas.${name}=${run.toString()};})();\n`;
}
