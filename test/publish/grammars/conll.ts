/**
 * What is wrong with a CoNLL file: four columns, one blank line between sentences, IOB2 tags (an inside tag goes on with the code before
 * it), tokens in order and equal to the text at their offsets.
 * @see Tjong Kim Sang & De Meulder (2003), Introduction to the CoNLL-2003 Shared Task
 */
export function conllFaults(conll: string, text: string): string[] {
  const faults: string[] = [];
  if (!conll.endsWith('\n')) faults.push('the last line has no end');
  let before = 'O';
  let at = 0;
  for (const [i, row] of conll.slice(0, -1).split('\n').entries()) {
    if (row === '') continue;
    const cells = row.split('\t');
    const [token = '', start, end, tag = ''] = cells;
    if (cells.length !== 4) faults.push(`line ${i + 1} has ${cells.length} columns`);
    if (/\s/u.test(token) || token === '') faults.push(`line ${i + 1}: the token holds blanks`);
    if (text.slice(Number(start), Number(end)) !== token) faults.push(`line ${i + 1}: ${token} is not at ${start}`);
    if (Number(start) < at) faults.push(`line ${i + 1} is out of order`);
    if (!/^(?:O|[BI]-\S+)$/u.test(tag)) faults.push(`line ${i + 1}: the tag is ${tag}`);
    if (tag.startsWith('I-') && before.slice(2) !== tag.slice(2)) faults.push(`line ${i + 1}: nothing begins ${tag}`);
    [before, at] = [tag, Number(end)];
  }
  return faults;
}
