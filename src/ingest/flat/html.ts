import { createRequire } from 'node:module';
import type { Block } from '../../model/index.js';
import type { Reader } from '../reader.js';
import { line } from './blocks.js';

type Cheerio = typeof import('cheerio');

/** Loaded with the first page: it takes a fifth of a second, and threads that read no page need none. */
let cheerio: Cheerio | null = null;

const BREAKS = 'p,div,li,tr,h1,h2,h3,h4,h5,h6,blockquote,section,article,td,dt,dd';

/** Blocks of an HTML page, a block for each line; struck-through (superseded) wording, scripts and menus are dropped. */
export function htmlBlocks(markup: string): Block[] {
  cheerio ??= createRequire(import.meta.url)('cheerio') as Cheerio;
  const $ = cheerio.load(markup);
  $('script,style,nav,head,strike,s,del,[style*="line-through"]').remove();
  const marked = '\u0001';
  $('h1,h2,h3,h4,h5,h6').each((_, e) => {
    $(e).prepend(`${marked}${Number(e.tagName.slice(1)) - 1}`);
  });
  // Source line feeds are only blanks in HTML; the marks below are the lines.
  $('br').replaceWith('\u0002');
  $(BREAKS).each((_, e) => {
    $(e).prepend('\u0002').append('\u0002');
  });
  return $.root()
    .text()
    .split('\u0002')
    .map((raw) => {
      const words = raw.trim();
      return words.startsWith(marked) ? line(words.slice(2), Number(words[1])) : line(words);
    })
    .filter((b) => b.text !== '');
}

/** Reads any HTML page that no structured reader knows. */
export const html: Reader = {
  format: 'html',
  recognises: (s) => /<(?:!doctype\s+html|html|body)\b/iu.test(s.head.slice(0, 4096)) || /\.x?html?$/iu.test(s.path),
  async read({ decoded }) {
    const { text, encoding } = decoded;
    return { blocks: htmlBlocks(text), metadata: {}, encoding, diagnostics: [] };
  },
};
