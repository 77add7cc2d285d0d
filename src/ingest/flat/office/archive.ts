import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { MAX_UNPACKED_BYTES, MOST_UNPACKED, markupRefusal, type Refusal } from '../../limits.js';

const MAX_ENTRIES = 10_000;
const OPTIONS = { lazyEntries: true, validateEntrySizes: true };
const DAMAGED = 'Fetch the file again, or save it anew in a word processor.';

/** The wanted parts of an archive by name, or why it is not read. */
export type Unzipped =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, string> }
  | ({ readonly ok: false } & Refusal);

/**
 * The parts of a zip file whose names are wanted, as text, unless the archive is hostile. Every part is unpacked once and
 * counted, since an archive may lie about its sizes; names that climb out of it are refused, though nothing is ever written.
 */
export async function unzip(bytes: Uint8Array, wanted: RegExp): Promise<Unzipped> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), OPTIONS);
    return await walk(zip, wanted);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/^(?:invalid relative path|absolute path)|too many bytes in the stream/iu.test(reason))
      return refuse('hostile-archive', `The archive is not what it says it is (${reason}).`, DAMAGED);
    return refuse('damaged-archive', `The archive cannot be unpacked (${reason}).`, DAMAGED);
  }
}

async function walk(zip: ZipFile, wanted: RegExp): Promise<Unzipped> {
  if (zip.entryCount > MAX_ENTRIES) return swollen(`it has ${zip.entryCount} parts`);
  const tooMuch = `its parts come to more than ${MOST_UNPACKED}`;
  const parts = new Map<string, string>();
  let left = MAX_UNPACKED_BYTES;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted())
      return refuse('encrypted-archive', 'The archive is protected by a password.', 'Save it without.');
    if (entry.uncompressedSize > left) return swollen(tooMuch);
    const isWanted = wanted.test(entry.fileName);
    const { size, text } = await unpacked(zip, entry, left, isWanted);
    left -= size;
    if (left < 0) return swollen(tooMuch);
    const refusal = isWanted ? markupRefusal(text) : null;
    if (refusal !== null) return { ok: false, ...refusal };
    if (isWanted) parts.set(entry.fileName, text);
  }
  return { ok: true, parts };
}

function refuse(rule: string, reason: string, mend: string): Unzipped {
  return { ok: false, rule, reason, mend };
}

/** What a part unpacks to, in bytes; reading stops as soon as it is more than `most`. The words are kept where wanted. */
async function unpacked(
  zip: ZipFile,
  entry: Entry,
  most: number,
  wanted: boolean,
): Promise<{ readonly size: number; readonly text: string }> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) break;
    if (wanted) kept.push(chunk);
  }
  return { size, text: Buffer.concat(kept).toString('utf8') };
}

function swollen(why: string): Unzipped {
  const mend = 'Do not open it elsewhere either; fetch the law again from its publisher.';
  return refuse('zip-bomb', `The archive swells beyond what is read: ${why}.`, mend);
}
