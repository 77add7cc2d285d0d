import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { fixTimes } from '../../text/workbook/zip.js';
import type { Scene } from '../scene/scene.js';
import { svgOf } from '../scene/svg.js';
import { type Block, columnShares, isRightToLeft, line, type Paper, type Run } from './document.js';

type Child = Paragraph | Table;

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
/** Widest picture in pixels between the margins of an A4 page. */
const WIDEST = 600;
/** Word's own headings are blue and of another family. */
const HEADING = { font: 'Cambria', color: '1C1B19', bold: true } as const;
/** Half points. */
const SMALL = 17;
/** The writer of the file says 1970: a clock would change the bytes, and the content says which study it is. */
const coreOf = (title: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title.replace(/[<&]/g, ' ')}</dc:title><dc:creator>lexatlas</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">1970-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">1970-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>`;

/** Returns the paper as a Word file; the same paper gives the same bytes on the same machine (figures use its fonts). */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  // Drawn by a native module; where that cannot be loaded, Word draws the figures itself.
  const pngOf = await import('../scene/png.js').then(
    (m) => m.pngOf,
    () => null,
  );
  const section: ISectionOptions = {
    children: [
      new Paragraph({ text: line(paper.title), heading: HeadingLevel.TITLE }),
      new Paragraph({ children: [new TextRun({ text: line(paper.subtitle), italics: true })] }),
      ...paper.blocks.flatMap((b) => block(b, pngOf)),
    ],
  };
  const file = new Document({
    creator: 'lexatlas',
    title: paper.title,
    styles: {
      default: {
        // Said in so many words: without the rule LibreOffice takes the height as exact and cuts pictures to a line.
        document: {
          run: { font: 'Cambria', size: 22 },
          paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { ...HEADING, size: 40 }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { ...HEADING, size: 30 }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: { run: { ...HEADING, size: 25 }, paragraph: { spacing: { before: 280, after: 100 } } },
        heading3: { run: { ...HEADING, size: 22 }, paragraph: { spacing: { before: 240, after: 80 } } },
      },
    },
    sections: [section],
  });
  const bytes = await Packer.toBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: coreOf(line(paper.title)) },
  ]);
  const archive = new Uint8Array(bytes);
  fixTimes(archive);
  return archive;
}

type PngOf = ((scene: Scene) => Uint8Array) | null;

/** One white dot: what a Word that knows no SVG (before 2016) shows. */
const BLANK = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';

function picture(scene: Scene, pngOf: PngOf): RegularImage | SvgImage {
  if (pngOf !== null) return { type: 'png', data: pngOf(scene) };
  return {
    type: 'svg',
    data: Buffer.from(svgOf(scene)),
    fallback: { type: 'png', data: Buffer.from(BLANK, 'base64') },
  };
}
type RegularImage = { readonly type: 'png'; readonly data: Uint8Array };
type SvgImage = { readonly type: 'svg'; readonly data: Buffer; readonly fallback: { type: 'png'; data: Buffer } };

function block(b: Block, pngOf: PngOf): Child[] {
  switch (b.kind) {
    case 'heading':
      return [
        new Paragraph({ text: line(b.text), heading: LEVELS[b.level - 1] ?? HeadingLevel.HEADING_3, keepNext: true }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: runs(b.runs) })];
    case 'box':
      return [boxed(new Paragraph({ children: runs([{ text: b.title, dress: 'bold' }, { text: ` ${b.text}` }]) }))];
    case 'list':
      return b.items.map((item) => new Paragraph({ children: runs(item), bullet: { level: 0 } }));
    case 'table':
      return [
        new Paragraph({ text: line(b.caption), heading: HeadingLevel.HEADING_3, keepNext: true }),
        table(b.columns, b.rows),
        new Paragraph({}),
      ];
    case 'figure': {
      const { width, height } = b.scene;
      const scale = Math.min(1, WIDEST / width);
      const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
      // An id of its own: the library would count through the life of the process.
      const altText = { id: idOf(b.name), name: b.name, title: line(b.caption), description: line(b.scene.label) };
      return [
        new Paragraph({
          children: [new ImageRun({ ...picture(b.scene, pngOf), transformation, altText })],
          alignment: AlignmentType.CENTER,
          keepNext: true,
        }),
        new Paragraph({ children: runs([{ text: b.caption, dress: 'italic' }]) }),
      ];
    }
    case 'quote': {
      const isRtl = isRightToLeft(b.language);
      return [
        new Paragraph({ children: runs([{ text: b.cite, dress: 'bold' }, { text: ` (${b.about})` }]), keepNext: true }),
        new Paragraph({
          children: [
            new TextRun({
              text: line(b.text),
              rightToLeft: isRtl,
              language: isRtl ? { bidirectional: b.language } : { value: b.language },
            }),
          ],
          bidirectional: isRtl,
          indent: { start: 400 },
        }),
      ];
    }
  }
}

function runs(list: readonly Run[]): TextRun[] {
  return list.map(
    ({ text, dress }) =>
      new TextRun({
        text: text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\ufffe\uffff]+/gu, ' '),
        bold: dress === 'bold',
        italics: dress === 'italic',
      }),
  );
}

function boxed(paragraph: Paragraph): Table {
  const cell = new TableCell({ children: [paragraph], shading: { type: ShadingType.CLEAR, fill: 'F4F1EA' } });
  return new Table({ rows: [new TableRow({ children: [cell] })], width: { size: 100, type: WidthType.PERCENTAGE } });
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const shares = columnShares({ columns, rows });
  const cell = (text: string, isHead: boolean, at: number): TableCell =>
    new TableCell({
      width: { size: Math.round((shares[at] ?? 0) * 100), type: WidthType.PERCENTAGE },
      children: [
        new Paragraph({
          children: [new TextRun({ text: line(text), bold: isHead, size: SMALL })],
          spacing: { after: 20, line: 240, lineRule: LineRuleType.AUTO },
        }),
      ],
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'F4F1EA' } } : {}),
    });
  const border = { style: BorderStyle.SINGLE, size: 2, color: 'C9C4B8' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      new TableRow({ children: columns.map((c, i) => cell(c, true, i)), tableHeader: true }),
      ...rows.map((row) => new TableRow({ children: row.map((c, i) => cell(c, false, i)), cantSplit: true })),
    ],
  });
}

/** A number for a figure, from its name. */
function idOf(name: string): string {
  return String([...name].reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 1_000_000, 7));
}
