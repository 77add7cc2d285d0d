import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Calls that write, by the names under which packages know them. */
const WRITERS = [
  'writeFileSync',
  'writeFile',
  'appendFileSync',
  'appendFile',
  'mkdirSync',
  'mkdir',
  'createWriteStream',
  'symlinkSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
];

/** Makes every attempt to reach the network or to write a file in this thread be told, and fail. Reading stays possible: packages load themselves. */
export function guard(tell: (what: string) => void): void {
  const refuse =
    (what: string) =>
    (...given: readonly unknown[]): never => {
      tell(`${what} ${String(given[0]).slice(0, 100)}`);
      throw new Error(`${what} is not allowed while reading`);
    };
  Object.assign(net.Socket.prototype, { connect: refuse('network') });
  Object.assign(dns, { lookup: refuse('name look-up'), resolve: refuse('name look-up') });
  Object.assign(dns.promises, { lookup: refuse('name look-up'), resolve: refuse('name look-up') });
  Object.assign(globalThis, { fetch: refuse('fetch') });
  Object.assign(fs, Object.fromEntries(WRITERS.map((name) => [name, refuse(`fs.${name}`)])));
  syncBuiltinESMExports();
}
