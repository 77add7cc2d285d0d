import { serve } from '../../src/serve/index.js';

export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

/** The load all comes from one address, which `serve` would slow down. */
const UNBOUNDED = 1_000_000;

const serving = await serve({ study: process.argv[2] ?? '', report: null, requestsPerMinute: UNBOUNDED });
process.send?.(serving.url);
process.on('message', () => {
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed } satisfies Memory);
});
process.on('disconnect', () => process.exit(0));
