import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { explain } from '../../src/cli/failure.js';
import { buildProgram } from '../../src/cli/program.js';

/** What a command printed, and the code it would end with. */
export interface Called {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Runs one command in this process, as `main.ts` would. */
export async function call(...words: string[]): Promise<Called> {
  const out: string[] = [];
  const err: string[] = [];
  const catchInto = (list: string[]) => (chunk: unknown) => list.push(String(chunk)) > 0;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(catchInto(out)),
    vi.spyOn(process.stderr, 'write').mockImplementation(catchInto(err)),
  ];
  try {
    const program = buildProgram();
    for (const c of [program, ...program.commands])
      c.configureOutput({ writeOut: (s) => void out.push(s), writeErr: (s) => void err.push(s) });
    await program.parseAsync(['node', 'lexatlas', ...words]);
    return { out: out.join(''), err: err.join(''), code: 0 };
  } catch (error) {
    const isUsage = error instanceof Error && error.name === 'CommanderError';
    return { out: out.join(''), err: err.join('') + (isUsage ? '' : explain(error)), code: isUsage ? 2 : 1 };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** An empty folder of our own. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lexatlas-cli-'));
}
