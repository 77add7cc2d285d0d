import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** sha256 over the code of the named rooms, so that a stage runs again when its own code changed. Lower-case hex. */
export function codeFingerprint(rooms: readonly string[]): string {
  const hash = createHash('sha256');
  for (const room of [...rooms].sort()) {
    for (const file of codeFiles(join(ROOT, room))) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function codeFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return codeFiles(path);
      return /\.(js|ts)$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
    });
}
