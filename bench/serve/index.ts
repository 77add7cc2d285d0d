import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeStudy } from '../search/study.js';
import type { Memory } from './server.js';

/** Length of the load; LEXATLAS_SECONDS=3600 is the hour that issue 10 asks for. */
const SECONDS = Number(process.env.LEXATLAS_SECONDS ?? 60);
const REQUESTS_A_SECOND = 200;
/** Requests go out so often, some at once. */
const TICK_MS = 50;
/** Pages of so many sizes are asked: the server remembers answers, and must make each of these once. */
const PAGE_SIZES = 2;
/** Memory is compared from here on: by then the server is warm. */
const WARM_SHARE = 0.2;
/** A connection that nobody needed for so long is closed by us: the server does so after 5 s, perhaps just when a question is on its way. */
const IDLE_MS = 3_000;
const MEBIBYTE = 1024 * 1024;

/**
 * Load on `serve`: 200 mixed requests a second (searches of bench/search/queries.txt, shown provisions, facets, lists) at a process of
 * its own. LEXATLAS_STUDY names the study; without it one of the whole corpus is made.
 */
export async function benchServe(): Promise<string> {
  const given = process.env.LEXATLAS_STUDY;
  const folder = given ?? mkdtempSync(join(tmpdir(), 'lexatlas-serve-'));
  if (given === undefined) await makeStudy(folder);
  const server = fork(new URL('server.ts', import.meta.url), [folder], { execArgv: ['--import', 'tsx'] });
  try {
    const [url] = (await once(server, 'message')) as [string];
    return await load(url, server);
  } finally {
    server.kill();
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function load(url: string, server: ChildProcess): Promise<string> {
  const paths = pathsOf();
  const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: IDLE_MS });
  const times: number[] = [];
  const refused = new Map<number | string, number>();
  const ask = (path: string): Promise<void> =>
    new Promise((resolve) => {
      const from = performance.now();
      const done = (status: number | string): void => {
        times.push(performance.now() - from);
        if (status !== 200) refused.set(status, (refused.get(status) ?? 0) + 1);
        resolve();
      };
      get(`${url}${path}`, { agent }, (response) => {
        response.resume();
        response.on('end', () => done(response.statusCode ?? 0));
      }).on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    });
  const under: Promise<void>[] = [];
  const began = performance.now();
  let sent = 0;
  let warm: Memory | null = null;
  for (let elapsed = 0; elapsed < SECONDS * 1000; elapsed = performance.now() - began) {
    for (; sent < (elapsed * REQUESTS_A_SECOND) / 1000; sent += 1) under.push(ask(paths(sent)));
    if (warm === null && elapsed > SECONDS * 1000 * WARM_SHARE) warm = await memoryOf(server);
    await pause(TICK_MS);
  }
  await Promise.all(under);
  const end = await memoryOf(server);
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  const rss = (m: Memory | null): string => ((m?.rss ?? 0) / MEBIBYTE).toFixed(0);
  const heap = (m: Memory | null): string => ((m?.heapUsed ?? 0) / MEBIBYTE).toFixed(0);
  const wrong = [...refused].map(([status, n]) => `${n} × ${status}`).join(', ');
  return [
    `load      ${sent} requests in ${SECONDS} s; not answered with 200: ${wrong === '' ? 'none' : wrong}`,
    `latency   p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`,
    `memory    ${rss(warm)} MiB (heap ${heap(warm)}) when warm, ${rss(end)} MiB (heap ${heap(end)}) at the end`,
  ].join('\n');
}

/** Six of ten are searches, two shown provisions, one facets, one a list; always the same order. */
function pathsOf(): (n: number) => string {
  const queries = readFileSync(new URL('../search/queries.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(encodeURIComponent);
  const cited = ['GDPR 46', 'TPP 14.11', 'PIPL 38', 'Kenya DPA s 48', 'LGPD 33'].map(encodeURIComponent);
  return (n) => {
    const query = queries[n % queries.length] ?? '';
    const kind = n % 10;
    if (kind < 6) return `/api/search?q=${query}&limit=${5 + (Math.floor(n / queries.length) % PAGE_SIZES)}`;
    if (kind < 8) return `/api/show?citation=${cited[n % cited.length]}`;
    return kind === 8 ? `/api/facets?q=${query}` : `/api/instruments?limit=20&offset=${n % 400}`;
  };
}

async function memoryOf(server: ChildProcess): Promise<Memory> {
  server.send('memory');
  const [memory] = (await once(server, 'message')) as [Memory];
  return memory;
}
