import { type CodingFile, type CodingRecord, check, type Fields, fromJson, kept } from '../records.js';

/** Label Studio's JSON: the labels of annotations, and of predictions where nobody annotated the task. Lines are counted in results. @throws DatasetError */
export function fromLabelStudio(file: CodingFile): CodingRecord[] {
  const tasks = [fromJson(file)].flat() as Fields[];
  let line = 0;
  return tasks.flatMap((task) => {
    const data = (task?.data ?? {}) as Fields;
    const from = typeof data.from === 'number' ? data.from : 0;
    const by = (name: 'annotations' | 'predictions'): Fields[] =>
      ([task?.[name] ?? []].flat() as Fields[]).flatMap((a) => [a?.result ?? []].flat() as Fields[]);
    const results = by('annotations').length > 0 ? by('annotations') : by('predictions');
    return results.flatMap((result) => {
      const value = (result.value ?? {}) as Fields;
      const labels = [value.labels ?? []].flat();
      return labels.map((code) => {
        line += 1;
        const exact = typeof value.text === 'string' ? value.text : null;
        return check(
          line,
          kept((result.meta as Fields | undefined)?.record, {
            instrument: data.instrument,
            code,
            // A task may be an excerpt; `from` says where in the law it begins.
            span: { start: from + Number(value.start), end: from + Number(value.end) },
            quote: exact === null ? null : { exact, prefix: '', suffix: '' },
          }),
        );
      });
    });
  });
}
