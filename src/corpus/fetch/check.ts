import { FetchProblem } from './problem.js';

/** Formats by the bytes they begin with; the server's word for it is not trusted. */
type Sort = 'pdf' | 'zip' | 'gzip' | 'markup' | 'text' | 'empty';

const SORTS_OF_EXTENSION: Readonly<Record<string, readonly Sort[]>> = {
  pdf: ['pdf'],
  docx: ['zip'],
  odt: ['zip'],
  gz: ['gzip'],
  rtf: ['text'],
  html: ['markup'],
  htm: ['markup'],
  xhtml: ['markup'],
  xml: ['markup'],
  akn: ['markup'],
  txt: ['text', 'markup'],
  md: ['text', 'markup'],
  json: ['text'],
};
const MARKUP = ['html', 'htm', 'xhtml', 'xml', 'akn'];
const TAIL = 2_048;
const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Whether the bytes are of the format that the file's name promises, whole, and hold what the genuine text must hold.
 * Returns false where only format and end could be looked at: the catalogue names no words, or no text of a binary file was to be had.
 * @throws FetchProblem where they are not: fabricated and truncated law circulates.
 */
export async function checkContent(
  bytes: Uint8Array,
  file: string,
  contains: readonly string[],
  textOf: ((file: string, bytes: Uint8Array) => Promise<string | null>) | undefined,
): Promise<boolean> {
  const extension = file.split('.').at(-1)?.toLowerCase() ?? '';
  const sort = sortOf(bytes);
  const expected = SORTS_OF_EXTENSION[extension];
  if (expected !== undefined && !expected.includes(sort))
    throw new FetchProblem(
      'corpus/wrong-type',
      `What came for ${file} is ${sort === 'empty' ? 'empty' : `a ${sort} file`}, not .${extension}.`,
      'Look at the address in a browser: it may show a notice, a form or another edition.',
    );
  if (!isWhole(bytes, extension))
    throw new FetchProblem(
      'corpus/truncated',
      `${file} ends before its end.`,
      'Try again later; if it stays so, tell the publisher.',
    );
  if (contains.length === 0) return false;
  const isBinary = sort === 'pdf' || sort === 'zip' || sort === 'gzip';
  const text = isBinary ? ((await textOf?.(file, bytes)) ?? null) : plainText(bytes, extension);
  if (text === null) return false;
  const flat = flatten(text);
  const missing = contains.filter((words) => !flat.includes(flatten(words)));
  if (missing.length > 0)
    throw new FetchProblem(
      'corpus/content-missing',
      `${file} does not hold ${missing.map((m) => `'${m}'`).join(' or ')}, which the genuine text does.`,
      'Look at the address in a browser: it may be a part, another law or a fabricated text.',
    );
  return true;
}

function sortOf(bytes: Uint8Array): Sort {
  const head = Buffer.from(bytes.subarray(0, 1_024));
  if (head.subarray(0, 1_024).includes('%PDF-')) return 'pdf';
  if (head[0] === 0x50 && head[1] === 0x4b) return 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const start = head
    .toString('latin1')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (start === '') return 'empty';
  return start.startsWith('<') ? 'markup' : 'text';
}

/** A page that breaks off lacks its last tag; a PDF, its end marker. Text and archives tell nothing. */
function isWhole(bytes: Uint8Array, extension: string): boolean {
  const tail = Buffer.from(bytes.subarray(-TAIL)).toString('latin1').replaceAll('\0', '').trimEnd();
  if (extension === 'pdf') return tail.includes('%%EOF');
  return !MARKUP.includes(extension) || /(?:<\/[a-z][^<>]*>|-->|\/>)$/iu.test(tail);
}

function plainText(bytes: Uint8Array, extension: string): string {
  const text = decode(bytes);
  if (!MARKUP.includes(extension)) return text;
  return text
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/&#(\d{1,7});/gu, (_, code: string) => fromCode(Number(code)))
    .replace(/&#x([\da-f]{1,6});/giu, (_, code: string) => fromCode(Number.parseInt(code, 16)))
    .replace(/&([a-z]+);/giu, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

/** UTF-16 with its mark, else UTF-8, else the Western code page: good enough to find the head of an article. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** Compared without case and without any blanks: publishers put tags and spaces inside numbers and words. */
function flatten(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad]+/gu, '');
}
