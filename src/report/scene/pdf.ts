import type PDFKit from 'pdfkit';
import { COLOURS, type Mark, type Scene, TYPE_SIZE } from './scene.js';

type Doc = typeof PDFKit.prototype;

/** Of a figure's full size, how little may be drawn so that it need not leave half a page blank before it. */
const LEAST_SCALE = 0.66;
/** Points beneath a figure for its caption. */
const CAPTION = 34;

/** Draws the scene at the document's place, no wider than `widest` points, and moves the place below it. */
export function drawScene(doc: Doc, scene: Scene, widest: number, font: string): void {
  const scale = scaleIn(doc, scene, widest);
  if (doc.y + scene.height * scale + CAPTION > doc.page.height - doc.page.margins.bottom) doc.addPage();
  const [left, top] = [doc.page.margins.left, doc.y];
  doc.save().translate(left, top).scale(scale);
  for (const mark of scene.marks) draw(doc, mark, font);
  doc.restore();
  doc.x = left;
  doc.y = top + scene.height * scale + 6;
}

/** Points that the scene will take in height at the document's place. */
export function heightIn(doc: Doc, scene: Scene, widest: number): number {
  return scene.height * scaleIn(doc, scene, widest, 60);
}

/** Full size or what a page holds; smaller, within reason, where the rest of this page is. `above` are points that come before it. */
function scaleIn(doc: Doc, scene: Scene, widest: number, above = 0): number {
  const { height, margins } = doc.page;
  const full = Math.min(1, widest / scene.width, (height - margins.top - margins.bottom - CAPTION) / scene.height);
  const here = (height - margins.bottom - CAPTION - above - doc.y) / scene.height;
  return here < full && here >= full * LEAST_SCALE ? here : full;
}

function draw(doc: Doc, m: Mark, font: string): void {
  doc
    .save()
    .opacity(m.opacity ?? 1)
    .lineWidth(m.strokeWidth ?? 1);
  switch (m.kind) {
    case 'rect':
      doc.rect(m.x, m.y, m.width, m.height);
      paint(doc, m);
      break;
    case 'line':
      doc.moveTo(m.x1, m.y1).lineTo(m.x2, m.y2);
      if (m.isDashed === true) doc.dash(3, {});
      paint(doc, m);
      break;
    case 'circle':
      doc.circle(m.x, m.y, m.radius);
      paint(doc, m);
      break;
    case 'path':
      doc.path(m.d);
      paint(doc, m);
      break;
    case 'text': {
      const size = m.size ?? TYPE_SIZE;
      doc
        .font(font)
        .fontSize(size)
        .fillColor(COLOURS[m.fill ?? 'ink']);
      const width = doc.widthOfString(m.text);
      const shift = { start: 0, middle: width / 2, end: width }[m.anchor ?? 'start'];
      if (m.turn !== undefined) doc.rotate(m.turn, { origin: [m.x, m.y] });
      doc.text(m.text, m.x - shift, m.y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }
  doc.restore();
}

function paint(doc: Doc, { fill, stroke }: Mark): void {
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(COLOURS[fill], COLOURS[stroke]);
  else if (fill !== undefined) doc.fill(COLOURS[fill]);
  else if (stroke !== undefined) doc.stroke(COLOURS[stroke]);
}
