import { type CodingFile, check, type Fields, fieldsOf, type Line, refused } from '../records.js';

/** doccano's JSONL; `label` or `labels` as [start, end, code] in code points. The instrument is the field that our export put there. */
export function fromDoccano({ text }: CodingFile): Line[] {
  return text.split(/\r?\n/).flatMap((row, i) => {
    if (row.trim() === '') return [];
    let data: Fields;
    try {
      data = fieldsOf(JSON.parse(row));
    } catch (error) {
      return [refused(i + 1, `not JSON (${(error as Error).message}).`, 'Export it again as JSONL.')];
    }
    const labels = [data.label ?? data.labels ?? []].flat(1) as unknown[];
    // A task may be an excerpt; `from` says where in the law it begins. doccano keeps fields of ours at the top or under `meta`.
    const kept = data.from ?? (data.meta as Fields | undefined)?.from;
    const from = typeof kept === 'number' ? kept : 0;
    return labels.map((label) => {
      const [start, end, code] = (Array.isArray(label) ? label : []) as [number, number, string];
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
