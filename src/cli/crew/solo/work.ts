import { parentPort, workerData } from 'node:worker_threads';
import type { Codebook } from '../../../model/index.js';
import { type CompareOptions, comparable, compare, type Progress } from '../../../pipeline/index.js';
import { openStudy } from '../../../store/index.js';
import { makeReport } from '../../commands/report.js';
import { openForThread } from '../../study.js';

/** A stage that is given a thread, and with it memory, of its own. */
export type Solo =
  | {
      readonly kind: 'compare';
      readonly studyFolder: string;
      readonly codebook: Codebook;
      readonly options: CompareOptions;
    }
  | { readonly kind: 'report'; readonly options: Readonly<Record<string, unknown>>; readonly edition: string };

/** What the thread sends: how far it is, what came of it, or why nothing did. */
export type Sent =
  | { readonly kind: 'progress'; readonly call: keyof Progress; readonly given: readonly (string | number)[] }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly message: string; readonly facts: Readonly<Record<string, unknown>> };

const send = (sent: Sent): void => parentPort?.postMessage(sent);
const told =
  (call: keyof Progress) =>
  (...given: (string | number)[]): void =>
    send({ kind: 'progress', call, given });
const progress: Progress = { begin: told('begin'), step: told('step'), end: told('end') };

async function work(solo: Solo): Promise<unknown> {
  if (solo.kind === 'compare') {
    const study = openStudy(solo.studyFolder, 'read-draft');
    try {
      return compare(comparable(study), solo.codebook, solo.options, progress);
    } finally {
      study.close();
    }
  }
  const study = openForThread(solo.options);
  try {
    return await makeReport(study, solo.options, solo.edition, progress);
  } finally {
    study.close();
  }
}

try {
  send({ kind: 'done', result: await work(workerData as Solo) });
} catch (error) {
  const thrown = error instanceof Error ? error : new Error(String(error));
  // Crossing between threads, an error keeps its words only; what it knows besides goes along here.
  send({ kind: 'failed', message: thrown.message, facts: { ...thrown, name: thrown.name, stack: thrown.stack } });
}
