#!/usr/bin/env node
import { CommanderError } from 'commander';
import { explain, isStray, UsageError } from './failure.js';
import { buildProgram } from './program.js';

/** 0 done; 1 the input was at fault; 2 wrong usage. */
async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0); // `lexatlas … | head` closes the pipe when it has enough.
  });
  process.on('unhandledRejection', (reason) => {
    if (isStray(reason)) return;
    process.stderr.write(`${explain(reason)}\n`);
    process.exit(1);
  });
  try {
    await buildProgram().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

void main();
