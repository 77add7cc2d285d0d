import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type AnnotateModel, type Coder, codebook, readModel, unpackModel } from '../../pipeline/index.js';
import { loadAnnotators } from '../plugins/annotators.js';
import { many } from '../print.js';
import { MODEL, shipped } from '../study.js';

type Options = Readonly<Record<string, unknown>>;

/** The codebook the user named, or the shipped one, as it was read. */
export function bookOf(options: Options): { name: string; text: string } {
  return shipped('annotations/codebook.json', options.codebook);
}

/** The codebook the user named, or the shipped one, with the shipped model. */
export function loadCoder(options: Options): Coder {
  return coderOf(bookOf(options));
}

/** A codebook with the shipped model, which is unpacked when it is first asked for: a run whose threads code never does. */
export function coderOf(book: { readonly name: string; readonly text: string }): Coder {
  const { bytes, read } = shippedModel();
  let model: AnnotateModel | null = null;
  return {
    codebook: codebook(book.text, book.name),
    get model() {
      model ??= read();
      return model;
    },
    hash: createHash('sha256').update(book.text).update('\u0000').update(bytes).digest('hex'),
  };
}

/** The trained model as the build packed it, or as training wrote it. */
export function shippedModel(): { readonly bytes: Uint8Array; readonly read: () => AnnotateModel } {
  const packed = MODEL.replace(/\.json$/, '.packed');
  if (existsSync(packed)) {
    const bytes = readFileSync(packed);
    return { bytes, read: () => unpackModel(bytes) };
  }
  const { text } = shipped(MODEL, null);
  return { bytes: Buffer.from(text), read: () => readModel(text) };
}

/** The coder with the annotators that the user named. */
export async function withAnnotators(coder: Coder, options: Options): Promise<Coder> {
  const { annotators, hash } = await loadAnnotators(many(options.annotator));
  return annotators.length === 0 ? coder : { ...coder, annotators, hash: `${coder.hash} ${hash}` };
}
