import { Parser } from 'htmlparser2';
import { MAX_UNPACKED_BYTES, MOST_UNPACKED, RefusedFile } from '../../../limits.js';
import { readElements } from '../../../structured/dom.js';
import { Counter } from './counter.js';
import { askedOf, type Numbering } from './numbering.js';

/** Where a paragraph's properties stand in the markup, while they are read. */
interface Properties {
  readonly from: number;
  /** `w:` as a rule. */
  readonly prefix: string;
}

/** Paragraphs that are not seen twice: Word writes drawn text once for new programs and once for old ones, and mammoth reads the latter. */
const UNSEEN = new Set(['Choice', 'del', 'moveFrom']);

/**
 * A Word document's markup with each number that Word counts written in front of its paragraph's words; all else is as it
 * was. Paragraphs whose end is deleted or moved away are not counted: their words run on into the next.
 *
 * @throws RefusedFile where the numbers would be more than any document
 */
export function withNumbers(markup: string, numbering: Numbering): string {
  const counter = new Counter(numbering);
  const pieces: string[] = [];
  let done = 0;
  let added = 0;
  let depth = 0;
  let unseen = 0;
  let open: (Properties & { readonly depth: number }) | null = null;
  const parser = new Parser(
    {
      onopentag(tag) {
        depth += 1;
        const name = tag.replace(/^.*:/u, '');
        if (UNSEEN.has(name) && open === null) unseen += 1;
        if (name === 'pPr' && open === null) open = { from: parser.startIndex, prefix: tag.slice(0, -3), depth };
      },
      onclosetag(tag) {
        const name = tag.replace(/^.*:/u, '');
        if (open !== null && open.depth === depth) {
          const end = parser.endIndex + 1;
          const run = unseen > 0 ? '' : numberRun(markup.slice(open.from, end), open.prefix, counter);
          if (run !== '') pieces.push(markup.slice(done, end), run);
          if (run !== '') done = end;
          added += run.length;
          if (added > MAX_UNPACKED_BYTES) throw new RefusedFile(TOO_MANY);
          open = null;
        } else if (UNSEEN.has(name) && open === null) unseen -= 1;
        depth -= 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(markup);
  return pieces.length === 0 ? markup : pieces.join('') + markup.slice(done);
}

const TOO_MANY = {
  rule: 'zip-bomb',
  reason: `The numbers that Word counts come to more than ${MOST_UNPACKED}; no law has so many.`,
  mend: 'Fetch the law again from its publisher.',
};

/** The run that prints a paragraph's number, struck where the paragraph's own mark is; '' where it has none. */
function numberRun(properties: string, prefix: string, counter: Counter): string {
  const read = readElements(properties)[0] ?? null;
  const mark = read?.elements.find((e) => e.name === 'rPr')?.elements ?? [];
  if (mark.some((e) => e.name === 'del' || e.name === 'moveFrom')) return '';
  const number = counter.next(askedOf(read)).trim();
  if (number === '') return '';
  const strike = mark.find((e) => e.name === 'strike' || e.name === 'dstrike');
  const isStruck = strike !== undefined && !/^(?:0|false|off)$/u.test(strike.attributes['w:val'] ?? '');
  const dress = isStruck ? `<${prefix}rPr><${prefix}strike/></${prefix}rPr>` : '';
  return `<${prefix}r>${dress}<${prefix}t xml:space="preserve">${escaped(number)} </${prefix}t></${prefix}r>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
