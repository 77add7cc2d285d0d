import { decode } from '../encoding.js';
import type { Reader } from '../reader.js';
import { line } from './blocks.js';

/** Reads plain text: a block for each line that is not blank; bare CR ends a line too. */
export const text: Reader = {
  format: 'text',
  recognises: () => true,
  async read(bytes) {
    const { text: words, encoding } = decode(bytes);
    const blocks = words
      .split(/\r\n|\r|\n|\f/u)
      .map((l) => line(l))
      .filter((b) => b.text !== '');
    return { blocks, metadata: {}, encoding, diagnostics: [] };
  },
};

/** Reads Markdown: headings keep their level; front matter and comments are left out. */
export const markdown: Reader = {
  format: 'markdown',
  recognises: (s) => /\.(?:md|markdown)$/iu.test(s.path) || /^#{1,6} \S/mu.test(s.head),
  async read(bytes) {
    const { text: words, encoding } = decode(bytes);
    const title = /^title:\s*["']?(.+?)["']?\s*$/mu.exec(words.slice(0, 4000))?.[1];
    const body = words.replace(/^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/u, '').replace(/<!--[\s\S]*?-->/gu, '');
    const blocks = body
      .split(/\r\n|\r|\n/u)
      .map((raw) => {
        const head = /^\s*(#{1,6})\s+(.*?)#*\s*$/u.exec(raw);
        if (head) return line(head[2] ?? '', (head[1] ?? '#').length - 1);
        return line(raw.replace(/^\s*(?:>\s*)?(?:[-*+]\s+)?/u, ''));
      })
      .filter((b) => b.text !== '');
    return { blocks, metadata: title === undefined ? {} : { title }, encoding, diagnostics: [] };
  },
};
