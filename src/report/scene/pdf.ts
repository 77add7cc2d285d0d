import type PDFKit from 'pdfkit';
import { COLOURS, type Mark, type Scene, TYPE_SIZE } from './scene.js';

/** Draws the scene at the document's place, no wider than `widest` points, and moves the place below it. */
export function drawScene(doc: typeof PDFKit.prototype, scene: Scene, widest: number, font: string): void {
  const scale = Math.min(
    1,
    widest / scene.width,
    (doc.page.height - doc.page.margins.top - doc.page.margins.bottom) / scene.height,
  );
  if (doc.y + scene.height * scale > doc.page.height - doc.page.margins.bottom) doc.addPage();
  const [left, top] = [doc.page.margins.left, doc.y];
  doc.save().translate(left, top).scale(scale);
  for (const mark of scene.marks) draw(doc, mark, font);
  doc.restore();
  doc.x = left;
  doc.y = top + scene.height * scale + 6;
}

function draw(doc: typeof PDFKit.prototype, m: Mark, font: string): void {
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

function paint(doc: typeof PDFKit.prototype, { fill, stroke }: Mark): void {
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(COLOURS[fill], COLOURS[stroke]);
  else if (fill !== undefined) doc.fill(COLOURS[fill]);
  else if (stroke !== undefined) doc.stroke(COLOURS[stroke]);
}
