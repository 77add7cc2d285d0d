import { createHash } from 'node:crypto';
import { type Coder, codebook, readModel } from '../../pipeline/index.js';
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

/** A codebook with the shipped model. */
export function coderOf(book: { readonly name: string; readonly text: string }): Coder {
  const model = shipped(MODEL, null).text;
  const hash = createHash('sha256').update(book.text).update('\u0000').update(model).digest('hex');
  return { codebook: codebook(book.text, book.name), model: readModel(model), hash };
}

/** The coder with the annotators that the user named. */
export async function withAnnotators(coder: Coder, options: Options): Promise<Coder> {
  const { annotators, hash } = await loadAnnotators(many(options.annotator));
  return annotators.length === 0 ? coder : { ...coder, annotators, hash: `${coder.hash} ${hash}` };
}
