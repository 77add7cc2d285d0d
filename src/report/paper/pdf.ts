import type PDFDocument from 'pdfkit';
import { drawScene, heightIn } from '../scene/pdf.js';
import { COLOURS } from '../scene/scene.js';
import { type Block, isRightToLeft, line, type Paper, type Run } from './document.js';
import { type FontFile, type Fonts, openFonts } from './fonts.js';
import { drawGrid } from './grid.js';

type Doc = typeof PDFDocument.prototype;

const MARGIN = 62;
const SIZE = { title: 22, 1: 16, 2: 13, 3: 11, body: 10.5, quote: 10, small: 8 } as const;

/**
 * Returns the paper as PDF/1.7 with bookmarks. The fonts are arguments: the first is for running text, the second bold, the
 * rest for scripts that those two do not hold. Right-to-left text is set right-aligned, each line shaped by itself; Word's
 * own layout (`docx`) is better for it.
 */
export async function pdfOf(paper: Paper, files: readonly FontFile[]): Promise<Uint8Array> {
  const { default: Document } = await import('pdfkit'); // Loaded when a PDF is asked for: it takes a quarter of a second.
  const doc = new Document({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    // The content says which study it is; a clock would change the bytes.
    info: { Title: paper.title, Author: 'lexatlas', CreationDate: new Date(0), ModDate: new Date(0) },
  });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<Uint8Array>((resolve) =>
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks)))),
  );
  const fonts = openFonts(doc, files);
  words(doc, fonts, [{ text: paper.title }], SIZE.title, fonts.bold);
  words(doc, fonts, [{ text: paper.subtitle }], SIZE.body);
  paper.blocks.forEach((b, i) => {
    block(doc, fonts, b, paper.blocks[i + 1]);
  });
  numberPages(doc, fonts);
  doc.end();
  return ended;
}

function block(doc: Doc, fonts: Fonts, b: Block, next: Block | undefined): void {
  switch (b.kind) {
    case 'heading':
      // A heading stays with its figure.
      room(doc, next?.kind === 'figure' ? heightIn(doc, next.scene, doc.page.width - 2 * MARGIN) + 90 : 110);
      doc.moveDown(0.8);
      doc.outline.addItem(line(b.text));
      words(doc, fonts, [{ text: b.text }], SIZE[b.level], fonts.bold);
      break;
    case 'paragraph':
      words(doc, fonts, b.runs, SIZE.body);
      break;
    case 'box':
      box(doc, fonts, b.title, b.text);
      break;
    case 'list':
      for (const item of b.items) words(doc, fonts, [{ text: '• ' }, ...item], SIZE.body);
      break;
    case 'table':
      room(doc, 70);
      doc.moveDown(0.5);
      words(doc, fonts, [{ text: b.caption }], SIZE[3], fonts.bold);
      drawGrid(doc, fonts, MARGIN, b.columns, b.rows);
      doc.moveDown(0.5);
      break;
    case 'figure':
      doc.moveDown(0.5);
      drawScene(doc, b.scene, doc.page.width - 2 * MARGIN, fonts.body);
      words(doc, fonts, [{ text: b.caption, dress: 'italic' }], SIZE.quote);
      break;
    case 'quote':
      room(doc, 50);
      words(doc, fonts, [{ text: b.cite, dress: 'bold' }, { text: ` (${b.about})` }], SIZE.quote);
      words(doc, fonts, [{ text: b.text }], SIZE.quote, fonts.body, {
        indent: 14,
        isRtl: isRightToLeft(b.language),
      });
      break;
  }
}

/** Starts a page where less than this is left: a heading must not stand alone at the foot. */
function room(doc: Doc, needed: number): void {
  if (doc.y + needed > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

interface Layout {
  readonly indent?: number;
  readonly isRtl?: boolean;
}

function words(
  doc: Doc,
  fonts: Fonts,
  runs: readonly Run[],
  size: number,
  font = fonts.body,
  layout: Layout = {},
): void {
  const pieces = runs.flatMap((r) =>
    fonts.dress(r.text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e]+/gu, ' '), r.dress === 'bold' ? fonts.bold : font),
  );
  const { indent = 0, isRtl = false } = layout;
  const width = doc.page.width - 2 * MARGIN - indent;
  doc.fontSize(size).fillColor(COLOURS.ink);
  pieces.forEach(({ font: own, text }, i) => {
    const options = { continued: i < pieces.length - 1, width, align: isRtl ? 'right' : 'left', lineGap: 2 } as const;
    doc.font(own);
    if (i === 0) doc.text(text, MARGIN + indent, doc.y, options);
    else doc.text(text, options);
  });
  doc.moveDown(0.35);
  doc.x = MARGIN;
}

function box(doc: Doc, fonts: Fonts, title: string, text: string): void {
  const before = doc.y;
  words(doc, fonts, [{ text: title, dress: 'bold' }, { text: ` ${text}` }], SIZE.quote, fonts.body, { indent: 10 });
  const height = doc.y - before;
  if (height > 0)
    doc
      .save()
      .rect(MARGIN, before - 2, 3, height)
      .fill(COLOURS.accent)
      .restore();
}

function numberPages(doc: Doc, fonts: Fonts): void {
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    doc.switchToPage(i);
    // The foot lies below the margin; without this the words would start a page of their own.
    doc.page.margins.bottom = 0;
    doc.font(fonts.body).fontSize(SIZE.small).fillColor(COLOURS.soft);
    doc.text(`lexatlas · ${i + 1} of ${count}`, MARGIN, doc.page.height - MARGIN / 2, {
      align: 'center',
      width: doc.page.width - 2 * MARGIN,
    });
  }
}
