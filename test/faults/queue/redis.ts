import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis of one test's own on loopback, or the reason why there is none. */
export interface OwnRedis {
  readonly address: string;
  stop(): Promise<void>;
}

/** Debian's names for the two servers that speak this protocol. */
const SERVERS = ['redis-server', 'valkey-server'];
const START_LIMIT_MS = 10_000;
/** A server whose test died ends by itself: the shell that started it waits no longer. */
const LONGEST_LIFE_S = 300;

/** The server that this machine has; null where it has none, and `apt-get install redis-server` brings one. */
export function installedServer(): string | null {
  return SERVERS.find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
}

/** Starts a server on a free loopback port that keeps nothing on disk. */
export async function startRedis(server: string): Promise<OwnRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'lexatlas-redis-'));
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn('timeout', [String(LONGEST_LIFE_S), server, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${server} did not start`)), START_LIMIT_MS);
    child.stdout.on('data', (piece: Buffer) => {
      if (!/[Rr]eady to accept connections/.test(piece.toString())) return;
      clearTimeout(late);
      resolve();
    });
  });
  return {
    address: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
