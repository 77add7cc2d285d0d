import { isUtf8 } from 'node:buffer';
import { detect } from 'chardet';
import iconv from 'iconv-lite';

/** Text and the encoding it was read with. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** How much of a file is looked at to guess its encoding; statistics settle well before. */
const SAMPLE_BYTES = 65536;

/**
 * The text of a file. A byte order mark decides, then UTF-8 (whole, or broken in few places: see `damage`), then what the
 * file declares of itself, then letter statistics. Never throws; unknown bytes become U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = markOf(bytes);
  if (mark !== null)
    return {
      text: strip(iconv.decode(bufferOf(bytes), mark)),
      encoding: mark,
    };
  if (isUtf8(bytes)) return { text: bufferOf(bytes).toString('utf8'), encoding: 'utf-8' };
  if (damage(bytes) !== null)
    return {
      text: strip(new TextDecoder('utf-8').decode(bytes)),
      encoding: 'utf-8',
    };
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const head = Buffer.from(sample.subarray(0, 2048)).toString('latin1');
  const declared = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  const usable =
    declared !== undefined && declared !== 'utf-8' && declared !== 'utf8' && iconv.encodingExists(declared);
  const guessed = usable ? declared : isMac(sample) ? 'macintosh' : (detect(sample) ?? 'windows-1252').toLowerCase();
  // Latin-1 files on the web are Windows-1252: the C1 controls they would hold are quotation marks.
  const name = guessed === 'iso-8859-1' || !iconv.encodingExists(guessed) ? 'windows-1252' : guessed;
  return {
    text: strip(iconv.decode(bufferOf(bytes), name)),
    encoding: name,
  };
}

/** Old Mac files end their lines with a bare carriage return; statistics take them for Windows-1252. */
function isMac(sample: Uint8Array): boolean {
  return sample.includes(0x0d) && !sample.includes(0x0a);
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The same bytes, not copied. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function strip(text: string): string {
  return text.replace(/^\ufeff/u, '');
}

/** Where bytes that are meant as UTF-8 are none. */
export interface Damage {
  /** Sequences that had to be replaced, and their share of all characters beyond ASCII. */
  readonly count: number;
  readonly share: number;
  /** 1-based line of the first. */
  readonly line: number;
}

/** Text of an old code page read as UTF-8 breaks at nearly every letter beyond ASCII; damaged UTF-8 breaks at few of them. */
const MAX_DAMAGE_SHARE = 0.2;

/** What is broken in a text that is UTF-8 for the most part; null where it is whole, or is another encoding altogether. */
export function damage(bytes: Uint8Array): Damage | null {
  if (isUtf8(bytes)) return null;
  const mark = markOf(bytes);
  if (mark !== null && mark !== 'utf-8') return null;
  const text = new TextDecoder('utf-8').decode(bytes);
  let count = 0;
  let beyond = 0;
  for (const letter of text) {
    if (letter === '\ufffd') count += 1;
    else if (letter > '\u007f') beyond += 1;
  }
  const share = count / Math.max(1, count + beyond);
  if (mark === null && share > MAX_DAMAGE_SHARE) return null;
  return { count, share, line: text.slice(0, text.indexOf('\ufffd')).split(/\r\n|\r|\n/u).length };
}
