import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { FetchProblem, problemOf } from './problem.js';
import { ALLOW_ALL, parseRobots, type Robots } from './robots.js';
import { AGENT, type FetchLimits } from './settings.js';

/** undici, loaded when something is fetched: it takes a tenth of a second, and most commands fetch nothing. */
export function undici(): typeof import('undici') {
  return createRequire(import.meta.url)('undici') as typeof import('undici');
}

/** RFC 9309 asks that at least this much of a robots.txt is read. */
const MAX_ROBOTS_BYTES = 500 * 1024;
const MAX_ROBOTS_REDIRECTS = 5;
/** A host whose robots.txt could not be had is asked again after so long: offline, each address of a catalogue would else wait half a minute in vain. */
const ASKED_AGAIN_MS = 60_000;

/** Gives each host one request at a time, at its pace, and only where its robots.txt lets us. */
export interface Courier {
  readonly dispatcher: Dispatcher;
  readonly agent: string;
  /**
   * The result of `work`, done when the host of `url` is free.
   * @throws FetchProblem where robots.txt forbids the address or cannot be had.
   */
  turn<T>(url: URL, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Host {
  queue: Promise<unknown>;
  /** On the clock that never goes back. */
  freeAtMs: number;
  robots: Promise<Robots> | null;
  /** When its robots.txt could not be had; null where it could, or was not asked for. */
  brokenAtMs: number | null;
}

export function openCourier(agent: string, limits: FetchLimits): Courier {
  const dispatcher = new (undici().Agent)({
    connections: 1,
    headersTimeout: limits.idleTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
    connect: { timeout: limits.idleTimeoutMs },
  });
  const hosts = new Map<string, Host>();
  const get = async (url: URL): Promise<Dispatcher.ResponseData> =>
    undici().request(url, {
      dispatcher,
      headers: { 'user-agent': agent },
      signal: AbortSignal.timeout(limits.idleTimeoutMs),
    });

  const inTurn = async <T>(host: Host, work: () => Promise<T>, pauseMs: number): Promise<T> => {
    await sleep(Math.max(0, host.freeAtMs - performance.now()));
    try {
      return await work();
    } finally {
      host.freeAtMs = performance.now() + pauseMs;
    }
  };

  return {
    dispatcher,
    agent,
    turn(url, work) {
      const host = hosts.get(url.host) ?? { queue: Promise.resolve(), freeAtMs: 0, robots: null, brokenAtMs: null };
      hosts.set(url.host, host);
      const mine = host.queue.then(async () => {
        if (host.brokenAtMs !== null && performance.now() - host.brokenAtMs > ASKED_AGAIN_MS) {
          host.robots = null;
          host.brokenAtMs = null;
        }
        host.robots ??= inTurn(host, () => readRobots(url, get, limits), limits.delayMs);
        const robots = await host.robots.catch((error: unknown) => {
          host.brokenAtMs ??= performance.now();
          throw error;
        });
        const pauseMs = Math.max(limits.delayMs, robots.crawlDelayS * 1_000);
        allow(robots, url, pauseMs, limits.maxWaitMs);
        return inTurn(host, work, pauseMs);
      });
      host.queue = mine.catch(() => undefined);
      return mine;
    },
    close: () => dispatcher.close(),
  };
}

function allow(robots: Robots, url: URL, pauseMs: number, maxWaitMs: number): void {
  if (!robots.isAllowed(url.pathname + url.search))
    throw new FetchProblem(
      'corpus/robots',
      `The robots.txt of ${url.host} asks programs to stay away from ${url.pathname}.`,
      'Download the file in a browser and add it with lexatlas ingest.',
    );
  if (pauseMs > maxWaitMs)
    throw new FetchProblem(
      'corpus/robots',
      `${url.host} asks for ${Math.round(pauseMs / 1_000)} s between requests, more than we wait.`,
      'Download the file in a browser and add it with lexatlas ingest.',
    );
}

/** Without robots.txt (4xx) all is allowed; where the server fails, RFC 9309 has us stay away. */
async function readRobots(
  url: URL,
  get: (url: URL) => Promise<Dispatcher.ResponseData>,
  limits: FetchLimits,
): Promise<Robots> {
  let at = new URL('/robots.txt', url);
  for (let tries = 0, hops = 0; ; ) {
    const reply = await answer(at, get);
    if ('robots' in reply) return reply.robots;
    if (reply.location !== null) {
      hops += 1;
      if (hops > MAX_ROBOTS_REDIRECTS) return ALLOW_ALL; // RFC 9309, 2.3.1.2: then it counts as unavailable.
      at = new URL(reply.location, at);
      continue;
    }
    if (tries >= limits.retries)
      throw new FetchProblem(
        'corpus/robots-unreachable',
        `The robots.txt of ${url.host} cannot be had (${reply.reason}), so nothing may be fetched there.`,
        'Try again later, or download the file in a browser.',
      );
    await sleep(limits.backoffMs * 2 ** tries);
    tries += 1;
  }
}

type RobotsAnswer = { robots: Robots } | { location: string | null; reason: string };

async function answer(at: URL, get: (url: URL) => Promise<Dispatcher.ResponseData>): Promise<RobotsAnswer> {
  try {
    const { statusCode, headers, body } = await get(at);
    const location = statusCode >= 300 && statusCode < 400 ? headers.location : undefined;
    if (statusCode !== 200) {
      await body.dump();
      if (typeof location === 'string') return { location, reason: 'redirect' };
      return statusCode >= 500 || statusCode === 429
        ? { location: null, reason: `status ${statusCode}` }
        : { robots: ALLOW_ALL };
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MAX_ROBOTS_BYTES) break;
    }
    return { robots: parseRobots(Buffer.concat(chunks).toString('utf8'), AGENT) };
  } catch (error) {
    return { location: null, reason: problemOf(error, at.href).message };
  }
}
