import type { Reader } from '../reader.js';
import { aknReader } from './akn.js';
import { clmlReader } from './clml.js';
import { eurlexReaders } from './eu/eurlex.js';
import { eurlexLegacyReader } from './eu/eurlex-legacy.js';
import { formexReader } from './eu/formex.js';
import { justiceCanadaReader } from './justice-canada.js';
import { totaReader } from './tota.js';
import { uslmReader } from './uslm.js';

/** Readers of markup that states the units of the law, tried in this order: first those whose root element alone tells them. */
export const structuredReaders: readonly Reader[] = [
  totaReader,
  clmlReader,
  ...eurlexReaders,
  eurlexLegacyReader,
  formexReader,
  aknReader,
  justiceCanadaReader,
  uslmReader,
];
