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
 * The text of a file. A byte order mark decides, then valid UTF-8, then what the file declares of itself, then letter
 * statistics. Never throws; unknown bytes become U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = markOf(bytes);
  if (mark !== null)
    return {
      text: strip(iconv.decode(Buffer.from(bytes), mark)),
      encoding: mark,
    };
  if (isUtf8(bytes))
    return {
      text: strip(new TextDecoder('utf-8').decode(bytes)),
      encoding: 'utf-8',
    };
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const head = Buffer.from(sample.subarray(0, 2048)).toString('latin1');
  const declared = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  const usable =
    declared !== undefined && declared !== 'utf-8' && declared !== 'utf8' && iconv.encodingExists(declared);
  const guessed = usable ? declared : (detect(sample) ?? 'windows-1252').toLowerCase();
  // Latin-1 files on the web are Windows-1252: the C1 controls they would hold are quotation marks.
  const name = guessed === 'iso-8859-1' || !iconv.encodingExists(guessed) ? 'windows-1252' : guessed;
  return {
    text: strip(iconv.decode(Buffer.from(bytes), name)),
    encoding: name,
  };
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function strip(text: string): string {
  return text.replace(/^\ufeff/u, '');
}
