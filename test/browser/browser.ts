import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { ReportFile } from '../../src/report/index.js';

/** Where Debian, Ubuntu, Arch and macOS keep it; CHROMIUM names another. */
const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chromium on this machine, null where there is none. */
export const chromiumPath: string | null = PLACES.find((p) => p !== '' && existsSync(p)) ?? null;

if (chromiumPath === null)
  console.warn('SKIPPED: no Chromium on this machine, so no browser test runs. Set CHROMIUM or install chromium.');

export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('There is no Chromium; ask chromiumPath first.');
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS });
}

/** Writes a report into a new folder and returns its path. */
export function onDisk(files: readonly ReportFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-report-'));
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.content);
  }
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A page that collects what went wrong on it: errors, refused resources, requests that leave the disk. */
export async function watchedPage(browser: Browser): Promise<{ page: Page; wrongs: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('pageerror', (e) => wrongs.push(`error: ${e.message}`));
  page.on('console', (m) => {
    if (m.type() === 'error') wrongs.push(`console: ${m.text()}`);
  });
  page.on('dialog', (d) => {
    wrongs.push(`dialog: ${d.message()}`);
    void d.dismiss();
  });
  page.on('request', (r) => {
    if (!/^(file|data|blob|about):/.test(r.url())) wrongs.push(`request: ${r.url()}`);
  });
  return { page, wrongs };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Violations of WCAG 2.2 AA on the page, or of these rules alone, each with the first node it concerns. */
export async function violations(page: Page, rules: readonly string[] = LEVELS): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      // Preloading stylesheets would ask for a file, which the report's own policy rightly refuses.
      const result = await axe.run({ runOnly, preload: false, resultTypes: ['violations'] });
      return result.violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0]?.html ?? ''}`);
    },
    [...rules],
  );
}
