import { type Reader, refusedReading } from '../../../reader.js';
import { readElements } from '../../../structured/dom.js';
import { titleOf } from '../../blocks.js';
import { htmlBlocks } from '../../html.js';
import { unzip } from '../archive.js';
import { withNumbers } from './counted.js';
import { Numbering } from './numbering.js';

const DOCUMENT = /^word\/document\d*\.xml$/u;
const PARTS = /^word\/(?:document|numbering|styles)\d*\.xml$/u;
const NOT_WORD = {
  rule: 'not-word',
  reason: 'The archive holds no Word document and no OpenDocument text.',
  mend: 'Unpack it and give the law inside; save .doc files as .docx.',
};

/** Reads Word files through mammoth's HTML. Numbers that Word counts itself, which mammoth leaves out, are counted as it does. */
export const docx: Reader = {
  format: 'docx',
  recognises: (s) => s.bytes[0] === 0x50 && s.bytes[1] === 0x4b,
  async read({ bytes }) {
    const unzipped = await unzip(bytes, PARTS);
    if (!unzipped.ok) return refusedReading(unzipped);
    const documents = [...unzipped.parts.keys()].filter((name) => DOCUMENT.test(name));
    if (documents.length === 0) return refusedReading(NOT_WORD);
    const { default: mammoth } = await import('mammoth');
    // Pictures are left where they are: they hold no law, and a linked one would have another file read.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const buffer = await numbered(bytes, unzipped.parts, documents);
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage });
    const blocks = htmlBlocks(value);
    return { blocks, metadata: titleOf(blocks), encoding: null, diagnostics: [] };
  },
};

/** The archive with the numbers in its documents; it was unpacked and measured before, so it may be opened whole. */
async function numbered(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, string>,
  documents: readonly string[],
): Promise<Buffer> {
  const elements = (part: RegExp) => [...parts].flatMap(([name, xml]) => (part.test(name) ? readElements(xml) : []));
  const numbering = new Numbering(elements(/numbering\d*\.xml$/u), elements(/styles\d*\.xml$/u));
  const changed = documents.flatMap((name) => {
    const before = parts.get(name) ?? '';
    const after = withNumbers(before, numbering);
    return after === before ? [] : [{ name, after }];
  });
  if (changed.length === 0) return Buffer.from(bytes);
  const { default: JSZip } = await import('jszip');
  const archive = await JSZip.loadAsync(bytes);
  for (const { name, after } of changed) archive.file(name, after, { compression: 'STORE' });
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
