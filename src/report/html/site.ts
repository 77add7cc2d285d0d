import type { ProvisionRef } from '../../model/index.js';
import { basicUnitOf, byEId } from '../../text/provisions.js';
import type { Atlas } from '../atlas.js';
import type { SearchIndex } from '../options.js';
import { compare } from './client/compare.js';
import { heatmap } from './client/heatmap.js';
import { search } from './client/search.js';
import type { SearchData } from './client/shapes.js';
import { dataFiles } from './data.js';
import { comparePage } from './pages/compare.js';
import { concordancePages } from './pages/concordance.js';
import { divergencePage } from './pages/divergence.js';
import { instrumentPages } from './pages/instrument.js';
import { jurisdictionPages } from './pages/jurisdiction.js';
import { methodPage } from './pages/method.js';
import { overviewPage } from './pages/overview.js';
import { searchPage } from './pages/search.js';
import { tensionsPage } from './pages/tensions.js';
import { cut, dataFile } from './parts.js';
import { html, type Page } from './shell.js';
import { style } from './style.js';

const SNIPPET_LENGTH = 220;

/** Returns the whole folder: pages, stylesheet, scripts, data. It opens from disk and needs no network. */
export function site(atlas: Atlas, index: SearchIndex | null): { path: string; content: string }[] {
  const pages: Page[] = [
    overviewPage(atlas),
    divergencePage(atlas),
    comparePage(atlas),
    ...concordancePages(atlas),
    tensionsPage(atlas),
    searchPage(index !== null),
    methodPage(atlas),
    ...jurisdictionPages(atlas),
    ...instrumentPages(atlas),
  ];
  return [
    ...pages.map((page) => ({ path: page.path, content: html(page) })),
    { path: 'assets/style.css', content: style },
    { path: 'assets/heatmap.js', content: scriptOf(heatmap) },
    { path: 'assets/compare.js', content: scriptOf(compare) },
    ...dataFiles(atlas),
    ...(index === null ? [] : searchFiles(atlas, index)),
  ];
}

/** The function as a script that runs at once. Some compilers name inner functions by a call to `__name`. */
function scriptOf(run: () => void): string {
  return `'use strict';(()=>{const __name=(f)=>f;(${run.toString()})();})();\n`;
}

function searchFiles(atlas: Atlas, { index, documents, lunr }: SearchIndex): { path: string; content: string }[] {
  const printed = new Map(atlas.study.coded.map((c) => [c.instrument.metadata.id, new Set(atlas.printed(c))]));
  const place = (ref: ProvisionRef): readonly [string | null, string] => {
    const at = atlas.place(ref);
    if (at === null) return [null, ''];
    const unit = basicUnitOf(at.instrument, at.provision) ?? at.provision;
    const isPrinted = printed.get(ref.instrument)?.has(unit.eId) ?? false;
    const own = byEId(at.instrument).get(ref.eId);
    return [isPrinted && own !== undefined ? atlas.href(ref) : null, cut(atlas.words(ref), SNIPPET_LENGTH)];
  };
  const data: SearchData = { index, documents, places: documents.map(place) };
  return [
    { path: 'assets/lunr.js', content: lunr },
    { path: 'assets/search.js', content: scriptOf(search) },
    { path: 'data/index.js', content: dataFile('index', data) },
  ];
}
