import type { Diagnostic } from '../../../model/index.js';
import { type Reader, type Reading, refusedReading } from '../../reader.js';
import { tidy } from '../blocks.js';
import { blocksOf, type RawLine, withMarginalNotes } from '../pages.js';
import { columnsOf } from './columns.js';
import { withFootnotes } from './footnotes.js';
import { pageReader } from './library.js';
import { pdfRefusal } from './streams.js';
import { mayHoldTable, tabledPages } from './tables.js';

/** A line that returns on this share of the pages is a running header or footer. */
const RUNNING_SHARE = 0.4;

/** Reads PDF text page by page; running headers and footers are dropped, words cut at line ends are joined. */
export const pdf: Reader = {
  format: 'pdf',
  recognises: (s) => Buffer.from(s.bytes.subarray(0, 1024)).includes('%PDF-'),
  async read({ bytes }) {
    const refusal = pdfRefusal(bytes);
    if (refusal !== null) return refusedReading(refusal);
    const columned = await inColumns(bytes);
    if (columned !== null) return columned;
    const { PDFParse } = await pageReader();
    const parser = new PDFParse({ data: new Uint8Array(bytes) });
    try {
      const { pages } = await parser.getText({ pageJoiner: '' });
      const written = pages.map((p) => ({
        num: p.num,
        lines: p.text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1').split('\n'),
      }));
      const tabled = await tabledPages(
        bytes,
        written.filter((p) => mayHoldTable(p.lines)).map((p) => p.num),
      );
      const lines = written.flatMap((p) =>
        (tabled.get(p.num) ?? p.lines)
          .map((l): RawLine => ({ text: tidy(l), page: p.num, starts: true, aside: false }))
          .filter((l) => l.text !== ''),
      );
      const blocks = blocksOf(withFootnotes(withMarginalNotes(withoutRunning(lines, pages.length), pages.length)));
      const diagnostics =
        blocks.length === 0
          ? [problem('scanned-pdf', 'The PDF holds no text layer.', 'Run OCR on it, or give another format.')]
          : [];
      return { blocks, metadata: {}, encoding: null, diagnostics };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const locked = /password|encrypt/iu.test(reason);
      const found = locked
        ? problem(
            'encrypted-pdf',
            'The PDF is protected by a password.',
            'Save it without password, or give another format.',
          )
        : problem('damaged-pdf', `The PDF cannot be read (${reason}).`, 'Fetch the file again.');
      return { blocks: [], metadata: {}, encoding: null, diagnostics: [found] };
    } finally {
      await parser.destroy();
    }
  },
};

/** What a two-column PDF holds: of a bilingual one the left column, which a diagnostic says. Null for other files. */
async function inColumns(bytes: Uint8Array): Promise<Reading | null> {
  const columns = await columnsOf(bytes).catch(() => null);
  if (columns === null) return null;
  const { left, right } = columns;
  const bilingual = await isBilingual(left.map((l) => l.text).join(' '), right.map((l) => l.text).join(' '));
  const pages = Array.from({ length: columns.pages }, (_, i) => i + 1);
  const lines = bilingual ? left : pages.flatMap((page) => [...left, ...right].filter((l) => l.page === page));
  const message = 'The PDF sets two languages side by side; the left column is read, the right one is left out.';
  return {
    blocks: blocksOf(lines),
    metadata: {},
    encoding: null,
    diagnostics: bilingual ? [{ ...problem('second-language', message, null), severity: 'info' }] : [],
  };
}

/** Most small words of one language are not those of another: two columns of one law share most of them, two languages few. */
const SHARED_WORDS = 0.5;
const COMMON_WORDS = 25;

async function isBilingual(left: string, right: string): Promise<boolean> {
  const common = (text: string): string[] => {
    const counts = new Map<string, number>();
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, COMMON_WORDS)
      .map(([w]) => w);
  };
  const other = new Set(common(right));
  const mine = common(left);
  if (mine.filter((w) => other.has(w)).length >= mine.length * SHARED_WORDS) return false;
  // Short columns share few words by chance: nothing is left out unless they are told to be of two languages.
  const { franc } = await import('franc'); // Loaded where two columns ask for it: unpacking what it knows of languages takes its time.
  return franc(left) !== franc(right);
}

function withoutRunning(lines: readonly RawLine[], pages: number): RawLine[] {
  const key = (l: RawLine) => l.text.replace(/\d+/gu, '#');
  const seen = new Map<string, Set<number | null>>();
  for (const l of lines) seen.set(key(l), (seen.get(key(l)) ?? new Set()).add(l.page));
  // Numbered heads look alike on every page; they are law, not headers.
  return lines.filter(
    (l) =>
      pages < 4 ||
      /^(?:article|section|chapter|\(?#?\d*\)?$)/iu.test(l.text) ||
      (seen.get(key(l))?.size ?? 0) < pages * RUNNING_SHARE,
  );
}

function problem(rule: string, message: string, mend: string | null): Diagnostic {
  return { ruleId: `ingest/${rule}`, severity: 'error', message, mend, file: null, instrument: null, span: null };
}
