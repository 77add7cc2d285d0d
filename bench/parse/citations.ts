import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { FILES, GOLD } from '../gold.js';
import type { ReadFile } from './renditions.js';

/**
 * For each gold instrument: how many of the provisions that its gold rows and alignments name the parser has, under exactly
 * that citation and in force. Gold was coded by careful reading with machine assistance.
 */
export function citationShares(files: readonly ReadFile[]): string[] {
  const aligned = rowsOf(join(GOLD, 'dev', 'alignments.csv')).flatMap((r) => [
    { id: r.left_instrument ?? '', citation: r.left_provision ?? '' },
    { id: r.right_instrument ?? '', citation: r.right_provision ?? '' },
  ]);
  const out: string[] = [];
  for (const [id, [file]] of Object.entries(FILES)) {
    const read = files.find((f) => f.file === file);
    if (read === undefined) continue;
    const have = new Set(read.instrument.provisions.filter((p) => p.status === 'in-force').map((p) => p.citation));
    const named = new Set([
      ...rowsOf(join(GOLD, 'dev', `${id.replace('/', '__')}.csv`)).map((r) => r.provision ?? ''),
      ...aligned.filter((a) => a.id === id && a.citation !== '').map((a) => a.citation),
    ]);
    const missing = [...named].filter((c) => !have.has(c));
    out.push(
      `${id.padEnd(38)} ${named.size - missing.length}/${named.size}${missing.length === 0 ? '' : `  missing ${missing.join(' ')}`}`,
    );
  }
  return out.length === 0 ? [] : ['Gold citations that name a provision the parser has', ...out];
}

function rowsOf(file: string): Record<string, string>[] {
  return existsSync(file) ? (parseCsv(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[]) : [];
}
