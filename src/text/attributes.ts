import type { Addressee, Force, Modality } from '../model/index.js';

/** The words for how a rule binds, in the order in which every list and profile has them. @see annotations/GUIDELINES.md */
export const MODALITIES: readonly Modality[] = [
  'obligation',
  'prohibition',
  'permission',
  'right',
  'power',
  'definition',
  'statement',
];

export const FORCES: readonly Force[] = ['hard', 'soft'];

/** Whom a rule binds or serves. */
export const ADDRESSEES: readonly Addressee[] = [
  'controller',
  'processor',
  'authority',
  'state',
  'individual',
  'provider',
  'court',
  'other',
];
