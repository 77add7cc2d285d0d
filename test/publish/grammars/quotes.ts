import { parquetReadObjects } from 'hyparquet';
import { readSheet } from 'read-excel-file/node';
import type { Instrument } from '../../../src/model/index.js';
import { unmarked } from '../../../src/text/workbook/harmless.js';
import { all, type Element, readXml } from './tree.js';

export type Quoting = keyof typeof quotesOf;

type Files = ReadonlyMap<string, Buffer>;
type Quoted = readonly [words: string, start: number, end: number];

/** A reader of each format that quotes the law beside its offsets: the quotes that are not what stands there; [] for sound ones. */
export const quotesOf = {
  jsonl: (out, law) => unlike(law, jsonl(text(out, /\.jsonl$/))),
  webannotation: (out, law) => unlike(law, webAnnotations(text(out, /\.jsonld$/))),
  labelstudio: (out, law) => unlike(law, labelStudio(text(out, /\.json$/))),
  brat: (out, law) => unlike(law, brat(text(out, /\.ann$/), text(out, /\.txt$/))),
  doccano: (out, law) => {
    const line = JSON.parse(text(out, /\.jsonl$/)) as { text: string };
    return line.text === law.text ? [] : ['the text is another'];
  },
  xmi: (out, law) => {
    const sofa = readXml(text(out, /\.xmi$/)).children.find((e) => e.name === 'cas:Sofa');
    return sofa?.attributes.sofaString === law.text ? [] : ['the sofa is another text'];
  },
  conll: (out, law) =>
    unlike(
      law,
      text(out, /\.conll$/)
        .split('\n')
        .filter((row) => row !== '')
        .map((row) => row.split('\t'))
        .map(([token = '', start, end]) => [token, Number(start), Number(end)] as const),
    ),
  parquet: async (out, law) => {
    const bytes = out.get('annotations.parquet') ?? Buffer.alloc(0);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    return unlike(
      law,
      rows.map((r) => [String(r.exact), Number(r.start), Number(r.end)] as const),
    );
  },
  akn: (out, law) =>
    unlikeInXml(
      law,
      elements(text(out, /\.xml$/), 'lexatlas:coding').map(
        (e): Quoted => [e.text, Number(e.attributes.start), Number(e.attributes.end)],
      ),
    ),
  tei: (out, law) =>
    unlikeInXml(
      law,
      elements(text(out, /\.xml$/), 'note')
        .filter((e) => e.attributes.type === 'evidence')
        .map((e): Quoted => {
          const [start, end] = (e.attributes.n ?? '').split(' ').map(Number);
          return [e.children[0]?.text ?? '', start ?? -1, end ?? -1];
        }),
    ),
  xlsx: async (out, law) => {
    const [head = [], ...rows] = await readSheet(out.get('annotations.xlsx') ?? Buffer.alloc(0), 'annotations');
    const at = (name: string): number => head.indexOf(name);
    // This reader trims cells; the sheet shows the first words of a long provision, and marks what looks like a formula.
    return rows
      .map(
        (row) =>
          [unmarked(String(row[at('words')] ?? '')).trim(), Number(row[at('start')]), Number(row[at('end')])] as const,
      )
      .filter(([words, start, end]) => !printable(law.text.slice(start, end)).startsWith(words))
      .map(([words]) => words);
  },
} as const satisfies Readonly<
  Record<string, (out: Files, law: Instrument) => readonly string[] | Promise<readonly string[]>>
>;

const text = (out: Files, name: RegExp): string => [...out].find(([path]) => name.test(path))?.[1].toString() ?? '';

const unlike = ({ text: law }: Instrument, quotes: Iterable<Quoted>): string[] =>
  [...quotes].filter(([words, start, end]) => law.slice(start, end) !== words).map(([words]) => words);

const elements = (xml: string, name: string): Element[] => [...all(readXml(xml))].filter((e) => e.name === name);

/** A document without a quote says nothing of its quotes: these laws are all coded. */
function unlikeInXml(law: Instrument, quotes: readonly Quoted[]): string[] {
  return quotes.length === 0 ? ['nothing is quoted'] : unlike(law, quotes);
}

/** Workbooks hold no control characters. */
const printable = (words: string): string => words.trim().replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd');

interface Selector {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

function jsonl(lines: string): Quoted[] {
  return lines
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { quote: { exact: string }; span: { start: number; end: number } })
    .map(({ quote, span }) => [quote.exact, span.start, span.end]);
}

function webAnnotations(page: string): Quoted[] {
  const { items } = JSON.parse(page) as { items: { target: { selector: Selector[] } }[] };
  return items.map(({ target: { selector } }) => {
    const [place, quote] = ['TextPositionSelector', 'TextQuoteSelector'].map((t) => selector.find((s) => s.type === t));
    return [quote?.exact ?? '', place?.start ?? -1, place?.end ?? -1];
  });
}

function labelStudio(tasks: string): Quoted[] {
  type Result = { value: { text: string; start: number; end: number } };
  const [task] = JSON.parse(tasks) as Record<'annotations' | 'predictions', { result: Result[] }[]>[];
  const results = [...(task?.annotations ?? []), ...(task?.predictions ?? [])].flatMap((a) => a.result);
  return results.map(({ value }) => [value.text, value.start, value.end]);
}

/** brat counts code points; what it quotes is given here with UTF-16 offsets, a fragment at a time. */
function brat(ann: string, txt: string): Quoted[] {
  const points = [...txt];
  const starts = [0];
  for (const point of points) starts.push((starts.at(-1) ?? 0) + point.length);
  return ann
    .split('\n')
    .filter((line) => line.startsWith('T'))
    .flatMap((line) => {
      const [, head = '', ...words] = line.split('\t');
      let rest = words.join('\t');
      return head
        .replace(/^\S+ /, '')
        .split(';')
        .map((f): Quoted => {
          const [start = 0, end = 0] = f.split(' ').map(Number);
          const own = points.slice(start, end).join('').length;
          const quoted = rest.slice(0, own);
          rest = rest.slice(own + 1);
          return [quoted, starts[start] ?? -1, starts[end] ?? -1];
        });
    });
}
