import type { Reader } from '../reader.js';
import { html } from './html.js';
import { json } from './json.js';
import { odt } from './office/odt.js';
import { rtf } from './office/rtf.js';
import { docx } from './office/word/docx.js';
import { pdf } from './pdf/index.js';
import { markdown, text } from './text.js';

/** Readers of flat formats, tried after the structured ones. */
export const flatReaders: Reader[] = [odt, docx, rtf, pdf, json, html, markdown, text];
