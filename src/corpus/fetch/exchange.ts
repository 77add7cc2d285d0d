import { open, rm } from 'node:fs/promises';
import type { Dispatcher } from 'undici';
import { type Courier, undici } from './courier.js';
import { FetchProblem } from './problem.js';
import type { FetchLimits } from './settings.js';

/** What the server says of the body that was written, kept to ask it later whether anything changed. */
export interface Reply {
  readonly status: number;
  /** Where a redirect points, null where the status is none. */
  readonly location: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly mediaType: string | null;
  readonly encoding: string | null;
}

export interface Wanted {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** File that takes the body, and how much of it is there already. */
  readonly part: string;
  readonly partBytes: number;
  readonly tell: (bytes: number) => void;
  /** Told the reply's head before its body is written. */
  readonly onHead: (reply: Reply) => void;
}

/**
 * One request and its reply. A body (200, 206) is written to `part`; other bodies are thrown away.
 * @throws FetchProblem where the status, the size or the length says that this is not the text.
 */
export async function exchange(wanted: Wanted, courier: Courier, limits: FetchLimits): Promise<Reply> {
  const { url, part } = wanted;
  const response = await undici().request(url, {
    dispatcher: courier.dispatcher,
    headers: { 'user-agent': courier.agent, accept: '*/*', 'accept-encoding': 'identity', ...wanted.headers },
    signal: AbortSignal.timeout(limits.totalTimeoutMs),
  });
  const reply = headOf(response);
  if (reply.status === 200 || reply.status === 206) {
    const offset = reply.status === 206 ? wanted.partBytes : 0;
    if (reply.status === 206 && !header(response, 'content-range')?.startsWith(`bytes ${offset}-`)) {
      await discard(response, part);
      throw new FetchProblem('corpus/truncated', `${url.href} sent another piece than asked for.`, '', { afterMs: 0 });
    }
    wanted.onHead(reply);
    await write(response, offset, wanted, limits);
    return reply;
  }
  await response.body.dump();
  if (reply.status === 304 || reply.location !== null) return reply;
  if (reply.status === 416) await rm(part, { force: true });
  throw refusal(reply.status, url.href, header(response, 'retry-after'), limits);
}

async function write(
  response: Dispatcher.ResponseData,
  offset: number,
  { url, part, tell }: Wanted,
  { maxBytes }: FetchLimits,
): Promise<void> {
  const length = Number(header(response, 'content-length') ?? Number.NaN);
  if (offset + length > maxBytes) {
    await discard(response, part);
    throw tooLarge(url.href, maxBytes);
  }
  const file = await open(part, offset > 0 ? 'a' : 'w');
  let size = offset;
  try {
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(url.href, maxBytes);
      await file.write(chunk);
      tell(size);
    }
  } catch (error) {
    if (error instanceof FetchProblem) await rm(part, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  if (Number.isFinite(length) && size !== offset + length)
    throw new FetchProblem('corpus/truncated', `${url.href} broke off after ${size} bytes.`, 'Try again later.', {
      afterMs: null,
    });
}

/** Ends the body without reading it, and forgets the piece on disk. */
async function discard(response: Dispatcher.ResponseData, part: string): Promise<void> {
  response.body.on('error', () => undefined);
  response.body.destroy();
  await rm(part, { force: true });
}

function tooLarge(url: string, maxBytes: number): FetchProblem {
  return new FetchProblem(
    'corpus/too-large',
    `${url} is larger than ${maxBytes} bytes: no law is that long.`,
    'Check the address in the catalogue.',
  );
}

function refusal(status: number, url: string, retryAfter: string | null, limits: FetchLimits): FetchProblem {
  if (status === 416) return new FetchProblem('corpus/truncated', `${url} has changed in length.`, '', { afterMs: 0 });
  if (status === 429 || status === 408 || status >= 500) {
    const afterMs = waitOf(retryAfter);
    const isTooLong = afterMs !== null && afterMs > limits.maxWaitMs;
    return new FetchProblem(
      status === 429 ? 'corpus/too-many-requests' : 'corpus/server-error',
      isTooLong
        ? `${url} asks us to come back in ${Math.round(afterMs / 1_000)} s.`
        : `${url} answered with status ${status}.`,
      'Try again later.',
      isTooLong ? null : { afterMs },
    );
  }
  if (status === 404 || status === 410)
    return new FetchProblem(
      'corpus/gone',
      `${url} is not there (status ${status}).`,
      'Look for the new address at the publisher and mend the catalogue.',
    );
  return new FetchProblem(
    'corpus/refused',
    `${url} refused us (status ${status}).`,
    'Download the file in a browser and add it with lexatlas ingest.',
  );
}

/** Retry-After in milliseconds: a number of seconds or a date. */
function waitOf(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

function headOf(response: Dispatcher.ResponseData): Reply {
  const status = response.statusCode;
  const isRedirect = [301, 302, 303, 307, 308].includes(status);
  return {
    status,
    location: isRedirect ? header(response, 'location') : null,
    etag: header(response, 'etag'),
    lastModified: header(response, 'last-modified'),
    mediaType: header(response, 'content-type'),
    encoding: header(response, 'content-encoding'),
  };
}

function header(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
