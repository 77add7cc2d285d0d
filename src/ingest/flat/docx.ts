import mammoth from 'mammoth';
import type { Reader } from '../reader.js';
import { htmlBlocks } from './html.js';

/** Reads Word files through mammoth's HTML. */
export const docx: Reader = {
  format: 'docx',
  recognises: (s) => s.bytes[0] === 0x50 && s.bytes[1] === 0x4b,
  async read(bytes) {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    return { blocks: htmlBlocks(value), metadata: {}, encoding: null, diagnostics: [] };
  },
};
