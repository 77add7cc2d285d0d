import { existsSync, readFileSync, statSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { buildLunr, passages } from '../../src/search/index.js';
import type { StudyStore } from '../../src/store/index.js';
import { percentile } from './index.js';

const BROWSER = '/usr/bin/chromium';
const BUNDLE = 'dist/search/portable/browser.iife.js';
const MEBIBYTE = 1024 * 1024;

/** Builds the portable index of 10,000 provisions (coded ones first) and times it in Chromium, offline, from a page of its own. */
export async function portable(store: StudyStore): Promise<string> {
  const began = performance.now();
  const all = store.instruments().flatMap((m) => {
    const coded = store.codedInstrument(m.id);
    return coded === null
      ? []
      : passages(coded.instrument, coded.annotations).map((passage) => ({ instrument: m.id, passage }));
  });
  const analysed = performance.now();
  const index = buildLunr(all, 'places');
  const text = JSON.stringify(index);
  const lines = [
    `lunr      ${index.documents.length} provisions: analysed ${((analysed - began) / 1000).toFixed(1)} s (all ${all.length}), built in ${((performance.now() - analysed) / 1000).toFixed(1)} s, ${(Buffer.byteLength(text) / MEBIBYTE).toFixed(1)} MiB`,
  ];
  if (!existsSync(BROWSER) || !existsSync(BUNDLE))
    return [...lines, `lunr      not measured in Chromium: ${BROWSER} or ${BUNDLE} is missing`].join('\n');
  lines.push(...(await inChromium(text)), `bundle    ${(statSync(BUNDLE).size / 1024).toFixed(0)} KiB of script`);
  return lines.join('\n');
}

async function inChromium(index: string): Promise<string[]> {
  const queries = readFileSync(new URL('queries.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
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
      `chromium  opens in ${loadMs.toFixed(0)} ms; ${queries.length} queries: p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, worst ${percentile(times, 1)} ms`,
    ];
  } finally {
    await browser.close();
  }
}
