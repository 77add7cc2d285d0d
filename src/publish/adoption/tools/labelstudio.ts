import { type CodingFile, check, type Fields, fieldsOf, fromJson, kept, type Line } from '../records.js';

/** Label Studio's JSON: the labels of annotations, and of predictions where nobody annotated the task. Lines are counted in results. @throws DatasetError where the file is no JSON. */
export function fromLabelStudio(file: CodingFile): Line[] {
  const tasks = [fromJson(file)].flat().map(fieldsOf);
  let line = 0;
  return tasks.flatMap((task) => {
    const data = fieldsOf(task.data);
    const from = typeof data.from === 'number' ? data.from : 0;
    const by = (name: 'annotations' | 'predictions'): Fields[] =>
      [task[name] ?? []].flat().flatMap((a) => [fieldsOf(a).result ?? []].flat().map(fieldsOf));
    const results = by('annotations').length > 0 ? by('annotations') : by('predictions');
    return results.flatMap((result) => {
      const value = fieldsOf(result.value);
      const labels = [value.labels ?? []].flat();
      return labels.map((code) => {
        line += 1;
        const exact = typeof value.text === 'string' ? value.text : null;
        return check(
          line,
          kept(fieldsOf(result.meta).record, {
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
