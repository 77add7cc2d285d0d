import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import type { Block } from '../../../model/index.js';
import type { Reader } from '../../reader.js';
import { line, titleOf } from '../blocks.js';
import { CHARSETS, type Format, PLAIN, SIGNS, SKIPPED } from './rtf-words.js';

/** Reads Rich Text Format: rtf-stream-parser cuts it into tokens, whose meaning for the words is settled here. */
export const rtf: Reader = {
  format: 'rtf',
  recognises: (s) => /^\s*\{\\rtf/.test(s.head),
  async read({ bytes }) {
    const { default: rtfStreamParser } = await import('rtf-stream-parser');
    const paper = new Paper();
    for await (const token of Readable.from([Buffer.from(bytes)]).pipe(new rtfStreamParser.Tokenize()))
      paper.take(token);
    const blocks = paper.finish();
    return { blocks, metadata: titleOf(blocks), encoding: null, diagnostics: [] };
  },
};

interface Token {
  readonly type: number;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Buffer;
  readonly length?: number;
}
/** The token types of rtf-stream-parser, whose enum exists only while it is compiled. */
const [GROUP_START, GROUP_END, CONTROL] = [0, 1, 2];

/** The words of a document as they come; a footnote is written beside the line that it belongs to, and put after it. */
class Paper {
  private readonly blocks: Block[] = [];
  private readonly open: Format[] = [];
  private readonly fonts = new Map<number, string>();
  private readonly held: string[] = [];
  private notes: string[] = [];
  private format: Format = PLAIN;
  private words = '';
  /** Bytes of letters, kept until their encoding is sure to be whole. */
  private bytes: Buffer[] = [];
  private pending = 0;
  private codepage = 'windows-1252';

  take(token: Token): void {
    if (token.type === GROUP_START) this.group();
    else if (token.type === GROUP_END) this.close();
    else if (token.data !== undefined && (token.type !== CONTROL || token.word === "'"))
      this.text(token.data.subarray(0, token.length));
    else if (token.type === CONTROL) this.control(token.word ?? '', token.param ?? null);
  }

  finish(): Block[] {
    this.endLine();
    return this.blocks;
  }

  private group(): void {
    this.settle();
    this.open.push(this.format);
  }

  private close(): void {
    this.settle();
    const outer = this.open.pop() ?? PLAIN;
    if (this.format.isNote && !outer.isNote) {
      this.notes.push(this.words);
      this.words = this.held.pop() ?? '';
    }
    this.format = outer;
  }

  private control(word: string, param: number | null): void {
    if (word === 'u' && param !== null) {
      this.settle();
      this.write(String.fromCharCode(param & 0xffff));
      this.pending = this.format.after;
      return;
    }
    this.settle();
    this.pending = 0;
    const sign = SIGNS[word];
    if (sign !== undefined) this.write(sign);
    else if (/^(?:par|line|sect|page|row|cell|nestcell|nestrow)$/.test(word)) this.endLine();
    else if (SKIPPED.has(word)) this.change({ isSkipped: true });
    else this.style(word, param);
  }

  private style(word: string, param: number | null): void {
    const isOn = param !== 0;
    if (word === 'footnote') {
      this.held.push(this.words);
      this.words = '';
      this.change({ isNote: true });
    } else if (word === 'fonttbl') this.change({ isFonts: true, isSkipped: true });
    else if (word === 'f' && param !== null) this.change({ font: param });
    else if (word === 'fcharset' && this.format.isFonts)
      this.fonts.set(this.format.font, CHARSETS[param ?? 0] ?? this.codepage);
    else if (word === 'ansicpg' && iconv.encodingExists(`cp${param}`)) this.codepage = `cp${param}`;
    else if (word === 'mac') this.codepage = 'macintosh';
    else if (word === 'uc') this.change({ after: param ?? 1 });
    else if (word === 'outlinelevel' && param !== null && param < 9) this.change({ level: param });
    else if (word === 'pard') this.change({ level: null });
    else if (word === 'plain') this.change({ isStruck: false });
    // Superseded wording is struck through; what a revision deleted or hid is no longer there.
    else if (/^(?:strike|striked|deleted|v)$/.test(word)) this.change({ isStruck: isOn });
  }

  private change(change: Partial<Format>): void {
    this.format = { ...this.format, ...change };
  }

  private text(data: Buffer): void {
    // What stands after a Unicode letter is for programs that know no Unicode.
    const skipped = Math.min(this.pending, data.length);
    this.pending -= skipped;
    if (skipped < data.length) this.bytes.push(data.subarray(skipped));
  }

  private settle(): void {
    if (this.bytes.length === 0) return;
    const bytes = Buffer.concat(this.bytes);
    this.bytes = [];
    this.write(iconv.decode(bytes, this.fonts.get(this.format.font) ?? this.codepage).replace(/[\r\n]/g, ''));
  }

  private write(words: string): void {
    if (!this.format.isSkipped && !this.format.isStruck) this.words += words;
  }

  private endLine(): void {
    this.settle();
    if (this.format.isSkipped) return;
    if (this.format.isNote) {
      this.words += ' ';
      return;
    }
    const block = line(this.words, this.format.level);
    if (block.text !== '') this.blocks.push(block);
    for (const note of this.notes.map((n) => line(n)))
      if (note.text !== '') this.blocks.push({ ...note, role: 'note' });
    this.words = '';
    this.notes = [];
  }
}
