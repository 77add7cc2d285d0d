import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ResultDelta } from '../../../model/index.js';
import {
  type AdoptFormat,
  type CodingBytes,
  comparable,
  compare,
  KnownRows,
  type Memory,
  memoryOf,
  opened,
  type Progress,
  scoreMemoryOf,
  type ToCompare,
} from '../../../pipeline/index.js';
import { codeFingerprint, openStudy, readRemembered, type StudyStore, writeRemembered } from '../../../store/index.js';
import { makeReport, reportOfRun } from '../../commands/report.js';
import { say } from '../../output.js';
import { readEarly } from '../../report/early.js';
import { openForThread } from '../../study.js';

/** A stage that is given a thread, and with it memory, of its own. */
export type Solo =
  | {
      readonly kind: 'compare';
      readonly studyFolder: string;
      readonly asked: ToCompare;
      /** Who else is to have what comes of it. */
      readonly reporter: MessagePort | null;
    }
  | { readonly kind: 'open'; readonly file: CodingBytes; readonly format: AdoptFormat }
  | { readonly kind: 'report'; readonly options: Readonly<Record<string, unknown>>; readonly edition: string }
  /** The report of a run, of what is sent by who compares; put in place when the edition is told. */
  | {
      readonly kind: 'report-run';
      readonly options: Readonly<Record<string, unknown>>;
      readonly compared: MessagePort;
    };

/** What a thread may read before its stage begins: what was remembered of the comparison before, or what came of it. */
export type Ahead =
  | { readonly kind: 'compare'; readonly studyFolder: string }
  | { readonly kind: 'report-run'; readonly options: Readonly<Record<string, unknown>> };

/** What the thread sends: how far it is, what came of it, or why nothing did. */
export type Sent =
  | {
      readonly kind: 'progress';
      readonly call: keyof Progress;
      readonly given: readonly (string | number)[];
      /** So often it is to be called. */
      readonly times: number;
    }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'read' }
  | { readonly kind: 'failed'; readonly message: string; readonly facts: Readonly<Record<string, unknown>> };

const send = (sent: Sent): void => parentPort?.postMessage(sent);

/** Steps are told together, so often: a message for each of thousands would cost both threads more than what it tells is worth. */
const TOLD_EVERY_MS = 100;
let [untold, toldAt] = [0, 0];

const progress: Progress = {
  begin: (...given) => {
    untold = 0;
    send({ kind: 'progress', call: 'begin', given, times: 1 });
  },
  step: (...given) => {
    untold += 1;
    const now = performance.now();
    if (now - toldAt < TOLD_EVERY_MS) return;
    send({ kind: 'progress', call: 'step', given, times: untold });
    [untold, toldAt] = [0, now];
  },
  end: (...given) => send({ kind: 'progress', call: 'end', given, times: 1 }),
};

/** Compares the study with what the last comparison remembered, tells what came of it, and then remembers this one. */
function compareAll({ studyFolder, asked, reporter }: Extract<Solo, { kind: 'compare' }>): void {
  const { codebook, options, key } = asked;
  const study = openStudy(studyFolder, 'read-draft');
  try {
    const memory = (ahead?.studyFolder === studyFolder ? ahead : recallAhead(studyFolder)).of(study);
    const pairs = recall(studyFolder, 'score');
    const scored = scoreMemoryOf(pairs, study, codebook, codeFingerprint(SCORING));
    const laws = { codedInstruments: () => study.codedAsNeeded(), instruments: () => study.instruments() };
    const rows = new KnownRows(recall(studyFolder, 'rows'), study.stageKey('compare', 'study'));
    const delta = rows.delta(compare(comparable(laws), codebook, options, progress, memory, scored), key, memory);
    reporter?.postMessage(delta satisfies ResultDelta); // First: it has the most to do.
    send({ kind: 'done', result: delta });
    const kept = [
      ['rows', rows.toBytes()],
      ['compare', memory.toBytes(key)],
      ['score', scored.toBytes()],
    ] as const;
    study.close(); // The study cannot be put in its place while it is read.
    send({ kind: 'read' });
    for (const [what, bytes] of kept) if (bytes !== null) writeRemembered(studyFolder, what, bytes);
  } finally {
    study.close();
  }
}

/** What the last comparison remembered, read before the study to be compared can be: while others read and code what changed. */
function recallAhead(studyFolder: string): { studyFolder: string; of: (study: StudyStore) => Memory } {
  let open: StudyStore | null = null;
  const opened = (): StudyStore => {
    if (open === null) throw new Error('nothing is compared before the study is open.');
    return open;
  };
  const study: Parameters<typeof memoryOf>[1] = {
    stageKey: (stage, subject) => opened().stageKey(stage, subject),
    handAnnotations: (instrument) => opened().handAnnotations(instrument),
  };
  const memory = memoryOf(recall(studyFolder, 'compare'), study, codeFingerprint(COMPARING));
  return {
    studyFolder,
    of: (store) => {
      open = store;
      return memory;
    },
  };
}

/** What the last run remembered; said where it is damaged, for then it is made anew. */
function recall(folder: string, what: 'compare' | 'rows' | 'score'): Uint8Array | null {
  const { bytes, isDamaged } = readRemembered(folder, what);
  if (isDamaged) say('What the last run remembered of its comparison is damaged: it is compared anew.');
  return bytes;
}

/** Rooms whose code decides what two units have in common, and what a pair of sides comes to. */
const COMPARING = ['align', 'model', 'text'];
const SCORING = ['model', 'score', 'text'];

const told = workerData as Ahead | null;
const ahead = told?.kind === 'compare' ? recallAhead(told.studyFolder) : null;
const early = told?.kind === 'report-run' ? readEarly(told.options) : null;

async function work(solo: Solo): Promise<void> {
  if (solo.kind === 'compare') {
    compareAll(solo);
    return;
  }
  if (solo.kind === 'open') {
    send({ kind: 'done', result: await opened(solo.file, solo.format) });
    return;
  }
  if (solo.kind === 'report-run') {
    await reportRun(solo);
    return;
  }
  const study = openForThread(solo.options);
  try {
    send({ kind: 'done', result: await makeReport(study, solo.options, solo.edition, progress) });
  } finally {
    study.close();
  }
}

/** Makes the report while others write what it is made of to the study, and waits to be told that it may be put in its place. */
async function reportRun({ options, compared }: Extract<Solo, { kind: 'report-run' }>): Promise<void> {
  const gone = once(compared, 'close');
  const results = once(compared, 'message').then(([delta]) => delta as ResultDelta);
  const study = openForThread(options);
  try {
    const put = await reportOfRun(study, options, progress, { results, gone, early });
    study.close(); // As above.
    send({ kind: 'read' });
    send({ kind: 'done', result: await put(await edition) });
  } finally {
    study.close();
  }
}

let tellEdition: (edition: string) => void = () => undefined;
const edition = new Promise<string>((resolve) => {
  tellEdition = resolve;
});

// The listener stays to the end of the stage: a thread that only waits for another, and listens to nobody, would end.
parentPort?.on('message', async (sent: Solo | string) => {
  if (typeof sent === 'string') tellEdition(sent);
  else await doOnce(sent);
});

async function doOnce(sent: Solo): Promise<void> {
  try {
    await work(sent);
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error));
    // Crossing between threads, an error keeps its words only; what it knows besides goes along here.
    send({ kind: 'failed', message: thrown.message, facts: { ...thrown, name: thrown.name, stack: thrown.stack } });
  } finally {
    parentPort?.close(); // One stage, and home.
  }
}
