import { createHash } from 'node:crypto';
import type { SourceFile } from '../../model/index.js';
import type { CorpusFile } from '../ports.js';

/** A file whose bytes differed between two readings: another program is at it. */
export class ChangingFile extends Error {
  override name = 'ChangingFile';
  readonly mend = 'Run again when the other program has finished writing it.';
  constructor(path: string) {
    super(`${path} changed while it was read.`);
  }
}

/**
 * A file's bytes with their own hash (lower-case hex). Bytes other than those listed are taken only if a second reading gives them
 * again, so that no half-written law is coded.
 * @throws ChangingFile where they do not.
 */
export function readSettled(file: CorpusFile): { readonly source: SourceFile; readonly sha256: string } {
  const source = file.read();
  const sha256 = hashOf(source);
  if (sha256 === file.sha256) return { source, sha256 };
  const again = file.read();
  if (hashOf(again) !== sha256) throw new ChangingFile(file.path);
  return { source: again, sha256 };
}

function hashOf({ bytes }: SourceFile): string {
  return createHash('sha256').update(bytes).digest('hex');
}
