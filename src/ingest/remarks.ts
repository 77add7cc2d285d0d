import type { Diagnostic } from '../model/index.js';
import { damage } from './encoding.js';
import type { Reading } from './reader.js';

/** Above this share of broken characters the words cannot be trusted at all. */
const MAX_BROKEN_SHARE = 0.01;

/** The formats that a name promises; other names promise nothing. */
const PROMISES: Readonly<Record<string, 'pdf' | 'docx' | 'odt' | 'rtf' | 'json' | 'text' | 'markup'>> = {
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  json: 'json',
  txt: 'text',
  md: 'text',
  markdown: 'text',
  html: 'markup',
  htm: 'markup',
  xhtml: 'markup',
  xml: 'markup',
  akn: 'markup',
};
const PLAIN = new Set(['pdf', 'docx', 'odt', 'rtf', 'json']);

/** The reading with what the file itself gives cause to say: a name that promises another format, broken UTF-8. */
export function remarked(path: string, format: string, bytes: Uint8Array, reading: Reading): Reading {
  const broken = reading.encoding === 'utf-8' ? brokenText(bytes, reading) : null;
  const misnamed = wrongName(path, format);
  const diagnostics = [...reading.diagnostics, ...[broken, misnamed].filter((d) => d !== null)];
  return { ...reading, diagnostics, blocks: broken?.severity === 'error' ? [] : reading.blocks };
}

function brokenText(bytes: Uint8Array, reading: Reading): Diagnostic | null {
  const found = damage(bytes);
  if (found === null) return null;
  const length = reading.blocks.reduce((n, b) => n + b.text.length, 0);
  const isHopeless = found.count > length * MAX_BROKEN_SHARE;
  const where = `${found.count} broken UTF-8 ${found.count === 1 ? 'sequence' : 'sequences'}, the first in line ${found.line}`;
  return {
    ...{ ruleId: 'ingest/invalid-utf8', file: null, instrument: null, span: null },
    severity: isHopeless ? 'error' : 'warning',
    message: isHopeless
      ? `The text has ${where}: its words cannot be trusted.`
      : `The text has ${where}; each is read as the sign \ufffd.`,
    mend: 'Fetch the file again, or save it anew as UTF-8.',
  };
}

function wrongName(path: string, format: string): Diagnostic | null {
  const extension = /\.([a-z]+)(?:\.gz)?$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
  const promised = Object.hasOwn(PROMISES, extension) ? PROMISES[extension] : undefined;
  const found = PLAIN.has(format) ? format : format === 'text' || format === 'markdown' ? 'text' : 'markup';
  if (promised === undefined || promised === found || format === 'unknown') return null;
  return {
    ...{ ruleId: 'ingest/wrong-extension', severity: 'info', file: null, instrument: null, span: null },
    message: `The file is named .${extension}, but holds ${found === 'markup' ? `markup (${format})` : found}; it was read by what it holds.`,
    mend: 'Rename it, so that nobody is misled.',
  };
}
