import { instrumentOfFile } from '../../annotations/record.js';
import { type CodingFile, check, type Line, refused } from '../records.js';

const MEND = 'Give token, start, end and tag, parted by tabs, as lexatlas export --format conll writes them.';

/**
 * CoNLL with IOB2 tags and offsets: token, start, end, tag. An inside tag without a beginning begins a coding, as in IOB1.
 * The file's name tells the instrument.
 */
export function fromConll({ name, text }: CodingFile): Line[] {
  const instrument = instrumentOfFile(name);
  const codings: { line: number; code: string; start: number; end: number }[] = [];
  const broken: Line[] = [];
  let open: (typeof codings)[number] | null = null;
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const [, start, end, tag] = row.split('\t');
    const [, kind, code = ''] = /^(?:(O)|[BI]-(.+))$/u.exec(tag ?? '') ?? [];
    if (!/^\d+$/u.test(start ?? '') || !/^\d+$/u.test(end ?? '') || (kind === undefined && code === '')) {
      broken.push(refused(i + 1, 'not a token with its place and tag.', MEND, { instrument }));
      open = null;
    } else if (kind === 'O') open = null;
    else if (open !== null && tag?.startsWith('I-') && open.code === code) open.end = Number(end);
    else {
      open = { line: i + 1, code, start: Number(start), end: Number(end) };
      codings.push(open);
    }
  }
  const read = codings.map(({ line, code, ...span }) => check(line, { instrument, code, span }));
  return [...read, ...broken].sort((a, b) => a.line - b.line);
}
