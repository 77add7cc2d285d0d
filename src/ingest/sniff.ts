import { gunzipSync } from 'node:zlib';
import { decode } from './encoding.js';
import {
  binaryRefusal,
  entityRefusal,
  MAX_UNPACKED_BYTES,
  nestingRefusal,
  type Refusal,
  sizeRefusal,
} from './limits.js';

/** How much of a file readers look at to recognise it. */
const HEAD_BYTES = 65536;

/** The bytes to read (unpacked where gzip packed them) with their first 64 kB as text, or why they cannot be read. */
export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly head: string }
  | ({ readonly ok: false } & Refusal);

/** Unpacks gzip and refuses what holds no text or no law: an empty, damaged, binary or monstrous file. Never throws. */
export function unpack(bytes: Uint8Array): Unpacked {
  if (bytes.length === 0) return refuse('empty-file', 'The file is empty.', 'Fetch the file again.');
  const tooLarge = sizeRefusal(bytes.length);
  if (tooLarge !== null) return { ok: false, ...tooLarge };
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return check(bytes);
  try {
    return check(gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }));
  } catch (error) {
    if (error instanceof RangeError)
      return refuse(
        'gzip-bomb',
        `The gzip file swells to more than ${MAX_UNPACKED_BYTES} bytes.`,
        'Unpack it and split it, one law a file; if it is no large law, fetch it again from its publisher.',
      );
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      'damaged-gzip',
      `The gzip file cannot be unpacked (${reason}).`,
      'Fetch the file again; it seems cut short.',
    );
  }
}

function check(bytes: Uint8Array): Unpacked {
  if (isPdf(bytes) || isZip(bytes)) return { ok: true, bytes, head: headOf(bytes) };
  const binary = binaryRefusal(bytes);
  if (binary !== null) return { ok: false, ...binary };
  const head = headOf(bytes);
  if (head.trim() === '') return refuse('empty-file', 'The file holds only white space.', 'Fetch the file again.');
  // Entities are declared between brackets; the document types of XHTML have none.
  const entities = /<!DOCTYPE[^>[]*\[/u.test(head) ? entityRefusal(tagsOf(bytes, head)) : null;
  return entities === null ? { ok: true, bytes, head } : { ok: false, ...entities };
}

/** Why a file is not given to a reader that does not count the levels of its markup itself; null where it may be. */
export function nestingIn(bytes: Uint8Array, head: string): Refusal | null {
  return isMarkup(head) && !isPdf(bytes) && !isZip(bytes) ? nestingRefusal(tagsOf(bytes, head)) : null;
}

/** The first words of a file, not cut inside a letter of UTF-8: a broken one would have the whole head looked through for damage. */
function headOf(bytes: Uint8Array): string {
  let end = Math.min(bytes.length, HEAD_BYTES);
  while (end < bytes.length && end > HEAD_BYTES - 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return decode(bytes.subarray(0, end)).text;
}

/** Whether a tag stands in it anywhere: a reader may be chosen by name, and Markdown may hold tags. */
function isMarkup(head: string): boolean {
  return /<[a-z!?/]/iu.test(head);
}

/** The whole file as letters in which tags can be counted: all encodings but UTF-16 write them in the same bytes. */
function tagsOf(bytes: Uint8Array, head: string): string {
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (bytes.length <= HEAD_BYTES) return head;
  return isWide ? decode(bytes).text : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
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
