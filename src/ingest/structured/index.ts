import type { Reader } from '../reader.js';
import { eurlexReaders } from './eurlex.js';
import { formexReader } from './formex.js';
import { totaReader } from './tota.js';

/** Readers of markup that states the units of the law, tried in this order. */
export const structuredReaders: readonly Reader[] = [...eurlexReaders, formexReader, totaReader];
