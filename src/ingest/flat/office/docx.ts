import { type Reader, refusedReading } from '../../reader.js';
import { titleOf } from '../blocks.js';
import { htmlBlocks } from '../html.js';
import { unzip } from './archive.js';

const DOCUMENT = /^word\/document\d*\.xml$/u;
const NOT_WORD = {
  rule: 'not-word',
  reason: 'The archive holds no Word document and no OpenDocument text.',
  mend: 'Unpack it and give the law inside; save .doc files as .docx.',
};

/** Reads Word files through mammoth's HTML. */
export const docx: Reader = {
  format: 'docx',
  recognises: (s) => s.bytes[0] === 0x50 && s.bytes[1] === 0x4b,
  async read(bytes) {
    const unzipped = await unzip(bytes, DOCUMENT);
    if (!unzipped.ok) return refusedReading(unzipped);
    if (unzipped.parts.size === 0) return refusedReading(NOT_WORD);
    const { default: mammoth } = await import('mammoth');
    // Pictures are left where they are: they hold no law, and a linked one would have another file read.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage });
    const blocks = htmlBlocks(value);
    return { blocks, metadata: titleOf(blocks), encoding: null, diagnostics: [] };
  },
};
