import type { Block } from '../../model/index.js';
import type { Reader } from '../reader.js';
import { statedIn } from '../stated.js';
import { line, tidy } from './blocks.js';
import { blocksOf, pagedByRunningHeads, type RawLine } from './pages.js';
import { brokenLines, withElucidation, withoutFields, withoutPageMarks } from './repair.js';

/** Reads plain text: a block for each paragraph, its lines parted by line feeds; bare CR ends a line too. */
export const text: Reader = {
  format: 'text',
  recognises: () => true,
  async read({ decoded }) {
    const { text: words, encoding } = decoded;
    const lines: RawLine[] = [];
    let blank = true;
    for (const raw of withElucidation(withoutPageMarks(brokenLines(withoutFields(words.split(/\r\n|\r|\n|\f/u)))))) {
      const kept = tidy(raw);
      if (kept !== '') lines.push({ text: kept, page: null, starts: blank, aside: false });
      blank = kept === '';
    }
    return { blocks: blocksOf(pagedByRunningHeads(lines)), metadata: {}, encoding, diagnostics: [] };
  },
};

/** Reads Markdown: headings keep their level; front matter and comments are left out. */
export const markdown: Reader = {
  format: 'markdown',
  recognises: (s) => /\.(?:md|markdown)$/iu.test(s.path) || /^#{1,6} \S/mu.test(s.head),
  async read({ decoded }) {
    const { text: words, encoding } = decoded;
    const front = /^\s*---\r?\n([\s\S]*?)\r?\n---\r?\n/u.exec(words)?.[1] ?? '';
    const body = words.replace(/^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/u, '').replace(/<!--[\s\S]*?-->|<meta[^>]*>/gu, '');
    const blocks = markdownBlocks(body);
    const title =
      /^(?:title|제목):\s*["']?(.+?)["']?\s*$/mu.exec(front)?.[1] ?? blocks.find((b) => b.depth === 0)?.text;
    return {
      blocks,
      metadata: { ...statedIn(fieldsOf(front)), ...(title === undefined ? {} : { title }) },
      encoding,
      diagnostics: [],
    };
  },
};

/** The fields of front matter whose values stand in their lines; quotation marks around them are none of theirs. */
function fieldsOf(front: string): Readonly<Record<string, string>> {
  const lines = front.matchAll(/^([\p{L}\w]{1,40}):[^\S\n]*["']?([^\n"']*)["']?[^\S\n]*$/gmu);
  return Object.fromEntries([...lines].map(([, key = '', value = '']) => [key, value.trim()]));
}

/** Raised digits as characters of their own. */
function raised(digits: string): string {
  return [...digits].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)] ?? '').join('');
}

/** Without the marks of emphasis, of footnotes and of what is no mark at all (`\(a\)`). */
function unmarked(raw: string): string {
  return raw
    .replace(/^\s*<sup>(\d{1,3})<\/sup>\s*/u, (_, n: string) => `${raised(n)} `)
    .replaceAll('**', '')
    .replace(/<\/?(?:u|su[bp])>/gu, '')
    .replace(/\[\^[^\]\s]{1,12}\](?!:)/gu, '')
    .replace(/(?<=\w)\*([^*\s]{1,12})\*/gu, '$1')
    .replace(EMPHASIS, '$1')
    .replace(GLUED_EMPHASIS, '$1')
    .replace(ESCAPED, '');
}

/** Words between single stars. */
const EMPHASIS = /(?<![\w*\\])\*(?=[\p{L}\p{N}“"‘])([^*\n]{0,200}?[^*\s\\])\*(?![\w*])/gu;
/** Emphasis whose last blank stands inside: `*Lamp: *a light`. */
const GLUED_EMPHASIS = /(?<![\w*\\])\*(?=\p{L})([^*\n]{1,200} )\*(?=\p{L})/gu;
/** What Markdown puts before a sign that is meant as it stands: `\(a\)`, `\[2\]`. */
const ESCAPED = /\\(?=[()[\]{}<>!`~|+&:])/gu;

/** A fence around words that a converter took for code, and the number of a page. */
const NO_WORDS = /^\s*(?:`{3,}|~{3,}|(?:#{1,6} )?- \d{1,3} -)\s*$/u;

function markdownBlocks(body: string): Block[] {
  const blocks: Block[] = [];
  let held: string[] = [];
  const flush = (): void => {
    if (held.length > 0) blocks.push({ ...line(''), text: held.join('\n') });
    held = [];
  };
  for (const raw of withElucidation(withoutPageMarks(body.split(/\r\n|\r|\n/u)))) {
    if (NO_WORDS.test(raw)) {
      flush();
      continue;
    }
    const head = /^\s*(?:>\s*)*(#{1,6})\s*(?=[^#\s])(.*?)#*\s*$/u.exec(raw);
    const words = tidy(
      unmarked(head?.[2] ?? raw)
        .replace(/^\s*(?:>\s*)*(?:[-*+]\s+)?/u, '')
        .replace(/(?<!\w)__|__(?!\w)/gu, ''),
    );
    if (head || words === '') flush();
    const note = /^\[\^[^\]]{1,12}\]:\s*/u.exec(words);
    if (note !== null) {
      flush();
      blocks.push({ ...line(words.slice(note[0].length)), role: 'note' });
    } else if (head && words !== '') blocks.push(line(words, (head[1] ?? '#').length - 1));
    else if (words !== '') held.push(words);
  }
  flush();
  return blocks;
}
