import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { MAX_UNPACKED_BYTES, markupRefusal, type Refusal } from '../limits.js';

const MAX_ENTRIES = 10_000;
const DOCUMENT = /^word\/document\d*\.xml$/u;
const OPTIONS = { lazyEntries: true, validateEntrySizes: true };
const DAMAGED = 'Fetch the file again, or save it anew in a word processor.';

/**
 * Why a zip file is not given to the reader of Word files; null where it may be. Every part is unpacked once and counted, since an
 * archive may lie about its sizes; names that climb out of the archive are refused, though nothing is ever written.
 */
export async function archiveRefusal(bytes: Uint8Array): Promise<Refusal | null> {
  try {
    return await walk(await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), OPTIONS));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/^(?:invalid relative path|absolute path)|too many bytes in the stream/iu.test(reason))
      return { rule: 'hostile-archive', reason: `The archive is not what it says it is (${reason}).`, mend: DAMAGED };
    return { rule: 'damaged-archive', reason: `The archive cannot be unpacked (${reason}).`, mend: DAMAGED };
  }
}

async function walk(zip: ZipFile): Promise<Refusal | null> {
  if (zip.entryCount > MAX_ENTRIES) return swollen(`it has ${zip.entryCount} parts`);
  const tooMuch = `its parts come to more than ${MAX_UNPACKED_BYTES} bytes`;
  let left = MAX_UNPACKED_BYTES;
  let isWord = false;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted())
      return { rule: 'encrypted-archive', reason: 'The archive is protected by a password.', mend: 'Save it without.' };
    if (entry.uncompressedSize > left) return swollen(tooMuch);
    const isDocument = DOCUMENT.test(entry.fileName);
    const { size, text } = await unpacked(zip, entry, left, isDocument);
    left -= size;
    if (left < 0) return swollen(tooMuch);
    const refusal = isDocument ? markupRefusal(text) : null;
    if (refusal !== null) return refusal;
    isWord ||= isDocument;
  }
  if (isWord) return null;
  const reason = 'The archive holds no Word document.';
  return { rule: 'not-word', reason, mend: 'Unpack it and give the law inside; save .odt and .doc files as .docx.' };
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

function swollen(why: string): Refusal {
  const mend = 'Do not open it elsewhere either; fetch the law again from its publisher.';
  return { rule: 'zip-bomb', reason: `The archive swells beyond what is read: ${why}.`, mend };
}
