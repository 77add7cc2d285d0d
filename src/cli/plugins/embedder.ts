import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodedInstrument, Embedder } from '../../model/index.js';
import { unitTexts } from '../../pipeline/index.js';
import { InputError } from '../failure.js';

/**
 * Loads an embedding model's module by its default export. Nothing is ever downloaded by lexatlas.
 * @throws InputError naming the file where it is missing, does not load, or exports no embedder.
 */
export async function loadEmbedder(file: string): Promise<Embedder> {
  if (!existsSync(file)) throw new InputError(`There is no embedder ${file}.`, 'Check the path given with --embedder.');
  let value: unknown;
  try {
    value = ((await import(pathToFileURL(resolve(file)).href)) as { default?: unknown }).default;
  } catch (error) {
    throw new InputError(
      `${file} cannot be loaded as an embedder: ${error instanceof Error ? error.message : String(error)}`,
      'It must be an ES module (.mjs, or .js beside a package.json with "type": "module") that Node can run as it stands.',
    );
  }
  const { name, embed } = (value ?? {}) as { name?: unknown; embed?: unknown };
  if (typeof name !== 'string' || typeof embed !== 'function')
    throw new InputError(
      `${file} exports no embedder by default.`,
      'Write: export default { name: "mine", async embed(texts, language) { return texts.map(vectorOf); } }; see docs/annotators.md.',
    );
  return value as Embedder;
}

/**
 * The vectors of an instrument's units by eId.
 * @throws InputError naming the embedder where it gives another number of vectors than texts, or vectors of other lengths or of no numbers.
 */
export async function vectorsOf(
  { instrument }: CodedInstrument,
  level: 'basic' | 'smallest',
  embedder: Embedder,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const units = unitTexts(instrument, level);
  const vectors = await embedder.embed(
    units.map((u) => u.text),
    instrument.metadata.language,
  );
  const size = vectors[0]?.length ?? 0;
  const isSound =
    Array.isArray(vectors) &&
    vectors.length === units.length &&
    vectors.every((v) => v.length === size && v.every((x: number) => Number.isFinite(x)));
  if (!isSound)
    throw new InputError(
      `The embedder '${embedder.name}' gave no vector of one length for each of the ${units.length} texts of ${instrument.metadata.id}.`,
      'embed must return as many arrays of finite numbers as it is given texts.',
    );
  return new Map(units.map((u, i) => [u.eId, vectors[i] ?? []]));
}
