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
    // A task may be an excerpt; `from` says where in the law it begins. doccano keeps fields of ours at the top or under `meta`.
    const kept = data.from ?? (data.meta as Fields | undefined)?.from;
    const from = typeof kept === 'number' ? kept : 0;
    return labels.map((label) => {
      const [start, end, code] = label as [number, number, string];
      const span = { start: from + start, end: from + end };
      return check(i + 1, {
        instrument: data.instrument ?? (data.meta as Fields | undefined)?.instrument,
        code,
        span,
        offsets: 'code-points',
      });
    });
  });
}
