import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { decode } from '../../src/ingest/encoding.js';
import { pageReader } from '../../src/ingest/flat/pdf/library.js';

const XML = new Set(['eurlex-oj', 'eurlex-consolidated', 'formex', 'akn', 'tota', 'clml', 'justice-canada', 'uslm']);

/**
 * Milliseconds of processor time that the underlying library alone needs for the file: htmlparser2's tags and words for the markup of laws (no
 * tree is made, since ours is our own), cheerio's tree for other HTML, pdf-parse's text,
 * mammoth's HTML, JSON.parse. Null for plain text and Markdown, which no library parses for us.
 *
 * JSON.parse stays the measure of a dump, though it is native and looks at no word: the 24 dumps of the shared corpus hold no tag in
 * 1.7 million letters (5 entities), so that no parser of markup may be counted in. What reading them costs above it is
 * what plain text costs: to find the marks, for which there is no library.
 */
export async function bareParse(format: string, bytes: Uint8Array): Promise<number | null> {
  const started = processorMs();
  if (XML.has(format)) readTags(decode(unpacked(bytes)).text, true);
  else if (format === 'eurlex-legacy') readTags(decode(bytes).text, false);
  else if (format === 'html') load(decode(bytes).text);
  else if (format === 'json') JSON.parse(decode(bytes).text);
  else if (format === 'docx') await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  else if (format === 'pdf') {
    const { PDFParse } = await pageReader();
    const parser = new PDFParse({ data: new Uint8Array(bytes) });
    await parser.getText();
    await parser.destroy();
  } else return null;
  return processorMs() - started;
}

/** Milliseconds of processor time that this program has used: what other programs take of a shared machine does not count. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** All tags and words, and nothing done with them. */
function readTags(markup: string, xmlMode: boolean): void {
  new Parser({ onopentag() {}, ontext() {}, onclosetag() {} }, { xmlMode }).end(markup);
}

function unpacked(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
