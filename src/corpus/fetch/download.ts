import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Courier } from './courier.js';
import { exchange, type Reply } from './exchange.js';
import { FetchProblem, problemOf } from './problem.js';
import type { FetchLimits } from './settings.js';

/** What the publisher said of the copy we hold. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Download extends Validators {
  /** Null where the publisher says that nothing has changed. */
  readonly bytes: Uint8Array | null;
  readonly finalUrl: string;
  readonly mediaType: string | null;
}

interface Order {
  readonly url: string;
  readonly held: Validators | null;
  /** Where a piece of the body waits for the rest, between tries and between runs. */
  readonly part: string;
  readonly tell: (what: 'request' | 'wait' | 'bytes', amount: number) => void;
}

/**
 * The body at an address: asked for on condition, resumed where an earlier try broke off, tried again with growing pauses.
 * @throws FetchProblem when the tries are used up, or at once where another try cannot help.
 */
export async function download(order: Order, courier: Courier, limits: FetchLimits): Promise<Download> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(order, courier, limits);
    } catch (error) {
      const problem = problemOf(error, order.url);
      if (problem.retry === null || tries >= limits.retries) throw problem;
      const waitMs = problem.retry.afterMs ?? limits.backoffMs * 2 ** tries;
      order.tell('wait', waitMs);
      await sleep(Math.min(waitMs, limits.maxWaitMs));
    }
  }
}

async function attempt(order: Order, courier: Courier, limits: FetchLimits): Promise<Download> {
  const seen = new Set<string>();
  let url = new URL(order.url);
  for (;;) {
    seen.add(url.href);
    const at = url;
    const { partBytes, headers } = resumeHeaders(order);
    order.tell('request', seen.size);
    const reply = await courier.turn(at, () =>
      exchange(
        {
          url: at,
          headers: { ...conditions(order.held), ...headers },
          part: order.part,
          partBytes,
          tell: (bytes) => order.tell('bytes', bytes),
          onHead: (head) => rememberPart(order, head),
        },
        courier,
        limits,
      ),
    );
    if (reply.location === null) return finish(order, reply, at.href, limits);
    url = nextHop(reply.location, at, seen, limits.maxRedirects);
  }
}

function nextHop(location: string, from: URL, seen: ReadonlySet<string>, maxRedirects: number): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
  const mend = 'Look for the new address at the publisher and mend the catalogue.';
  if (to === null || !/^https?:$/.test(to.protocol) || (from.protocol === 'https:' && to.protocol === 'http:'))
    throw new FetchProblem('corpus/bad-redirect', `${from.href} leads to ${location}, where we do not go.`, mend);
  if (seen.has(to.href) || seen.size > maxRedirects)
    throw new FetchProblem('corpus/redirect-loop', `${from.href} leads in circles (${seen.size} redirects).`, mend);
  return to;
}

function finish(order: Order, reply: Reply, finalUrl: string, limits: FetchLimits): Download {
  const { etag, lastModified, mediaType } = reply;
  if (reply.status === 304) {
    forgetPart(order);
    return { bytes: null, finalUrl, etag, lastModified, mediaType };
  }
  const bytes = decode(readFileSync(order.part), reply.encoding, order.url, limits.maxBytes);
  forgetPart(order);
  return { bytes, finalUrl, etag, lastModified, mediaType };
}

/** Undoes a content encoding that the server used although we asked for none; `maxBytes` bounds what it unpacks to. */
function decode(bytes: Buffer, encoding: string | null, url: string, maxOutputLength: number): Uint8Array {
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, { maxOutputLength });
    if (encoding === 'br') return brotliDecompressSync(bytes, { maxOutputLength });
    if (encoding === 'deflate') return inflateSync(bytes, { maxOutputLength });
    return bytes;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FetchProblem('corpus/bad-encoding', `${url} cannot be unpacked: ${reason}.`, 'Try again later.');
  }
}

function conditions(held: Validators | null): Record<string, string> {
  if (held?.etag != null) return { 'if-none-match': held.etag };
  return held?.lastModified != null ? { 'if-modified-since': held.lastModified } : {};
}

/** A piece is resumed only under a strong validator: two versions must never be glued together. */
function resumeHeaders(order: Order): { partBytes: number; headers: Record<string, string> } {
  const note = partNote(order);
  if (note !== null && existsSync(order.part)) {
    const validator = note.etag !== null && !note.etag.startsWith('W/') ? note.etag : note.lastModified;
    const partBytes = statSync(order.part).size;
    if (note.url === order.url && validator !== null && partBytes > 0)
      return { partBytes, headers: { range: `bytes=${partBytes}-`, 'if-range': validator } };
  }
  forgetPart(order);
  return { partBytes: 0, headers: {} };
}

/** Beside the piece; not `.json`, which a run would take for a law. */
function noteOf(order: Order): string {
  return `${order.part}.note`;
}

/** What was noted of the piece on disk; null where there is none, or a killed run left half a note. */
function partNote(order: Order): (Validators & { readonly url: string }) | null {
  try {
    return JSON.parse(readFileSync(noteOf(order), 'utf8')) as Validators & { url: string };
  } catch {
    return null;
  }
}

function rememberPart(order: Order, { etag, lastModified }: Reply): void {
  writeFileSync(noteOf(order), JSON.stringify({ url: order.url, etag, lastModified }));
}

function forgetPart(order: Order): void {
  rmSync(order.part, { force: true });
  rmSync(noteOf(order), { force: true });
}
