import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { search } from '../../src/search/index.js';
import { openStudy, type StudyStore } from '../../src/store/index.js';
import { knownItems } from './known.js';
import { benchQueries } from './overlap.js';
import { portable } from './portable.js';
import { corpusFolders, indexAgain, makeStudy } from './study.js';

const PASSES = 3;
const COLD_STARTS = 7;
const MEBIBYTE = 1024 * 1024;

/**
 * Returns tables over the whole shared corpus: indexing (time, memory, size), the latency of 200 queries in process and of the
 * command from the shell, the known-item test, and the portable index in Chromium. It makes its own study in a temporary folder;
 * LEXATLAS_STUDY names one to use instead, which is then only read.
 */
export async function benchSearch(): Promise<string> {
  const given = process.env.LEXATLAS_STUDY;
  const folder = given ?? mkdtempSync(join(tmpdir(), 'lexatlas-search-'));
  try {
    if (given === undefined) await makeStudy(folder);
    const lines = [`Corpus: ${given ?? corpusFolders().join(', ')}`];
    if (given === undefined) {
      const { instruments, passages, seconds, peakMiB } = indexAgain(folder);
      lines.push(
        `index     ${passages} passages of ${instruments} instruments in ${seconds.toFixed(1)} s; peak ${peakMiB.toFixed(0)} MiB (reading and coding included)`,
      );
    }
    const store = openStudy(folder, 'read');
    try {
      const size = statSync(join(folder, 'study.sqlite')).size / MEBIBYTE;
      lines.push(`size      study ${size.toFixed(0)} MiB (${store.driver})`);
      lines.push(...latencies(store), coldStart(folder), '', knownItems(store), '', await portable(store));
    } finally {
      store.close();
    }
    return lines.join('\n');
  } finally {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function latencies(store: StudyStore): string[] {
  const queries = benchQueries();
  const whole: number[] = [];
  const cpu: number[] = [];
  const slowest: [number, string][] = [];
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const query of queries) {
      const [began, used] = [performance.now(), process.cpuUsage()];
      search({ query, limit: 10 }, store);
      const ms = performance.now() - began;
      const { user, system } = process.cpuUsage(used);
      whole.push(ms);
      cpu.push((user + system) / 1000);
      slowest.push([ms, query]);
    }
  slowest.sort((a, b) => b[0] - a[0]);
  return [
    `query     ${queries.length} queries, ${PASSES} passes, snippets included: p50 ${percentile(whole, 0.5)} ms, p95 ${percentile(whole, 0.95)} ms, worst ${slowest[0]?.[0].toFixed(0)} ms (${slowest[0]?.[1]})`,
    // Other programs make a query wait; what it costs itself they change less.
    `          of the processor: p50 ${percentile(cpu, 0.5)} ms, p95 ${percentile(cpu, 0.95)} ms`,
  ];
}

/** From the shell to the answer, node's own start included; needs `npm run build`. */
function coldStart(folder: string): string {
  if (!existsSync('dist/cli/main.js')) return 'cold      not measured: npm run build first';
  const times = Array.from({ length: COLD_STARTS }, () => {
    const began = performance.now();
    spawnSync(process.execPath, ['dist/cli/main.js', 'search', 'cross-border transfer', '--study', folder]);
    return performance.now() - began;
  });
  const bare = Array.from({ length: COLD_STARTS }, () => {
    const began = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - began;
  });
  return `cold      lexatlas search from the shell: median ${percentile(times, 0.5)} ms of ${COLD_STARTS} (node alone ${percentile(bare, 0.5)} ms)`;
}

/** A percentile of times in ms, one decimal. */
export function percentile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}
