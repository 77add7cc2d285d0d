import type ExcelJS from 'exceljs';

/** The first sheet of a workbook as rows of text, header first; dates as ISO days, formulas as what they came to. */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  // Loaded when it is needed: it takes a third of a second.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  // exceljs' types ask for the Buffer of an older Node.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const [sheet] = workbook.worksheets;
  const rows: string[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    for (let i = 1; i <= sheet.columnCount; i += 1) cells.push(textOf(row.getCell(i).value));
    rows.push(cells);
  });
  return rows;
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) return String(value.text);
  if ('result' in value) return textOf(value.result ?? null);
  return '';
}
