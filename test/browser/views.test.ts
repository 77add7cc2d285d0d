import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOver } from './archetypes.js';
import { chromiumPath, openBrowser, violations, watchedPage } from './browser.js';

const VIEWS = [
  'index.html',
  'divergence.html',
  'compare.html#left=archetype%2Fadequacy&right=archetype%2Fconsent&scope=transfer',
  'concordance.html',
  'codes/transfer.adequacy.html',
  'regimes.html',
  'tensions.html',
  'timeline.html',
  'world.html',
  'search.html#q=transfer',
  'method.html',
  'jurisdictions/archetype_adequacy.html',
  'instruments/archetype_adequacy.html',
];
const WIDTHS = [360, 1280, 1920];
/** Bytes of script that the first page may load. */
const MOST_SCRIPT = 300_000;

describe.runIf(chromiumPath !== null)('the report over the archetypes, in Chromium, from disk', () => {
  let browser: Browser;
  let folder = '';
  let watched: Awaited<ReturnType<typeof watchedPage>>;
  beforeAll(async () => {
    [browser, folder] = await Promise.all([openBrowser(), reportOver()]);
    watched = await watchedPage(browser);
  });
  afterAll(() => browser?.close());
  const address = (view: string): string => `${pathToFileURL(folder)}/${view}`;

  it.each(VIEWS)('%s opens without an error, a request or a barrier, light and dark', async (view) => {
    const { page, wrongs } = watched;
    wrongs.length = 0;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address(view));
    expect(await page.textContent('h1')).not.toBe('');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, ['color-contrast'])).toEqual([]);
    const over: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (beyond > 0) over.push(`scrolls sideways by ${beyond} at ${width}`);
    }
    expect([...wrongs, ...over]).toEqual([]);
  });

  it('loads little script on its first page', () => {
    const assets = readdirSync(join(folder, 'assets')).filter((f) => f.endsWith('.js'));
    const all = assets.reduce((n, f) => n + statSync(join(folder, 'assets', f)).size, 0);
    expect(all).toBeLessThan(MOST_SCRIPT);
  });

  it('is walked by keyboard: the first stop skips to the content', async () => {
    const { page } = watched;
    await page.goto(address('index.html'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});
