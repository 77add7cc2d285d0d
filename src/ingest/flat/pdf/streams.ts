import { constants, inflateSync } from 'node:zlib';
import { MAX_UNPACKED_BYTES, MOST_UNPACKED, type Refusal } from '../../limits.js';

/** All streams of a PDF together; a long scanned gazette has a few hundred MB of pictures. */
const MAX_TOTAL_BYTES = 1024 * 1024 * 1024;
/** A stream may be packed twice over; more often than that is no honest file. */
const MAX_LAYERS = 3;
const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');

/** Why a PDF is not given to its reader: a stream that swells beyond any page of law. Null where it may be. */
export function pdfRefusal(bytes: Uint8Array): Refusal | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_TOTAL_BYTES;
  for (let at = file.indexOf(STREAM); at !== -1; at = file.indexOf(STREAM, at + STREAM.length)) {
    let start = at + STREAM.length;
    while (file[start] === 0x0d || file[start] === 0x0a) start += 1;
    if (!isZlib(file, start)) continue;
    const end = file.indexOf(END, start);
    const size = inflatedSize(file.subarray(start, end === -1 ? undefined : end), 1);
    left -= size ?? 0;
    if (size === null || left < 0)
      return {
        rule: 'pdf-bomb',
        reason: `A part of the PDF swells to more than ${MOST_UNPACKED}.`,
        mend: 'Fetch it again from its publisher, or give another format.',
      };
    if (end !== -1) at = end;
  }
  return null;
}

/** Bytes that a stream unpacks to; null where they are too many, 0 where it cannot be unpacked (its reader will say so). */
function inflatedSize(packed: Buffer, layer: number): number | null {
  if (layer > MAX_LAYERS) return null;
  try {
    const plain = inflateSync(packed, { maxOutputLength: MAX_UNPACKED_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
    return isZlib(plain, 0) ? inflatedSize(plain, layer + 1) : plain.length;
  } catch (error) {
    return error instanceof RangeError ? null : 0;
  }
}

/** The two bytes that zlib begins with (RFC 1950): method 8, and a check that both divide by 31. */
function isZlib(bytes: Buffer, at: number): boolean {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
