import { readFileSync } from 'node:fs';
import { alone, type Coder, type Crew, readGroup } from '../../pipeline/index.js';
import { openStudy } from '../../store/index.js';
import { coderOf, loadCoder, withAnnotators } from './coder.js';
import { type Book, type Parcel, pack, unpack } from './queue/parcel.js';
import type { Orders, Task } from './task.js';

let coder: Promise<Crew> | null = null;

/** What one thread of the crew does: reads a group, or codes an instrument; both from disk, or from a parcel of the queue. */
export default async function work(task: Task): Promise<unknown> {
  if (task.kind === 'parcel') return pack(await workOn(unpack<Parcel>(task.parcel), task.book));
  if (task.kind === 'code') {
    coder ??= hire(task.orders);
    return (await coder).code(task.id);
  }
  const files = task.files.map((file) => ({
    ...file,
    read: () => ({ path: file.path, bytes: readFileSync(file.path), provenance: file.provenance }),
  }));
  return readGroup({ key: task.key, files });
}

async function hire({ studyFolder, options }: Orders): Promise<Crew> {
  return alone(openStudy(studyFolder, 'read-draft'), await withAnnotators(loadCoder(options), options));
}

async function workOn(parcel: Parcel, book: Book | null): Promise<unknown> {
  if (parcel.kind === 'read') {
    const files = parcel.files.map(({ bytes, ...file }) => ({
      ...file,
      read: () => ({ path: file.path, bytes, provenance: file.provenance }),
    }));
    return readGroup({ key: parcel.key, files });
  }
  if (book === null) throw new Error('nothing is coded without a codebook.');
  if (taught?.book.text !== book.text) taught = { book, coder: coderOf(book) };
  const study = { instrument: () => parcel.instrument, handAnnotations: () => parcel.hand };
  return alone(study, taught.coder).code(parcel.instrument.metadata.id);
}
let taught: { readonly book: Book; readonly coder: Coder } | null = null;
