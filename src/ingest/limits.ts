/** Why a file is refused before any reader sees it. */
export interface Refusal {
  /** `nesting`, as in `ingest/nesting`. */
  readonly rule: string;
  readonly reason: string;
  readonly mend: string;
}

/** Stops a reader that meets what no law has; `ingest` tells the reason. */
export class RefusedFile extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/** The largest file of the shared corpus has 6 MB, the largest gazette seen 30 MB; a parsed page takes some 20 times its size in memory. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** What a packed file may swell to; the same figure, since it is read like a plain one afterwards. */
export const MAX_UNPACKED_BYTES = MAX_FILE_BYTES;
/** The same as messages tell it. */
export const MOST_UNPACKED = `${MAX_UNPACKED_BYTES / (1024 * 1024)} MiB`;
/** The deepest file of the shared corpus has 25 levels; unclosed tags of old pages add some. Readers call themselves once a level. */
export const MAX_NESTING = 512;
/** Markup that nests deeper than `MAX_NESTING`. */
export const TOO_DEEP: Refusal = {
  rule: 'nesting',
  reason: `The markup nests more than ${MAX_NESTING} levels deep; no law does.`,
  mend: 'Look at the file: it may be damaged. Give another rendition of the law.',
};

/** C0 control characters that no text has; a file where more than this share of the first bytes are such is no text. */
const MAX_CONTROL_SHARE = 0.01;
const SAMPLE_BYTES = 8_192;
const MEBIBYTE = 1024 * 1024;

export const READABLE = 'Give a PDF, DOCX, ODT, RTF, HTML, XML, JSON, Markdown or text file.';

/** Why a file of that many bytes is not read; null where it may be. */
export function sizeRefusal(byteLength: number): Refusal | null {
  if (byteLength <= MAX_FILE_BYTES) return null;
  const reason = `The file has ${Math.ceil(byteLength / MEBIBYTE)} MiB; up to ${MAX_FILE_BYTES / MEBIBYTE} MiB are read.`;
  return { rule: 'too-large', reason, mend: 'Split it, one law a file, or give a rendition without pictures.' };
}

/** Why bytes are no text; null where they may be. */
export function binaryRefusal(bytes: Uint8Array): Refusal | null {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return {
      rule: 'binary-file',
      reason: 'The file is an old Office document (.doc, .xls).',
      mend: 'Save it as .docx.',
    };
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) if (isControl(sample[at] ?? 0)) controls += 1;
  if (!sample.includes(0) && controls <= sample.length * MAX_CONTROL_SHARE) return null;
  return { rule: 'binary-file', reason: 'The file holds no text.', mend: READABLE };
}

/** Tab, line feeds, form feed, the escape of ISO-2022 and the end mark of DOS belong to texts. */
function isControl(byte: number): boolean {
  return (
    byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1a && byte !== 0x1b
  );
}

/** Why markup is not given to a parser: entities that it declares, or nesting no law has. Null where it may be. */
export function markupRefusal(markup: string): Refusal | null {
  return entityRefusal(markup) ?? nestingRefusal(markup);
}

/**
 * No entity that a file declares is ever put in its place: what it stands for would be missing from the law (or be another
 * file of this machine, or swell to gigabytes). Entities declared and not used do no harm.
 */
export function entityRefusal(markup: string): Refusal | null {
  const start = markup.indexOf('<!DOCTYPE');
  if (start === -1 || start > SAMPLE_BYTES || !markup.includes('<!ENTITY')) return null;
  for (const declared of markup.matchAll(/<!ENTITY\s{1,20}(%\s{1,20})?([^\s"'>]{1,80})/gu)) {
    const name = declared[2] ?? '';
    if (declared[1] !== undefined || !markup.includes(`&${name};`)) continue;
    const reason = `The file uses an entity of its own, '&${name};', which is never put in its place.`;
    return { rule: 'own-entities', reason, mend: 'Get a copy in which the words stand themselves, without <!ENTITY.' };
  }
  return null;
}

/** Elements that stand alone or that HTML lets stay open: an old page leaves thousands of them open in a row. */
const OPEN_ENDED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option colgroup'.split(
    ' ',
  ),
);
/** What holds no tags: comments and CDATA, whose tags are words, scripts and styles; each with its end. */
const UNREAD: readonly (readonly [RegExp, string])[] = [
  [/<!--/y, '-->'],
  [/<!\[CDATA\[/iy, ']]>'],
  [/<script\b/iy, '</script'],
  [/<style\b/iy, '</style'],
];

/** Why markup is not given to a parser that does not count its levels; null where it may be. */
export function nestingRefusal(markup: string): Refusal | null {
  const isXml = /^\s{0,100}<\?xml/u.test(markup);
  let depth = 0;
  for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at + 1)) {
    const unread = unreadUntil(markup, at);
    if (unread === -1) return null;
    if (unread > at) {
      at = unread;
      continue;
    }
    const step = stepOf(markup, at, isXml);
    // A stray closing tag must not make room for one more level.
    depth = Math.max(0, depth + step);
    if (depth > MAX_NESTING) return TOO_DEEP;
  }
  return null;
}

/** Where the comment, script or CDATA that begins at the place ends; the place itself where none does, -1 where it has no end. */
function unreadUntil(markup: string, at: number): number {
  if (!'!sS'.includes(markup.charAt(at + 1))) return at;
  for (const [start, end] of UNREAD) {
    start.lastIndex = at;
    if (start.test(markup)) return markup.indexOf(end, at + 4);
  }
  return at;
}

/** A level deeper, 1, for a tag that opens, -1 for one that closes; 0 for what opens nothing. */
function stepOf(markup: string, at: number, isXml: boolean): -1 | 0 | 1 {
  const closes = markup.charCodeAt(at + 1) === 0x2f;
  const from = closes ? at + 2 : at + 1;
  const letter = markup.charCodeAt(from) | 0x20;
  if (letter < 0x61 || letter > 0x7a) return 0;
  const end = markup.indexOf('>', from);
  const next = markup.indexOf('<', from);
  if (end === -1 || (next !== -1 && next < end) || (!closes && markup.charCodeAt(end - 1) === 0x2f)) return 0;
  if (!isXml && OPEN_ENDED.has(/[^\s/>]+/u.exec(markup.slice(from, end))?.[0].toLowerCase() ?? '')) return 0;
  return closes ? -1 : 1;
}
