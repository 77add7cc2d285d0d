import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { report } from '../../src/report/index.js';
import { study } from '../report/build.js';
import { chromiumPath, onDisk, openBrowser, watchedPage } from './browser.js';

describe.runIf(chromiumPath !== null)('a law full of script tags, handlers and javascript: addresses', () => {
  it('runs nothing on any page of the report', async () => {
    const files = report(study(), { format: 'html' });
    const folder = onDisk(files);
    const browser = await openBrowser();
    try {
      const { page, wrongs } = await watchedPage(browser);
      for (const { path } of files.filter((f) => f.path.endsWith('.html'))) {
        await page.goto(`${pathToFileURL(folder)}/${path}`);
        const dangers = await page.evaluate(
          () =>
            [...document.querySelectorAll('*')].filter(
              (n) =>
                n.getAttributeNames().some((a) => a.startsWith('on')) ||
                /^\s*javascript:/i.test(n.getAttribute('href') ?? '') ||
                (n.tagName === 'SCRIPT' && n.getAttribute('src') === null),
            ).length,
        );
        expect([path, dangers, [...wrongs]]).toEqual([path, 0, []]);
      }
    } finally {
      await browser.close();
    }
  });
});
