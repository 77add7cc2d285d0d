import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** A PDF of one page; `draw` puts on it what it shows. */
export async function pdfOf(
  draw: (page: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const document = new PDFDocument(options);
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  const done = new Promise((resolve) => document.on('end', resolve));
  draw(document);
  document.end();
  await done;
  return Buffer.concat(pieces);
}

/** A small PDF whose page swells to `bytes` when it is unpacked, twice packed. */
export function swellingPdf(bytes: number): Buffer {
  const page = deflateSync(deflateSync(Buffer.alloc(bytes, 'q ')));
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R>> endobj
4 0 obj <</Length ${page.length}/Filter[/FlateDecode/FlateDecode]>> stream
`;
  return Buffer.concat([Buffer.from(head), page, Buffer.from('\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')]);
}
