export type { CatalogueAddress, CatalogueEntry, HeldFile } from './catalogue/entry.js';
export { byBytes } from './catalogue/held.js';
export { CatalogueError, catalogue } from './catalogue/read.js';
export { type FetchOutcome, fetchInstrument, fetchInstruments } from './fetch/fetch.js';
export { verify } from './fetch/lock.js';
export type { FetchEvent, FetchLimits, FetchOptions } from './fetch/settings.js';
