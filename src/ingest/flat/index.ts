import type { Reader } from '../reader.js';
import { docx } from './docx.js';
import { html } from './html.js';
import { json } from './json.js';
import { pdf } from './pdf/index.js';
import { markdown, text } from './text.js';

/** Readers of flat formats, tried after the structured ones. */
export const flatReaders: Reader[] = [docx, pdf, json, html, markdown, text];
