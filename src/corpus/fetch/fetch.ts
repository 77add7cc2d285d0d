import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../model/index.js';
import type { CatalogueAddress, CatalogueEntry } from '../catalogue/entry.js';
import { fileOf } from '../catalogue/read.js';
import { checkContent } from './check.js';
import { type Courier, openCourier } from './courier.js';
import { type Download, download } from './download.js';
import { noteFacts } from './facts.js';
import { hashOf, hashOfFile, type LockedFile, lockFile, readLock, writeWhole } from './lock.js';
import { diagnostic, diagnosticOf, FetchProblem, problemOf } from './problem.js';
import { DEFAULT_LIMITS, type FetchLimits, type FetchOptions, userAgent } from './settings.js';

/** What became of one address. */
export interface FetchOutcome {
  readonly instrument: string;
  readonly url: string;
  /** Path in the folder of fetched texts. */
  readonly file: string;
  /** `changed`: the publisher's text is another one now; it lies beside the old one as `<file>.changed`, which stays. */
  readonly status: 'fetched' | 'unchanged' | 'changed' | 'failed';
  /** Of the file that is in use; null where there is none. */
  readonly sha256: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Hosts asked at the same time; each still sees one request at a time. */
const INSTRUMENTS_AT_ONCE = 4;

/** Fetches every rendition of one instrument. Never throws for what a publisher does: that is told in the outcomes. */
export async function fetchInstrument(entry: CatalogueEntry, options: FetchOptions): Promise<FetchOutcome[]> {
  const outcomes: FetchOutcome[] = [];
  for await (const outcome of fetchInstruments([entry], options)) outcomes.push(outcome);
  return outcomes;
}

/**
 * Fetches many instruments, some hosts at a time, and tells each outcome as it comes about. A stop loses nothing: what is
 * written is whole and locked, and a broken piece is resumed by the next run.
 * @throws CatalogueError where the folder's lock file is damaged.
 */
export async function* fetchInstruments(
  entries: readonly CatalogueEntry[],
  options: FetchOptions,
): AsyncGenerator<FetchOutcome> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const courier = openCourier(userAgent(options.contact), limits);
  readLock(options.folder);
  const waiting = [...entries];
  const running = new Map<CatalogueEntry, Promise<{ entry: CatalogueEntry; outcomes: FetchOutcome[] }>>();
  try {
    while (waiting.length > 0 || running.size > 0) {
      while (running.size < INSTRUMENTS_AT_ONCE) {
        const entry = waiting.shift();
        if (entry === undefined) break;
        running.set(entry, fetchRenditions(entry, courier, limits, options));
      }
      const { entry, outcomes } = await Promise.race(running.values());
      running.delete(entry);
      yield* outcomes;
    }
  } finally {
    await courier.close();
  }
}

async function fetchRenditions(
  entry: CatalogueEntry,
  courier: Courier,
  limits: FetchLimits,
  options: FetchOptions,
): Promise<{ entry: CatalogueEntry; outcomes: FetchOutcome[] }> {
  const outcomes: FetchOutcome[] = [];
  for (const address of entry.addresses) {
    const file = fileOf(entry, address);
    const path = join(options.folder, file);
    try {
      outcomes.push(await fetchAddress(entry, address, courier, limits, options));
    } catch (error) {
      const problem = problemOf(error, address.href);
      outcomes.push({
        ...{ instrument: entry.id, url: address.href, file, status: 'failed', sha256: hashOfFile(path) },
        diagnostics: [diagnosticOf(problem, entry.id, file)],
      });
    }
  }
  return { entry, outcomes };
}

async function fetchAddress(
  entry: CatalogueEntry,
  address: CatalogueAddress,
  courier: Courier,
  limits: FetchLimits,
  options: FetchOptions,
): Promise<FetchOutcome> {
  const { href: url } = address;
  const file = fileOf(entry, address);
  const path = join(options.folder, file);
  const locked = readLock(options.folder)[file] ?? null;
  const onDisk = hashOfFile(path);
  // Conditions make sense only while the file is still what was fetched; a lost or edited one is asked for anew.
  const held = locked !== null && onDisk === locked.sha256 ? locked : null;
  mkdirSync(dirname(path), { recursive: true });
  const tell: Parameters<typeof download>[0]['tell'] = (what, amount) =>
    options.tell?.({ instrument: entry.id, url, what, amount });
  const reply = await download({ url, held, part: `${path}.part`, tell }, courier, limits);
  const outcome = { instrument: entry.id, url, file };
  if (reply.bytes === null) return { ...outcome, status: 'unchanged', sha256: onDisk, diagnostics: [] };
  const isChecked = await checkContent(reply.bytes, file, entry.contains, options.textOf);
  const fault = (await options.judge?.(file, reply.bytes)) ?? null;
  if (fault !== null) throw new FetchProblem(fault.ruleId, fault.message, fault.mend ?? '');
  const sha256 = hashOf(reply.bytes);
  const unchecked = isChecked || sha256 === address.sha256 ? [] : [notChecked(entry.id, file)];
  const known = locked?.sha256 ?? address.sha256;
  if (known !== null && known !== sha256 && options.acceptChanges !== true) {
    writeWhole(`${path}.changed`, reply.bytes);
    return {
      ...outcome,
      status: 'changed',
      sha256: onDisk,
      diagnostics: [changed(entry.id, file, locked), ...unchecked],
    };
  }
  writeWhole(path, reply.bytes);
  rmSync(`${path}.changed`, { force: true });
  lockFile(options.folder, file, lockedFile(entry.id, url, sha256, reply.bytes.length, reply));
  noteFacts(options.folder, entry, address);
  return { ...outcome, status: sha256 === onDisk ? 'unchanged' : 'fetched', sha256, diagnostics: unchecked };
}

function lockedFile(instrument: string, url: string, sha256: string, bytes: number, reply: Download): LockedFile {
  const { finalUrl, etag, lastModified, mediaType } = reply;
  const retrieved = `${new Date().toISOString().slice(0, 19)}Z`;
  return { instrument, url, finalUrl, sha256, bytes, retrieved, etag, lastModified, mediaType };
}

function changed(instrument: string, file: string, locked: LockedFile | null): Diagnostic {
  const since = locked === null ? 'the file that the catalogue knows' : `the one fetched on ${locked.retrieved}`;
  const message = `The publisher's text is not ${since}; it lies beside it as ${file}.changed and is not used.`;
  const mend = `Compare the two; lexatlas fetch ${instrument} --accept-changes takes the new one.`;
  return diagnostic('corpus/changed', 'warning', message, mend, instrument, file);
}

function notChecked(instrument: string, file: string): Diagnostic {
  const message = `Only the format of ${file} was checked, not whether the law in it is whole.`;
  return diagnostic('corpus/content-not-checked', 'info', message, 'Look at lexatlas outline.', instrument, file);
}
