import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

/** A packed script as Node wraps every CommonJS module, and how it imports: the engine lets no script do so that it takes from bytecode. */
type Wrapped = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  file: string,
  folder: string,
  load: (specifier: string) => Promise<unknown>,
) => void;

/**
 * Runs a script that `npm run build` packed and returns what it exports. Beside it lies the bytecode that the engine made of it at the build (`scripts/bytecode.mjs`);
 * another version of Node does not take that and compiles the script anew, which costs a fifth of a second and changes nothing else (ADR 31).
 * @see https://nodejs.org/docs/latest-v20.x/api/vm.html#scriptcreatecacheddata
 */
export function runPacked(script: URL): Record<string, unknown> {
  const file = fileURLToPath(script);
  const cache = file.replace(/\.cjs$/, '.bytecode');
  // Packed scripts are ASCII (`scripts/ascii.mjs`): their bytes are their letters, and nothing is decoded.
  const source = `(function (exports, require, module, __filename, __dirname, __import) {${readFileSync(file, 'latin1')}\n})`;
  const bytecode = kept(cache);
  const compiled = new Script(source, { filename: file, ...(bytecode === null ? {} : { cachedData: bytecode }) });
  if (process.env.LEXATLAS_KEEP_BYTECODE === '1') process.on('exit', () => keep(compiled, cache));
  const module = { exports: {} };
  const load = (specifier: string): Promise<unknown> => import(specifier);
  (compiled.runInThisContext() as Wrapped)(module.exports, createRequire(file), module, file, dirname(file), load);
  return module.exports;
}

/** sha256 of bytecode, in front of it. The engine looks whether it made the bytecode itself, and of how long a script, but not whether each byte is as it was. */
const HASH_BYTES = 32;
const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The bytecode that was kept; null where there is none, or where it is damaged. */
function kept(cache: string): Buffer | null {
  if (!existsSync(cache)) return null;
  const bytes = readFileSync(cache);
  const code = bytes.subarray(HASH_BYTES);
  return hashOf(code).equals(bytes.subarray(0, HASH_BYTES)) ? code : null;
}

/** Keeps the bytecode of all that has run until now, with what was kept before. */
function keep(compiled: Script, cache: string): void {
  const part = `${cache}.${process.pid}.${threadId}`;
  const code = compiled.createCachedData();
  writeFileSync(part, Buffer.concat([hashOf(code), code]));
  renameSync(part, cache);
}
