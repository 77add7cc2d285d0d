import { gunzipSync } from 'node:zlib';
import { decode } from './encoding.js';
import type { Sample } from './reader.js';

/** How much of a file readers look at to recognise it. */
const HEAD_BYTES = 65536;
/** A compressed file that swells beyond this is refused: the largest real law of the corpus has 20 MB. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/** The bytes to read (unpacked where gzip packed them), or why they cannot be read. */
export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly rule: string;
      readonly reason: string;
      readonly mend: string;
    };

/** Unpacks gzip and refuses what holds no text: an empty, damaged or binary file. Never throws. */
export function unpack(bytes: Uint8Array): Unpacked {
  if (bytes.length === 0) return refuse('empty-file', 'The file is empty.', 'Fetch the file again.');
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return check(bytes);
  try {
    return check(gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      'damaged-gzip',
      `The gzip file cannot be unpacked (${reason}).`,
      'Fetch the file again; it seems cut short.',
    );
  }
}

/** What readers recognise a file by. */
export function sampleOf(bytes: Uint8Array, path: string): Sample {
  return { path, bytes, head: decode(bytes.subarray(0, HEAD_BYTES)).text };
}

function check(bytes: Uint8Array): Unpacked {
  const packed = isPdf(bytes) || isZip(bytes);
  if (!packed && looksBinary(bytes))
    return refuse(
      'binary-file',
      'The file holds no text.',
      'Give a PDF, DOCX, HTML, XML, JSON, Markdown or text file.',
    );
  if (!packed && decode(bytes.subarray(0, HEAD_BYTES)).text.trim() === '')
    return refuse('empty-file', 'The file holds only white space.', 'Fetch the file again.');
  return { ok: true, bytes };
}

function refuse(rule: string, reason: string, mend: string): Unpacked {
  return { ok: false, rule, reason, mend };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** NUL bytes mean UTF-16 behind a byte order mark, or no text at all. */
function looksBinary(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !marked && bytes.subarray(0, 8192).includes(0);
}
