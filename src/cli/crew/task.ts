import type { Book } from './queue/parcel.js';

/** A file of a group as it crosses to another thread, which reads the bytes itself. */
export interface SentFile {
  readonly path: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly provenance: Readonly<Record<string, unknown>> | null;
}

/** What a thread needs to know to code: which study, and which codebook and annotators the command named. */
export interface Orders {
  readonly studyFolder: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a thread is asked for. */
export type Task =
  | { readonly kind: 'read'; readonly key: string; readonly files: readonly SentFile[] }
  | { readonly kind: 'code'; readonly id: string; readonly orders: Orders }
  /** Work from a queue, packed, with the codebook that it is to be coded by; its result is packed too. */
  | { readonly kind: 'parcel'; readonly parcel: Uint8Array; readonly book: Book | null };
