const LINES =
  /^(?:T\d+\t[\w-]+ \d+ \d+(?:;\d+ \d+)*\t.*|A\d+\t\w+ [TREN]\d+(?: [\w-]+)?|#\d+\tAnnotatorNotes [TREN]\d+\t.+)$/u;

/**
 * What is wrong with an .ann beside its .txt: the form of each line, ids used once, attributes and notes of annotations that exist, types
 * that annotation.conf declares, and the words of each annotation, which must be those at its offsets (code points), fragments joined by a blank.
 * @see https://brat.nlplab.org/standoff.html
 */
export function bratFaults(ann: string, txt: string | null, conf: string): string[] {
  const faults: string[] = [];
  const points = txt === null ? null : [...txt];
  const lines = ann.split('\n').slice(0, -1);
  const ids = lines.map((line) => line.split('\t')[0] ?? '');
  if (ann !== '' && !ann.endsWith('\n')) faults.push('the last line has no end');
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  const known = new Set(ids);
  const declared = new Set(conf.split('\n').map((line) => line.trim().split('\t')[0]));
  for (const line of lines) {
    if (!LINES.test(line)) faults.push(`no line of brat: ${line}`);
    const [id = '', head = '', words = ''] = line.split('\t');
    const [type = '', ...rest] = head.split(' ');
    if (/^[A#]/.test(id) && !known.has(rest[0] ?? '')) faults.push(`${id} is about ${rest[0]}, which is not there`);
    if (id.startsWith('A') && !declared.has(type)) faults.push(`${type} is not declared`);
    if (!id.startsWith('T')) continue;
    if (!declared.has(type)) faults.push(`${type} is not declared`);
    const fragments = rest
      .join(' ')
      .split(';')
      .map((f) => f.split(' ').map(Number));
    const order = fragments.flat();
    if (order.some((n, i) => i > 0 && n < (order[i - 1] ?? 0))) faults.push(`${id}: fragments out of order`);
    const wanted = fragments.map(([a, b]) => points?.slice(a, b).join('')).join(' ');
    if (points !== null && wanted !== line.split('\t').slice(2).join('\t'))
      faults.push(`${id} quotes ${words}, not ${wanted}`);
  }
  return faults;
}
