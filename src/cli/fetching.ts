import { join } from 'node:path';
import { type CatalogueEntry, catalogue, type FetchOptions, type FetchOutcome } from '../corpus/index.js';
import { faultOf, wordsOf } from '../pipeline/index.js';
import { remarkOf } from '../text/coverage.js';
import { say } from './output.js';
import { text } from './print.js';
import { shipped } from './study.js';

type Options = Readonly<Record<string, unknown>>;

/** Below this nobody needs to be told that we wait. */
const TOLD_WAIT_MS = 5_000;

/** The folder of fetched texts: `--to`, else `corpus/texts` here, where `run` looks. */
export function textsFolder(options: Options): string {
  return text(options.to) ?? join('corpus', 'texts');
}

/** The shipped catalogue, or the user's own in its place. */
export function loadCatalogue(options: Options): CatalogueEntry[] {
  const { text: words, name } = shipped('corpus/catalogue.json', options.catalogue);
  return catalogue(words, name);
}

/** How to fetch: every text is read before it is kept, and what holds no law is refused. */
export function fetchOptions(options: Options): FetchOptions {
  const contact = text(options.contact) ?? process.env.LEXATLAS_CONTACT ?? null;
  return {
    folder: textsFolder(options),
    ...(contact === null ? {} : { contact }),
    ...(typeof options.delay === 'number' ? { limits: { delayMs: options.delay } } : {}),
    acceptChanges: options.acceptChanges === true,
    textOf: (path, bytes) => wordsOf({ path, bytes, provenance: null }),
    judge: (path, bytes) => faultOf({ path, bytes, provenance: null }),
    tell: ({ instrument, url, what, amount }) => {
      if (what === 'request' && amount === 1) say(`  asking ${new URL(url).host} for ${instrument}`);
      if (what === 'wait' && amount >= TOLD_WAIT_MS) say(`  waiting ${Math.round(amount / 1_000)} s for ${instrument}`);
    },
  };
}

/** Says what became of one address, with its diagnostics, on stderr. */
export function sayOutcome({ status, file, url, diagnostics }: FetchOutcome): void {
  say(`${status.padEnd(9)} ${file}  ${url}`);
  for (const d of diagnostics) say(`  ${d.severity}: ${remarkOf(d)}`);
}
