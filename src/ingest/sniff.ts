import { gunzipSync } from 'node:zlib';
import { type Decoded, decode } from './encoding.js';
import {
  binaryRefusal,
  entityRefusal,
  MAX_UNPACKED_BYTES,
  MOST_UNPACKED,
  nestingRefusal,
  type Refusal,
  sizeRefusal,
} from './limits.js';
import type { Opened } from './reader.js';

/** How much of a file readers look at to recognise it: bytes of what is no text, letters of a text. */
const HEAD_LENGTH = 65536;

/** The bytes to read (unpacked where gzip packed them) and their text, or why they cannot be read. */
export type Unpacked = ({ readonly ok: true } & Omit<Opened, 'path'>) | ({ readonly ok: false } & Refusal);

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
        `The gzip file swells to more than ${MOST_UNPACKED}.`,
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
  if (isPdf(bytes) || isZip(bytes)) return decodedTo(bytes, decode(bytes.subarray(0, HEAD_LENGTH)));
  const binary = binaryRefusal(bytes);
  if (binary !== null) return { ok: false, ...binary };
  const file = decodedTo(bytes, decode(bytes));
  if (file.head.trim() === '') return refuse('empty-file', 'The file holds only white space.', 'Fetch the file again.');
  // Entities are declared between brackets; the document types of XHTML have none.
  const entities = /<!DOCTYPE[^>[]*\[/u.test(file.head) ? entityRefusal(file.decoded.text) : null;
  return entities === null ? file : { ok: false, ...entities };
}

function decodedTo(bytes: Uint8Array, decoded: Decoded): Unpacked & { ok: true } {
  return { ok: true, bytes, decoded, head: decoded.text.slice(0, HEAD_LENGTH) };
}

/** Why a file is not given to a reader that does not count the levels of its markup itself; null where it may be. */
export function nestingIn({ bytes, decoded, head }: Opened): Refusal | null {
  return isMarkup(head) && !isPdf(bytes) && !isZip(bytes) ? nestingRefusal(decoded.text) : null;
}

/** Whether a tag stands in it anywhere: a reader may be chosen by name, and Markdown may hold tags. */
function isMarkup(head: string): boolean {
  return /<[a-z!?/]/iu.test(head);
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
