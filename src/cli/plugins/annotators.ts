import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Annotator } from '../../model/index.js';
import { InputError } from '../failure.js';

/** The annotators that a user named with `--annotator`, and a hash of their files, so that a changed file codes anew. */
export interface LoadedAnnotators {
  readonly annotators: readonly Annotator[];
  /** '' where none was named. Files that an annotator imports are not part of it. */
  readonly hash: string;
}

/**
 * Loads annotators from ES modules (`.js`, `.mjs`) by their default export.
 * @throws InputError naming the file where it is missing, does not load, or exports no annotator.
 */
export async function loadAnnotators(files: readonly string[]): Promise<LoadedAnnotators> {
  const hash = createHash('sha256');
  const annotators: Annotator[] = [];
  for (const file of files) {
    if (!existsSync(file))
      throw new InputError(`There is no annotator ${file}.`, 'Check the path given with --annotator.');
    hash.update(readFileSync(file)).update('\u0000');
    const annotator = asAnnotator(file, await load(file));
    if (annotators.some((a) => a.name === annotator.name))
      throw new InputError(
        `${file}: another annotator is called '${annotator.name}' too.`,
        'Give each a name of its own.',
      );
    annotators.push(annotator);
  }
  return { annotators, hash: files.length === 0 ? '' : hash.digest('hex') };
}

async function load(file: string): Promise<unknown> {
  try {
    const module: unknown = await import(pathToFileURL(resolve(file)).href);
    return (module as { default?: unknown }).default;
  } catch (error) {
    throw new InputError(
      `${file} cannot be loaded as an annotator: ${error instanceof Error ? error.message : String(error)}`,
      'It must be an ES module (.mjs, or .js beside a package.json with "type": "module") that Node can run as it stands.',
    );
  }
}

const NAME = /^[a-z0-9-]{1,40}$/;

function asAnnotator(file: string, value: unknown): Annotator {
  const { name, annotate } = (value ?? {}) as { name?: unknown; annotate?: unknown };
  if (typeof annotate !== 'function' || typeof name !== 'string')
    throw new InputError(
      `${file} exports no annotator by default.`,
      'Write: export default { name: "mine", annotate(instrument, context) { return []; } }; see docs/annotators.md.',
    );
  if (!NAME.test(name))
    throw new InputError(
      `${file}: the name '${name}' will not do.`,
      'Use lower-case letters, digits and hyphens, at most 40.',
    );
  return value as Annotator;
}
