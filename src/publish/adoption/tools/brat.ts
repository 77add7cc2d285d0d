import { fromBratType } from '../../annotations/brat.js';
import { instrumentOfFile } from '../../annotations/record.js';
import { type CodingFile, check, kept, type Line, refused } from '../records.js';

const TEXT_BOUND = /^(T\d+)\t(\S+) ([\d ;]+)\t?(.*)$/u;
const ATTRIBUTE = /^A\d+\t(\S+) (T\d+) (\S+)$/u;
const NOTE = /^#\d+\t\S+ (T\d+)\t(.*)$/u;

/** brat's .ann; the file's name tells the instrument. What a person changed in brat wins over the note that we left there. */
export function fromBrat({ name, text }: CodingFile): Line[] {
  const instrument = instrumentOfFile(name);
  const broken: Line[] = [];
  const notes = new Map<string, string>();
  const attributes = new Map<string, Record<string, string>>();
  const bounds: { line: number; id: string; type: string; places: string; words: string }[] = [];
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    const bound = TEXT_BOUND.exec(row);
    const attribute = ATTRIBUTE.exec(row);
    const note = NOTE.exec(row);
    if (bound) {
      const [, id = '', type = '', places = '', words = ''] = bound;
      bounds.push({ line: i + 1, id, type, places, words });
    } else if (attribute) {
      const [, key = '', id = '', value = ''] = attribute;
      attributes.set(id, { ...attributes.get(id), [key]: value });
    } else if (note) notes.set(note[1] ?? '', note[2] ?? '');
    else if (/^T/u.test(row))
      broken.push(refused(i + 1, 'not a line of brat standoff.', 'Save the document again in brat.', { instrument }));
  }
  const read = bounds.map(({ line, id, type, places, words }) => {
    const offsets = places.split(/[ ;]/u).map(Number);
    const isPlain = !places.includes(';') && words !== '';
    const told = { instrument, code: fromBratType(type), ...attributes.get(id) };
    const place = {
      span: { start: Math.min(...offsets), end: Math.max(...offsets) },
      offsets: 'code-points',
      quote: isPlain ? { exact: words, prefix: '', suffix: '' } : null,
    };
    const own = kept(notes.get(id), {});
    // Fragments cannot say that a span begins or ends with a line break; where nobody moved it, our own record knows.
    return check(line, kept(notes.get(id), own.places === places ? told : { ...told, ...place }));
  });
  return [...read, ...broken].sort((a, b) => a.line - b.line);
}
