import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../../test/browser/browser.js';
import { reportOver } from '../sample/study.js';

const PAIR = 'left=archetype%2Fadequacy&right=archetype%2Fconsent';
/** Picture, page of the report, and what to scroll to. */
const PICTURES: readonly (readonly [string, string, string?])[] = [
  ['report', 'index.html'],
  ['divergence', 'divergence.html#scope=transfer'],
  ['compare', `compare.html#${PAIR}&scope=transfer.adequacy`],
  ['concordance', 'concordance.html'],
  ['law', 'instruments/archetype_adequacy.html#chp_III__art_13'],
  ['regimes', 'regimes.html'],
  ['tensions', 'tensions.html'],
  ['world', 'world.html#code=transfer.general'],
  ['search', 'search.html#q=third%20country'],
  ['method', 'method.html'],
];
const SIZE = { width: 1200, height: 760 };
const DRAWS = 100;

/** Rebuilds the pictures of docs/tour.md from the archetypes: `npm run tour`. */
const home = mkdtempSync(join(tmpdir(), 'lexatlas-tour-'));
const folder = await reportOver({ home, draws: DRAWS, options: { out: join(home, 'report') } });
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  for (const [name, view] of PICTURES) {
    await page.goto('about:blank');
    await page.goto(`${pathToFileURL(folder)}/${view}`);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join('docs', 'images', `${name}.png`) });
  }
} finally {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}
