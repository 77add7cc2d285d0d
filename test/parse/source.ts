import type { Block, SourceDocument } from '../../src/model/index.js';
import { unknownMetadata } from '../../src/text/metadata.js';

/** A block of no particular kind, changed where a test wants it. */
export function block(changes: Partial<Block>): Block {
  return {
    text: '',
    role: 'text',
    unit: null,
    depth: null,
    num: null,
    heading: null,
    status: null,
    page: null,
    ...changes,
  };
}

/** A source document that holds these blocks. */
export function sourceOf(blocks: readonly Block[]): SourceDocument {
  return {
    path: 'xx/sample.xml',
    format: 'test',
    encoding: 'utf-8',
    sha256: '0'.repeat(64),
    byteLength: 1,
    metadata: { ...unknownMetadata('xx/sample', 'Sample Act'), jurisdictions: ['XX'] },
    blocks,
    diagnostics: [],
  };
}
