/** The engine's own, before the library is there. */
const { push } = Array.prototype;

/** The pages' words, as pdf-parse reads them. Loaded at the first PDF, since it takes its time. */
export async function pageReader(): Promise<typeof import('pdf-parse')> {
  return loaded(() => import('pdf-parse'));
}

/** The pages' words with their places. */
export async function pageLayout(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  return loaded(() => import('pdfjs-dist/legacy/build/pdf.mjs'));
}

/**
 * Loads one of the two and gives arrays their own `push` back. The library brings a stand-in for engines whose `push` is not to the letter of the standard,
 * takes Node 20's for one of them, and would have everything that the program does afterwards pay for it (a tenth of the time of reading XML).
 */
async function loaded<Library>(load: () => Promise<Library>): Promise<Library> {
  try {
    return await load();
  } finally {
    Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true });
  }
}
