import { readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { CatalogueEntry } from '../catalogue/entry.js';
import { CatalogueError, fileOf } from '../catalogue/read.js';
import { noteFacts } from '../fetch/facts.js';
import { type FetchOutcome, fetchInstrument } from '../fetch/fetch.js';
import { hashOf, hashOfFile, lockFile, readLock, writeWhole } from '../fetch/lock.js';
import { DEFAULT_LIMITS, type FetchOptions } from '../fetch/settings.js';

/** What the person says of a law that the catalogue does not have; the rest is guessed from its name. */
export interface AddedFacts {
  /** `ke/data-act-2019`: folder and stem under which it is kept. */
  readonly id: string;
  readonly title: string;
  readonly kind: CatalogueEntry['kind'];
  readonly jurisdictions: readonly string[];
  readonly language: string;
  readonly made: string | null;
  readonly licence: string;
  /** The publisher's address, where a file was given that came from there; null where nobody said. */
  readonly source: string | null;
}

const ID = /^[a-z]+(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+$/;

/**
 * Takes a file, or what an address gives, into the folder of fetched texts, with its facts in `corpus.json` and its hash in
 * the lock. `options.judge` says whether a law can be read in it: nothing is kept where it finds a fault.
 * @throws CatalogueError where id or file is at fault, or where another text is kept under that name and `acceptChanges` is not set.
 */
export async function addText(from: string, facts: AddedFacts, options: FetchOptions): Promise<FetchOutcome> {
  if (!ID.test(facts.id))
    throw new CatalogueError(
      `'${facts.id}' is no id for an instrument.`,
      'Give one with --id, in lower case and with a place before it: ke/data-act-2019.',
    );
  const isAddress = isFetched(from);
  const extension = extensionOf(isAddress ? new URL(from).pathname : from);
  const entry = entryOf(isAddress ? from : (facts.source ?? ''), facts, `${facts.language}.${extension}`);
  if (!isAddress) return addFile(from, entry, options);
  const [outcome] = await fetchInstrument(entry, options);
  if (outcome === undefined) throw new CatalogueError(`${from} gave nothing.`, 'Check the address.');
  return outcome;
}

/** True for an address that can be fetched, false for a file that is there. @throws CatalogueError for what is neither. */
export function isFetched(from: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(from)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return true;
  if (scheme !== undefined)
    throw new CatalogueError(
      `${from} is no address that can be fetched: only http and https are.`,
      'Download the file and give its path.',
    );
  const found = statSync(from, { throwIfNoEntry: false });
  if (found === undefined) throw new CatalogueError(`There is no file ${from}.`, 'Check the path.');
  if (found.isDirectory())
    throw new CatalogueError(
      `${from} is a folder, not a file.`,
      'Give one file, or read the whole folder with lexatlas run --corpus.',
    );
  return false;
}

const MEBIBYTE = 1024 * 1024;

async function addFile(from: string, entry: CatalogueEntry, options: FetchOptions): Promise<FetchOutcome> {
  const { size } = statSync(from);
  const { maxBytes } = { ...DEFAULT_LIMITS, ...options.limits };
  if (size > maxBytes)
    throw new CatalogueError(
      `${from} has ${Math.ceil(size / MEBIBYTE)} MiB; up to ${Math.floor(maxBytes / MEBIBYTE)} MiB are read.`,
      'Split it, one law a file.',
    );
  const bytes = readFileSync(from);
  const fault = (await options.judge?.(from, bytes)) ?? null;
  if (fault !== null) throw new CatalogueError(`${from}: ${fault.message}`, fault.mend ?? 'Give another file.');
  const [address] = entry.addresses;
  const file = address === undefined ? '' : fileOf(entry, address);
  const sha256 = hashOf(bytes);
  const before = hashOfFile(join(options.folder, file));
  if (before !== null && before !== sha256 && options.acceptChanges !== true)
    throw new CatalogueError(
      `${join(options.folder, file)} holds another text already.`,
      'Give the new one an id of its own with --id, or take its place with --accept-changes.',
    );
  readLock(options.folder);
  writeWhole(join(options.folder, file), bytes);
  const retrieved = `${new Date().toISOString().slice(0, 19)}Z`;
  const none = { etag: null, lastModified: null, mediaType: null };
  const origin = { instrument: entry.id, url: basename(from), finalUrl: basename(from) };
  lockFile(options.folder, file, { ...origin, sha256, bytes: size, retrieved, ...none });
  if (address !== undefined) noteFacts(options.folder, entry, address);
  const status = before === sha256 ? 'unchanged' : 'fetched';
  return { instrument: entry.id, url: from, file, status, sha256, diagnostics: [] };
}

function entryOf(href: string, facts: AddedFacts, file: string): CatalogueEntry {
  const { id, title, kind, jurisdictions, language, made, licence } = facts;
  const unknown = { aliases: [], inForce: null, repealed: null, identifiers: {}, core: false, contains: [], held: [] };
  const address = { href, file, language, reader: null, state: 'unverified', sha256: null };
  return {
    ...unknown,
    ...{ id, title, kind, jurisdictions, languages: [language], made, licence, addresses: [address] },
  };
}

/** The file's own last part; `html` for an address that ends in a folder or a number. */
function extensionOf(path: string): string {
  const packed = /\.([a-z0-9]+\.gz)$/i.exec(path)?.[1];
  const last = packed ?? extname(path).slice(1);
  return /^[a-z]+[a-z0-9.]*$/i.test(last) ? last.toLowerCase() : 'html';
}
