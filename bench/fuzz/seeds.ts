import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Dice } from './dice.js';

/** A file to start from: its whole bytes are cut to a window for each case, so that a hundred thousand cases end. */
export interface Seed {
  readonly name: string;
  /** The file, or several short forms of it, of which each case takes one. */
  readonly forms: readonly Buffer[];
  /** Whole: a cut PDF or Word file would only test the check for whole ones. */
  readonly isWhole: boolean;
}

const HEAD_BYTES = 2_000;
const WINDOW_BYTES = 3_000;
/** PDF, Word and OpenDocument files take a hundred times as long as the others: one case in so many. */
const WHOLE_EVERY = 120;
const MAX_WHOLE_BYTES = 200_000;
/** All treaties of the compilation are of one format: a sample will do. */
const EVERY_NTH_TREATY = 15;
const MIN_LIST = 3;
const SHORT_DUMPS = 8;

const isLaw = (name: string): boolean =>
  /\.(x?html?|xml|gz|md|txt|pdf|docx|odt|rtf|json)$/.test(name) && !name.includes('expected/');

/** The files of these folders that readers know, sorted by name; folders that are not there give none. */
export function seedsIn(folders: readonly string[]): Seed[] {
  const seeds: Seed[] = [];
  for (const folder of folders.filter((f) => existsSync(f))) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    for (const [i, name] of names.filter(isLaw).entries()) {
      if (/tota/.test(name) && i % EVERY_NTH_TREATY !== 0) continue;
      const bytes = readFileSync(join(folder, name));
      const isWhole = /\.(pdf|docx|odt|rtf)$/.test(name);
      const forms = name.endsWith('.json') ? shortDumps(bytes) : [name.endsWith('.gz') ? gunzipSync(bytes) : bytes];
      if (!isWhole || bytes.length <= MAX_WHOLE_BYTES) seeds.push({ name: basename(name), forms, isWhole });
    }
  }
  return seeds;
}

/** A seed for this case, cut to a window that its reader still recognises. */
export function windowOf(seeds: readonly Seed[], dice: Dice): { readonly name: string; readonly bytes: Buffer } {
  const whole = seeds.filter((s) => s.isWhole);
  const isWhole = whole.length > 0 && dice.below(WHOLE_EVERY) === 0;
  const { name, forms } = dice.of(isWhole ? whole : seeds.filter((s) => !s.isWhole));
  const form = dice.of(forms);
  if (isWhole) return { name, bytes: form };
  const bytes = cut(form, dice);
  return { name, bytes: name.endsWith('.gz') ? gzipSync(bytes) : bytes };
}

function cut(bytes: Buffer, dice: Dice): Buffer {
  if (bytes.length <= HEAD_BYTES + WINDOW_BYTES) return bytes;
  const from = HEAD_BYTES + dice.below(bytes.length - HEAD_BYTES);
  return Buffer.concat([bytes.subarray(0, HEAD_BYTES), bytes.subarray(from, from + WINDOW_BYTES)]);
}

/** A dump with its long lists cut to a few members, in several ways: cut by bytes it would never be JSON again. */
function shortDumps(bytes: Buffer): Buffer[] {
  const data: unknown = JSON.parse(bytes.toString('utf8'));
  return Array.from({ length: SHORT_DUMPS }, (_, i) => {
    const short = JSON.stringify(data, (_key, value: unknown) => {
      if (!Array.isArray(value) || value.length <= MIN_LIST) return value;
      const from = Math.floor((value.length * i) / SHORT_DUMPS);
      return value.slice(from, from + MIN_LIST);
    });
    return Buffer.from(short);
  });
}
