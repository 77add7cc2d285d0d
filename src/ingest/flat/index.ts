import type { Reader } from '../reader.js';

/** Readers of flat formats, tried after the structured ones. */
export const flatReaders: Reader[] = [];
