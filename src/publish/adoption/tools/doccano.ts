import { DatasetError } from '../../gold.js';
import { type CodingFile, type CodingRecord, check, type Fields } from '../records.js';

/** doccano's JSONL; `label` or `labels` as [start, end, code] in code points. The instrument is the field that our export put there. @throws DatasetError */
export function fromDoccano({ name, text }: CodingFile): CodingRecord[] {
  return text.split(/\r?\n/).flatMap((row, i) => {
    if (row.trim() === '') return [];
    let data: Fields;
    try {
      data = JSON.parse(row) as Fields;
    } catch (error) {
      throw new DatasetError(`${name}:${i + 1}: not JSON (${(error as Error).message}).`, 'Export it again as JSONL.');
    }
    const labels = [data.label ?? data.labels ?? []].flat(1) as unknown[];
    return labels.map((label) => {
      const [start, end, code] = label as [number, number, string];
      return check(i + 1, { instrument: data.instrument, code, span: { start, end }, offsets: 'code-points' });
    });
  });
}
