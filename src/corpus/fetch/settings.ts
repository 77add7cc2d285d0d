import type { Diagnostic } from '../../model/index.js';

/** What the person who fetches decides; everything has a default. */
export interface FetchOptions {
  /** Folder of fetched texts, with `lock.json` and `corpus.json` in it. */
  readonly folder: string;
  /** Who asks: an address or page where a publisher can reach the person, told in the user agent. */
  readonly contact?: string;
  /** Take what has changed upstream or differs from the catalogue's hash, instead of reporting it only. */
  readonly acceptChanges?: boolean;
  /** Told as it happens, for a progress line. */
  readonly tell?: (event: FetchEvent) => void;
  /** The plain text of a binary file (PDF, DOCX) for the check of its content; null where it cannot be read. */
  readonly textOf?: (file: string, bytes: Uint8Array) => Promise<string | null>;
  /** What is wrong with a text as law (nothing can be read in it); null where it is sound. A text at fault is not kept. */
  readonly judge?: (file: string, bytes: Uint8Array) => Promise<Diagnostic | null>;
  readonly limits?: Partial<FetchLimits>;
}

export interface FetchEvent {
  readonly instrument: string;
  readonly url: string;
  readonly what: 'request' | 'wait' | 'bytes';
  /** Milliseconds to wait, or bytes received so far. */
  readonly amount: number;
}

/** Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** Between two requests to one host; robots.txt may ask for more. */
  readonly delayMs: number;
  /** Longest pause that a site can ask for (Retry-After, Crawl-delay) before we leave it for another day. */
  readonly maxWaitMs: number;
  /** First pause after a failure; doubles each time. */
  readonly backoffMs: number;
  /** Tries after the first. */
  readonly retries: number;
  /** Silence of the server. */
  readonly idleTimeoutMs: number;
  /** One request with its whole body: a server that drips bytes never falls silent. */
  readonly totalTimeoutMs: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

/** The largest file of the shared corpus is 2.7 MB and the largest gazette PDF seen 30 MB: 64 MiB is no law. */
export const DEFAULT_LIMITS: FetchLimits = {
  delayMs: 2_000,
  maxWaitMs: 120_000,
  backoffMs: 2_000,
  retries: 4,
  idleTimeoutMs: 30_000,
  totalTimeoutMs: 600_000,
  maxBytes: 64 * 1024 * 1024,
  maxRedirects: 5,
};

/** The product token that robots.txt may name. */
export const AGENT = 'lexatlas';

/** The user agent: says what asks, why, and where its person can be reached. */
export function userAgent(contact: string | undefined): string {
  return `${AGENT}/0.1 (comparative law research; one request at a time${contact === undefined ? '' : `; ${contact}`})`;
}
