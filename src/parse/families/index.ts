import type { Family } from '../draft.js';
import { familyOf } from './outline.js';
import { STYLES } from './styles.js';

/** Drafting families of flat texts, tried in order. */
export const families: Family[] = [familyOf(STYLES)];
