import type PDFDocument from 'pdfkit';
import { COLOURS } from '../scene/scene.js';
import { columnShares, line } from './document.js';
import type { Fonts } from './fonts.js';

type Doc = typeof PDFDocument.prototype;

const SIZE = 8;
const PADDING = 3;
const LEADING = 1;
/** Points between two columns. */
const GUTTER = 6;
/** Where the fonts of a cell differ in height, its measured height may be short by a line. */
const SLACK = 12;
/** Rows of less than this are not worth cutting to fill a page. */
const LEAST_TO_CUT = 2;

/**
 * Draws a table whose head stands again on each page. pdfkit's own has neither that nor a cell in two fonts (`PIPL 38: 个人信息`). A row stays
 * on one page where a page can hold it; a longer one goes on under the next head.
 */
export function drawGrid(
  doc: Doc,
  fonts: Fonts,
  left: number,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const wide = doc.page.width - 2 * left;
  const widths = columnShares({ columns, rows }).map((share) => share * wide);
  const lefts = widths.map((_, i) => left + widths.slice(0, i).reduce((a, b) => a + b, 0));
  const floor = doc.page.height - doc.page.margins.bottom;
  const tallest = floor - doc.page.margins.top - 3 * SLACK;
  const heightOf = (cells: readonly string[]): number =>
    Math.max(
      ...cells.map((text, i) => {
        const pieces = fonts.dress(text, fonts.body);
        doc.font(pieces.length > 1 ? fonts.oneFor(text) : (pieces[0]?.font ?? fonts.body)).fontSize(SIZE);
        const height = doc.heightOfString(text, { width: (widths[i] ?? 0) - GUTTER, lineGap: LEADING });
        return height + (pieces.length > 1 ? SLACK : 0);
      }),
    ) +
    2 * PADDING;
  const draw = (cells: readonly string[], font: string): void => {
    const top = doc.y;
    doc
      .save()
      .moveTo(left, top)
      .lineTo(left + wide, top)
      .lineWidth(0.5)
      .stroke(COLOURS.line)
      .restore();
    let bottom = top;
    cells.forEach((text, i) => {
      const pieces = fonts.dress(text, font);
      doc.fontSize(SIZE).fillColor(COLOURS.ink);
      pieces.forEach((piece, n) => {
        const options = { width: (widths[i] ?? 0) - GUTTER, lineGap: LEADING, continued: n < pieces.length - 1 };
        doc.font(piece.font);
        if (n === 0) doc.text(piece.text, lefts[i], top + PADDING, options);
        else doc.text(piece.text, options);
      });
      bottom = Math.max(bottom, doc.y);
    });
    doc.x = left;
    doc.y = bottom + PADDING;
  };
  const head = columns.map(line);
  draw(head, fonts.bold);
  for (const row of rows.flatMap((cells) =>
    fitting(
      cells.map((c) => line(c) || ' '),
      heightOf,
      tallest,
    ),
  )) {
    if (doc.y + heightOf(row) > floor) {
      doc.addPage();
      draw(head, fonts.bold);
    }
    draw(row, fonts.body);
  }
}

/** The row, or the rows it is cut into where a page could not hold it: each cell goes on in the next row. */
function fitting(
  cells: readonly string[],
  heightOf: (cells: readonly string[]) => number,
  tallest: number,
): readonly (readonly string[])[] {
  const longest = Math.max(...cells.map((c) => c.length));
  if (longest < LEAST_TO_CUT || heightOf(cells) <= tallest) return [cells];
  const cuts = cells.map((c) => {
    const half = Math.ceil(longest / 2);
    const blank = c.lastIndexOf(' ', half);
    const at = c.length <= half ? c.length : blank > 0 ? blank : half;
    return [c.slice(0, at), c.slice(at).trim() || ' '] as const;
  });
  return [0, 1].flatMap((n) =>
    fitting(
      cuts.map((c) => c[n] ?? ' '),
      heightOf,
      tallest,
    ),
  );
}
