import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Finding, Task } from './worker.js';

/**
 * npm run fuzz -- [--cases 100000] [--seed 7] [--from 0]: mutants of the real corpus and of the archetypes through every reader and importer. A case is
 * named by seed and index: `--seed 7 --from 1234 --cases 1` runs that one again.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '7' },
    from: { type: 'string', default: '0' },
  },
});
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A case may use this much processor time, whatever else the machine is doing. */
const MAX_CASE_S = 5;
const MAX_HEAP_MB = 1_024;
const POLL_MS = 200;
const NOT_BEGUN = -1;
const TELL_EVERY_S = 30;

const seed = Number(values.seed);
const first = Number(values.from);
const last = first + Number(values.cases);
const folders = [
  process.env.LEXATLAS_CORPUS ?? `${ROOT}../shared/corpus`,
  `${ROOT}corpus/archetypes`,
  `${ROOT}test/golden`,
];
/** A thread does not inherit the loader that reads TypeScript. */
const BOOT = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)})))`;
const clock = new Float64Array(new SharedArrayBuffer(16));
const findings: Finding[] = [];
const started = performance.now();
let told = started;
let peakMb = 0;

function note(finding: Finding): void {
  findings.push(finding);
  process.stdout.write(`seed ${seed} case ${finding.index} ${finding.name} (${finding.done}): ${finding.verdict}\n`);
}

/** Runs from a case on until all are done or one hangs or kills its thread; gives the next case to run. */
async function stretch(from: number): Promise<number> {
  clock[0] = NOT_BEGUN;
  clock[1] = from;
  const workerData: Task = { seed, from, to: last, folders, root: ROOT, clock };
  const worker = new Worker(BOOT, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  let ended = false;
  let died: string | null = null;
  worker.on('message', note);
  worker.on('error', (error) => {
    died = error.message;
  });
  worker.on('exit', () => {
    ended = true;
  });
  let at = NOT_BEGUN;
  let since = process.cpuUsage();
  while (!ended) {
    await sleep(POLL_MS);
    peakMb = Math.max(peakMb, Math.round(process.memoryUsage().rss / 1_048_576));
    if (clock[0] !== at || at === NOT_BEGUN) {
      at = clock[0];
      since = process.cpuUsage();
    }
    const used = process.cpuUsage(since);
    if ((used.user + used.system) / 1e6 > MAX_CASE_S) {
      note({ index: at, name: '', done: '', verdict: `hang: more than ${MAX_CASE_S} s` });
      await worker.terminate();
      return at + 1;
    }
    if (performance.now() - told > TELL_EVERY_S * 1_000) {
      told = performance.now();
      process.stderr.write(`${clock[1]} of ${last}, ${findings.length} findings, peak ${peakMb} MB\n`);
    }
  }
  if (died === null) return last;
  if (clock[0] === NOT_BEGUN) throw new Error(`The thread cannot begin: ${died}`);
  note({ index: clock[0], name: '', done: '', verdict: `thread died: ${died}` });
  return clock[0] + 1;
}

for (let next = first; next < last; ) next = await stretch(next);
const seconds = Math.round((performance.now() - started) / 1_000);
const faults = findings.filter((f) => !f.verdict.startsWith('slow:'));
process.stdout.write(
  `${last - first} cases, seed ${seed}, from ${first}: ${faults.length} faults, ${findings.length - faults.length} slow, peak ${peakMb} MB, ${seconds} s\n`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
