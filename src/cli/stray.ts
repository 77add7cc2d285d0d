/** Rooms of third parties whose promises may fail after they have answered: the reader has told the trouble already. */
const AFTER_THE_ANSWER = /node_modules\/(?:pdfjs-dist|pdf-parse)\//;

/** Whether a promise that nobody waits for failed inside the reader of PDFs: damaged files make it do so, and a run must go on. */
export function isStray(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  return AFTER_THE_ANSWER.test(reason.stack ?? '') || /^XRef\w*Exception$/.test(reason.name);
}
