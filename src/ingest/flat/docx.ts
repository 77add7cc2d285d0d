import mammoth from 'mammoth';
import { type Reader, refusedReading } from '../reader.js';
import { archiveRefusal } from './archive.js';
import { htmlBlocks } from './html.js';

/** Reads Word files through mammoth's HTML. */
export const docx: Reader = {
  format: 'docx',
  recognises: (s) => s.bytes[0] === 0x50 && s.bytes[1] === 0x4b,
  async read(bytes) {
    const refusal = await archiveRefusal(bytes);
    if (refusal !== null) return refusedReading(refusal);
    // Pictures are left where they are: they hold no law, and a linked one would have another file read.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage });
    return { blocks: htmlBlocks(value), metadata: {}, encoding: null, diagnostics: [] };
  },
};
