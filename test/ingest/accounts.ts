import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/model/index.js';

/** White space, and signs that no reader sees: soft hyphens, zero-width blanks, byte order marks. The bars part a table's cells. */
const UNSEEN = /[\s\u00ad\u200b\u2060\ufeff|]/u;

/** The texts below a folder, by their paths in order; tables and provenance are none. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((p) => (statSync(p).isDirectory() ? filesBelow(p) : /\.(?:jsonl|csv)$/u.test(p) ? [] : [p]));
}

/** What a reader's blocks hold. */
export function keptBy({ blocks }: SourceDocument): string {
  return blocks.map((b) => `${b.num ?? ''}${b.heading ?? ''}${b.text}`).join('');
}

/** How often each character stands in a text; what is not seen and what a reader may put or drop left out. */
export function countsOf(text: string, signs: RegExp | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text.normalize('NFC'))
    if (!UNSEEN.test(sign) && signs?.test(sign) !== true) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** How many characters of `a` stand there more often than in `b`. */
export function surplus(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  return [...a].reduce((sum, [sign, n]) => sum + Math.max(0, n - (b.get(sign) ?? 0)), 0);
}
