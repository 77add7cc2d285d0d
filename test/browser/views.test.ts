import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOver } from '../../scripts/sample/study.js';
import { chromiumPath, openBrowser, violations, watchedPage } from './browser.js';

const VIEWS = [
  'index.html',
  'laws.html',
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
/** Intervals are looked at here, not relied on. */
const DRAWS = 10;
const WIDTHS = [360, 1280, 1920];
/** Stops of the Tab key that are looked at: beyond the navigation and into the content. */
const STOPS = 20;
/** Milliseconds in which a page that a script fills has asked for its data. */
const SETTLED = 150;
/** Bytes of script that the first page may load. */
const MOST_SCRIPT = 300_000;

describe.runIf(chromiumPath !== null)('the report over the archetypes, in Chromium, from disk', () => {
  let browser: Browser;
  let home = '';
  let folder = '';
  let watched: Awaited<ReturnType<typeof watchedPage>>;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lexatlas-views-'));
    folder = await reportOver({ home, draws: DRAWS, options: { out: join(home, 'report') } });
    browser = await openBrowser();
    watched = await watchedPage(browser);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true, force: true });
  });
  const address = (view: string): string => `${pathToFileURL(folder)}/${view}`;

  it.each(VIEWS)('%s opens without an error, a request or a barrier, light and dark', async (view) => {
    const { page, wrongs } = watched;
    wrongs.length = 0;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address(view));
    expect(await page.textContent('h1')).not.toBe('');
    expect(await violations(page)).toEqual([]);
    const bare = await page.evaluate(() => [
      [...document.querySelectorAll('main table')].filter((t) => t.closest('[data-table],[data-picture]') === null)
        .length,
      [...document.querySelectorAll('main svg.picture')].filter((p) => p.closest('[data-picture]') === null).length,
    ]);
    expect(bare).toEqual([0, 0]);
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

  it('names every kind of page that the report writes', () => {
    const named = new Set(VIEWS.map((v) => v.replace(/#.*/, '')));
    const pages = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((f) => f.endsWith('.html'));
    const kinds = new Set(pages.map((f) => (f.includes('/') ? `${f.split('/')[0]}/` : f)));
    const missing = [...kinds].filter((kind) => ![...named].some((v) => v === kind || v.startsWith(kind)));
    expect(missing).toEqual([]);
  });

  it.each(VIEWS)('%s can be cited in three ways, and gives its pictures and tables away', async (view) => {
    const { page, wrongs } = watched;
    wrongs.length = 0;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('about:blank');
    await page.goto(address(view));
    await page.waitForTimeout(SETTLED);
    const cited = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-cite^="This page"]')].map((n) => n.textContent ?? ''),
    );
    const [plain = '', bibtex = '', csl = ''] = cited;
    expect(cited).toHaveLength(3);
    expect(plain).toContain(page.url());
    expect(plain).toMatch(/corpus [0-9a-f]{12}, \d+ instruments/);
    expect(cited.join()).not.toContain('‹');
    expect(bibtex).toMatch(/^@misc\{[\w-]+,\n[\s\S]*\n\}$/);
    expect(JSON.parse(csl)[0]).toMatchObject({ type: 'webpage', URL: page.url() });
    const boxes = page.locator('[data-picture],[data-table]');
    for (let i = 0; i < (await boxes.count()); i += 1) {
      const box = boxes.nth(i);
      const isPicture = (await box.getAttribute('data-picture')) !== null;
      for (const kind of isPicture ? ['SVG', 'PNG', 'CSV'] : ['CSV']) {
        const button = box.locator(`xpath=following-sibling::p[contains(@class,"tools")][1]/button[text()="${kind}"]`);
        const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
        const bytes = readFileSync(await download.path());
        const begins = { SVG: '<?xml', PNG: '\u0089PNG', CSV: '' }[kind] ?? '';
        expect(bytes.subarray(0, begins.length).toString('latin1')).toBe(begins);
        expect([await download.suggestedFilename(), bytes.length > 20]).toEqual([
          expect.stringMatching(new RegExp(`\\.${kind.toLowerCase()}$`)),
          true,
        ]);
      }
    }
    expect(wrongs).toEqual([]);
  });

  it.each(VIEWS)('%s shows where the keyboard is, at each stop', async (view) => {
    const { page } = watched;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('about:blank');
    await page.goto(address(view));
    const unseen: string[] = [];
    for (let stop = 0; stop < STOPS; stop += 1) {
      await page.keyboard.press('Tab');
      const wrong = await page.evaluate(() => {
        const at = document.activeElement;
        if (at === null || at === document.body) return null;
        const { outlineStyle, outlineWidth, animationName, transitionDuration } = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        const isShown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        const isInSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        const isStill = animationName === 'none' && Number.parseFloat(transitionDuration) === 0;
        return isShown && isInSight && isStill ? null : at.outerHTML.slice(0, 120);
      });
      if (wrong !== null) unseen.push(wrong);
    }
    expect(unseen).toEqual([]);
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

  it('searches in the whole language: a pinpoint, a mistake with its place, a misspelling, other names, an order', async () => {
    const { page, wrongs } = watched;
    wrongs.length = 0;
    await page.goto(address('search.html'));
    await page.fill('#query', '(transfer');
    expect(await page.textContent('#wrong')).toMatch(/never closed[\s\S]*\^/);
    await page.fill('#query', 'trasnfer');
    await page.click('#told button');
    expect(await page.inputValue('#query')).toBe('transfer');
    expect(await page.isVisible('#wrong')).toBe(false);
    await page.waitForSelector('#hits mark');
    const counted = async (): Promise<number> => Number.parseInt((await page.textContent('#told')) ?? '', 10);
    await page.fill('#query', '"personal information"');
    const narrow = await counted();
    await page.check('#synonyms');
    expect(await counted()).toBeGreaterThan(narrow);
    await page.selectOption('#sort', 'date');
    const shared = page.url();
    expect(shared).toMatch(/synonyms=yes.*sort=date/);
    await page.goto('about:blank');
    await page.goto(shared);
    expect(await page.isChecked('#synonyms')).toBe(true);
    expect(await counted()).toBeGreaterThan(narrow);
    await page.fill('#query', 'transfer OR consent');
    await page.click('.facet[aria-label="Kind"] button');
    expect(await page.inputValue('#query')).toBe('(transfer OR consent) kind:archetype');
    await page.fill('#query', 'adequacy model 13(1)');
    await page.click('#hits .cited a');
    await page.waitForURL(/instruments\/.*art_13__para_1/);
    expect(wrongs).toEqual([]);
  });

  it('carries its index into other people’s scripts: Node by import, a page of their own by tags, as docs/search.md says', async () => {
    const parts = readdirSync(join(folder, 'data', 'search')).map((name) => `data/search/${name}`);
    expect(parts.length).toBeGreaterThan(1);
    const scripts = ['assets/lexatlas-search.js', ...parts].map((f) => String(pathToFileURL(join(folder, f))));
    const asked =
      "const find = lexatlasSearch(lexatlas.search); const hits = (q) => find(q, 3).hits.map((h) => h.instrument + ' ' + h.provision);";
    const answers =
      "[hits('heading:consent'), hits('Belmore Act s 14'), find('POPIA s 72').notice, find.facets('consent').kind]";
    const node = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `${scripts.map((s) => `await import('${s}');`).join(' ')} ${asked} console.log(JSON.stringify(${answers}))`,
      ],
      { encoding: 'utf8', timeout: 30_000 },
    );
    const plain = join(home, 'plain.html');
    writeFileSync(
      plain,
      `<!doctype html><meta charset="utf-8"><pre></pre>${scripts.map((s) => `<script src="${s}"></script>`).join('')}<script>${asked} document.querySelector('pre').textContent = JSON.stringify(${answers});</script>`,
    );
    const { page, wrongs } = watched;
    wrongs.length = 0;
    await page.goto(String(pathToFileURL(plain)));
    expect(JSON.parse((await page.textContent('pre')) ?? '')).toEqual(JSON.parse(node));
    expect(JSON.parse(node)).toEqual([
      expect.arrayContaining(['archetype/localization 5']),
      ['archetype/accountability 14'],
      expect.stringContaining("called 'POPIA'"),
      [{ value: 'archetype', count: expect.any(Number) }],
    ]);
    expect(wrongs).toEqual([]);
  });

  it('says on the search page what was cited and is not there', async () => {
    const { page } = watched;
    await page.goto(address('search.html'));
    await page.fill('#query', 'POPIA s 72');
    expect(await page.textContent('#told .notice')).toContain("called 'POPIA'");
    expect(await page.locator('#hits li').count()).toBe(0);
    await page.fill('#query', 'Dorwen Law art 5(1)');
    expect(await page.textContent('#told .notice')).toContain('shown is 5');
    await page.fill('#query', 'consent lang:klingon');
    expect(await page.textContent('#told .notice')).toContain('has lang:klingon');
  });

  it('finds words in a law and a law in the list, and keeps both in the address', async () => {
    const { page, wrongs } = watched;
    wrongs.length = 0;
    await page.goto(address('instruments/archetype_consent.html'));
    const all = await page.locator('#text > .unit').count();
    await page.fill('#find', 'withdraw consent');
    const found = await page.locator('#text > .unit:visible').count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    expect(await page.textContent('#found')).toContain(`${found} of ${all}`);
    expect(page.url()).toContain('find=withdraw+consent');
    expect(await page.locator('.tree a:visible').count()).toBe(found);
    await page.goto(address('laws.html#words=adequacy'));
    expect(await page.locator('#laws tbody tr:visible').count()).toBe(1);
    await page.fill('#words', '');
    expect(await page.locator('#laws tbody tr:visible').count()).toBeGreaterThan(4);
    expect(wrongs).toEqual([]);
  });

  it('walks the heat map by arrow keys', async () => {
    const { page } = watched;
    await page.goto(address('divergence.html'));
    const cell = () => page.evaluate(() => document.activeElement?.closest('td')?.dataset.pair);
    await page.locator('td[data-pair="archetype/accountability|archetype/adequacy"] a').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await cell()).toBe('archetype/accountability|archetype/consent');
    await page.keyboard.press('ArrowDown');
    expect(await cell()).toBe('archetype/adequacy|archetype/consent');
  });

  it('finds a citation, compares two sides, downloads table and pictures, and reopens the shared address', async () => {
    const { page, wrongs } = watched;
    wrongs.length = 0;
    await page.goto(address('search.html'));
    await page.fill('#query', 'adequacy model 13');
    await page.click('#hits .cited a');
    await page.waitForURL('**/instruments/**');
    expect(page.url()).toContain('instruments/archetype_adequacy.html#');
    await page.goto(address('divergence.html'));
    await page.selectOption('#scope', 'transfer');
    await page.click('td[data-pair="archetype/adequacy|archetype/consent"] a');
    // The click opens another page, which draws when its data files have come.
    await page.waitForSelector('#comparison .card .sides');
    expect(await page.textContent('h1')).toContain('adequacy');
    expect(await page.locator('.card .sides').count()).toBeGreaterThan(0);
    const shared = page.url();
    await page.goto(address('divergence.html'));
    const kinds: string[] = [];
    for (const kind of ['CSV', 'SVG', 'PNG']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`.tools button:text-is("${kind}")`),
      ]);
      const text = readFileSync(await download.path());
      kinds.push(`${download.suggestedFilename()} ${kind === 'PNG' ? text.subarray(1, 4) : text.subarray(0, 5)}`);
    }
    expect(kinds).toEqual([
      'divergence-heatmap.csv Side,',
      'divergence-heatmap.svg <?xml',
      'divergence-heatmap.png PNG',
    ]);
    await page.goto('about:blank');
    await page.goto(shared);
    await page.waitForSelector('#comparison .card .sides');
    expect(await page.inputValue('#scope')).toBe('transfer');
    expect(await page.inputValue('#left')).toBe('archetype/adequacy');
    expect(await page.textContent('[data-cite]')).toContain('compare.html#left=archetype');
    expect(wrongs).toEqual([]);
  });
});
