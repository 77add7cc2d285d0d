import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { type CatalogueEntry, type FetchOptions, type FetchOutcome, fetchInstrument } from '../../src/corpus/index.js';
import { type Handler, type Publisher, publisher } from './publisher.js';

/** Short times, so that patience itself can be tested. */
export const QUICK = {
  delayMs: 5,
  backoffMs: 5,
  maxWaitMs: 3_000,
  retries: 3,
  idleTimeoutMs: 400,
  totalTimeoutMs: 1_500,
  maxBytes: 1_000_000,
};

/** The folder of fetched texts and the publisher of the test that runs. */
export const here = { folder: '', site: null as Publisher | null };

beforeEach(() => {
  here.folder = mkdtempSync(join(tmpdir(), 'lexatlas-fetch-'));
});
afterEach(async () => {
  await here.site?.close();
  here.site = null;
  rmSync(here.folder, { recursive: true, force: true });
});

/** Opens a publisher that answers by these handlers. */
export async function open(handlers: Readonly<Record<string, Handler>>): Promise<void> {
  here.site = await publisher(handlers);
}

/** The catalogue entry of a law that the publisher keeps. */
export function entry(facts: Partial<CatalogueEntry> = {}, path = '/law', file = 'en.html'): CatalogueEntry {
  return {
    ...{ id: 'xx/export-act', title: 'Data Export Act', aliases: [], kind: 'statute', jurisdictions: ['XX'] },
    ...{ languages: ['en'], made: null, inForce: null, repealed: null, identifiers: {}, core: false },
    ...{ contains: ['Article 9'], licence: 'ours', held: [] },
    addresses: [
      { href: `${here.site?.url}${path}`, file, language: 'en', reader: null, state: 'unverified', sha256: null },
    ],
    ...facts,
  } as CatalogueEntry;
}

/** Quick options for the folder of this test. */
export function options(more: Partial<FetchOptions> = {}): FetchOptions {
  return { folder: here.folder, limits: QUICK, ...more };
}

/** What became of the law when it was fetched. */
export async function fetched(what = entry(), more: Partial<FetchOptions> = {}): Promise<FetchOutcome[]> {
  return fetchInstrument(what, options(more));
}

/** The diagnostic of a fetch that must fail. */
export async function failure(what = entry(), more: Partial<FetchOptions> = {}): Promise<unknown> {
  const [outcome] = await fetched(what, more);
  expect(outcome?.status).toBe('failed');
  return outcome?.diagnostics[0];
}

/** How often the publisher was asked for a path. */
export function times(path: string): number {
  return here.site?.asked.filter((r) => r.path === path).length ?? 0;
}
