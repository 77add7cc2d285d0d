import type { Family } from '../draft.js';

/** Drafting families of flat texts, tried in order. */
export const families: Family[] = [];
