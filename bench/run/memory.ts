import { readFileSync, writeFileSync } from 'node:fs';

const MEBIBYTE_IN_KIB = 1024;

/** Begins to watch the memory of this process: the peak from here on is `peakMiB`. Linux alone can forget an earlier peak. */
export function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5'); // proc(5): resets the peak resident set size.
  } catch {
    // Elsewhere the peak is that of the whole process so far, which only grows.
  }
}

/** Peak resident memory since `forgetPeak`, MiB. */
export function peakMiB(): number {
  try {
    const [, kib] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kib !== undefined) return Number(kib) / MEBIBYTE_IN_KIB;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / MEBIBYTE_IN_KIB;
}
