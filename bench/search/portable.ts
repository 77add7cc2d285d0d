import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import {
  buildLunr,
  type PackedIndex,
  type PortablePassage,
  packPortable,
  portablePassages,
  portableSearch,
} from '../../src/search/index.js';
import { openStudy, type StudyStore } from '../../src/store/index.js';
import { percentile } from './index.js';
import { benchQueries, narrowed, overlap } from './overlap.js';

const BROWSER = '/usr/bin/chromium';
const BUNDLE = 'dist/search/portable/browser.iife.js';
const MEBIBYTE = 1024 * 1024;

/**
 * Builds the portable index of 10,000 provisions as a report ships it (coded ones first), times it in Chromium, offline, from
 * a page of its own, and says how far its ten best are those of FTS5 over the same provisions.
 */
export async function portable(store: StudyStore): Promise<string> {
  const coded = store.instruments().flatMap((m) => {
    const made = store.codedInstrument(m.id);
    return made === null || made.annotations.length === 0 ? [] : [made];
  });
  const began = performance.now();
  const all = [...portablePassages(coded)];
  const analysed = performance.now();
  const built = buildLunr(all);
  const made = performance.now();
  const index = packPortable(built);
  const text = JSON.stringify(index);
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
  const lines = [
    `lunr      ${built.documents.length} provisions: analysed ${seconds(began, analysed)} s (all ${all.length}), built in ${seconds(analysed, made)} s, packed in ${seconds(made, performance.now())} s, ${(Buffer.byteLength(text) / MEBIBYTE).toFixed(1)} MiB (lunr's own JSON ${(JSON.stringify(built.index).length / MEBIBYTE).toFixed(1)})`,
    ...agreement(store, all, index),
  ];
  if (!existsSync(BROWSER) || !existsSync(BUNDLE))
    return [...lines, `lunr      not measured in Chromium: ${BROWSER} or ${BUNDLE} is missing`].join('\n');
  lines.push(...(await inChromium(text)), `bundle    ${(statSync(BUNDLE).size / 1024).toFixed(0)} KiB of script`);
  return lines.join('\n');
}

function agreement(store: StudyStore, all: readonly PortablePassage[], index: PackedIndex): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-overlap-'));
  const empty = openStudy(folder, 'write');
  try {
    const find = portableSearch(index);
    const kept = new Set(find.documents.map((d) => `${d.instrument} ${d.eId}`));
    const same = all.filter((p) => kept.has(`${p.instrument} ${p.passage.eId}`));
    const { mean, answered, apart, totals } = overlap(benchQueries(), narrowed(store, empty, same), find);
    return [
      `overlap   lunr and FTS5 over the same ${same.length} provisions share ${(mean * 100).toFixed(1)} % of their ten best (${answered} queries answered); ${apart.length} queries share fewer than eight${apart.length === 0 ? '' : `: ${apart.slice(0, 5).join('; ')}`}; ${totals.length} count otherwise${totals.length === 0 ? '' : `: ${totals.slice(0, 5).join('; ')}`}`,
    ];
  } finally {
    empty.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inChromium(index: string): Promise<string[]> {
  const queries = benchQueries();
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: readFileSync(BUNDLE, 'utf8') });
    const { loadMs, times } = await page.evaluate(
      ({ data, asked }) => {
        const start = performance.now();
        const open = (globalThis as unknown as { lexatlasSearch: (i: object) => (q: string) => object }).lexatlasSearch;
        const find = open(JSON.parse(data) as object);
        const loaded = performance.now() - start;
        const all = asked.map((q) => {
          const from = performance.now();
          find(q);
          return performance.now() - from;
        });
        return { loadMs: loaded, times: all };
      },
      { data: index, asked: queries },
    );
    return [
      `chromium  opens in ${loadMs.toFixed(0)} ms; ${queries.length} queries, each asked once: p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, worst ${percentile(times, 1)} ms`,
    ];
  } finally {
    await browser.close();
  }
}
