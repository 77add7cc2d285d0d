import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ClauseAnnotation, Instrument } from '../../../model/index.js';
import type { SentFile } from '../task.js';

/** One piece of work with all that it needs: a worker sees neither the run's files nor its study. */
export type Parcel =
  | { readonly kind: 'read'; readonly key: string; readonly files: readonly PackedFile[] }
  | { readonly kind: 'code'; readonly instrument: Instrument; readonly hand: readonly ClauseAnnotation[] };

/** A file of a group with its bytes; `sha256` is theirs. */
export interface PackedFile extends SentFile {
  readonly bytes: Uint8Array;
}

/** A codebook as the run read it. */
export interface Book {
  readonly name: string;
  readonly text: string;
}

/** What packing costs is paid by one thread for all workers, so the quickest level is taken. */
const GZIP_LEVEL = 1;

/** The bytes of a value for the way: V8's structured clone, which keeps maps and bytes, packed. The same value gives the same bytes. */
export function pack(value: unknown): Buffer {
  return gzipSync(serialize(value), { level: GZIP_LEVEL });
}

/** What `pack` was given; the caller says what that was. @throws Error where the bytes are damaged. */
export function unpack<T>(bytes: Uint8Array): T {
  return deserialize(gunzipSync(bytes)) as T;
}
