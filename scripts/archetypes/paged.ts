import { createRequire } from 'node:module';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { Line, Text } from './notation.js';

const require = createRequire(import.meta.url);
const STAMP = new Date(Date.UTC(2020, 0, 1));
const printed = (l: Line): string => (l.marker === '' ? l.text : `${l.marker} ${l.text}`);

/** The parts of a zip that we touch; jszip comes with `docx` and has no declared dependency of ours. */
interface Zip {
  readonly files: Readonly<Record<string, { readonly dir: boolean; async(type: 'string'): Promise<string> }>>;
  file(name: string, data: string, options: { date: Date; createFolders: boolean }): Zip;
  generateAsync(options: { type: 'uint8array'; compression: 'DEFLATE' }): Promise<Uint8Array>;
}

/** A Word document with heading styles; dates are fixed and the parts zipped anew, so that the bytes never change. */
export async function writeDocx(text: Text): Promise<Uint8Array> {
  const children = [new Paragraph({ text: text.title, heading: HeadingLevel.TITLE })];
  for (const d of text.divisions) {
    children.push(
      new Paragraph({
        text: `${text.division} ${d.num} ${d.heading}`,
        heading: HeadingLevel.HEADING_1,
      }),
    );
    for (const u of d.units) {
      children.push(
        new Paragraph({
          text: `${text.unit} ${u.num}. ${u.heading}`,
          heading: HeadingLevel.HEADING_2,
        }),
      );
      for (const l of u.lines) children.push(new Paragraph({ text: printed(l), indent: { left: l.depth * 360 } }));
    }
  }
  const doc = new Document({
    creator: 'lexatlas',
    title: text.title,
    sections: [{ children }],
  });
  const JSZip = require('jszip') as {
    new (): Zip;
    loadAsync(data: Uint8Array): Promise<Zip>;
  };
  const made = await JSZip.loadAsync(new Uint8Array(await Packer.toBuffer(doc)));
  const fixed = new JSZip();
  for (const [name, entry] of Object.entries(made.files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (entry.dir) continue;
    const words = (await entry.async('string')).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, STAMP.toISOString());
    fixed.file(name, words, { date: STAMP, createFolders: false });
  }
  return fixed.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The parts of pdfkit that we call; it ships no types. */
interface Pdf {
  on(event: 'data', listen: (chunk: Uint8Array) => void): Pdf;
  on(event: 'end', listen: () => void): Pdf;
  font(name: string): Pdf;
  fontSize(points: number): Pdf;
  moveDown(lines: number): Pdf;
  text(words: string, options: { indent?: number; align?: 'center' }): Pdf;
  end(): void;
}

/** A one-column A4 PDF; its creation date, and so the id that pdfkit derives from it, is fixed. */
export async function writePdf(text: Text): Promise<Uint8Array> {
  const PDFDocument = require('pdfkit') as new (options: object) => Pdf;
  const info = {
    Title: text.title,
    Author: 'lexatlas',
    CreationDate: STAMP,
    ModDate: STAMP,
  };
  const pdf = new PDFDocument({ size: 'A4', margin: 72, info });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve) => {
    pdf.on('data', (chunk) => chunks.push(chunk)).on('end', resolve);
  });
  pdf.font('Times-Bold').fontSize(15).text(text.title, { align: 'center' });
  for (const d of text.divisions) {
    pdf
      .moveDown(1)
      .font('Times-Bold')
      .fontSize(13)
      .text(`${text.division} ${d.num} — ${d.heading}`, { align: 'center' });
    for (const u of d.units) {
      pdf.moveDown(0.6).font('Times-Bold').fontSize(11).text(`${text.unit} ${u.num}. ${u.heading}`, {});
      pdf.font('Times-Roman');
      for (const l of u.lines) pdf.moveDown(0.2).text(printed(l), { indent: l.depth * 18 });
    }
  }
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
