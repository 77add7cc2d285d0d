import { join } from 'node:path';
import { serve } from '../../serve/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { say } from '../output.js';
import { studyFolder } from '../study.js';

const DEFAULT_PORT = 4173;
const DEFAULT_REPORT = join('reports', 'latest');

/** Serves the study and its report until it is interrupted; prints the address on stdout when it is ready. */
export const serveCommand: Action = async (_positional, options) => {
  const host = typeof options.host === 'string' ? options.host : '127.0.0.1';
  const port = typeof options.port === 'number' ? options.port : DEFAULT_PORT;
  const serving = await start(host, port, options);
  process.stdout.write(`${serving.url}\n`);
  say('Read-only; Ctrl-C ends it. The API is described at /api/openapi.json.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await serving.close();
};

async function start(host: string, port: number, options: Readonly<Record<string, unknown>>) {
  try {
    return await serve({
      study: studyFolder(options),
      report: typeof options.report === 'string' ? options.report : DEFAULT_REPORT,
      host,
      port,
      allowedHosts: Array.isArray(options.allowHost) ? options.allowHost.map(String) : [],
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE')
      throw new InputError(`Port ${port} of ${host} is taken.`, 'Name another with --port; 0 takes any free one.');
    if (code === 'EADDRNOTAVAIL' || code === 'EACCES')
      throw new InputError(
        `This machine does not let lexatlas listen on ${host}:${port}.`,
        'Name another address with --host or a port above 1023.',
      );
    throw error;
  }
}
