import type { Addressee, Modality } from '../../model/index.js';

/** Which rules of an instrument take part, by their codes; `modalities` null takes all but definitions, `not` leaves addressees out, `waits` what only informs. */
export interface RuleFilter {
  readonly codes: readonly string[];
  readonly modalities: readonly Modality[] | null;
  readonly not?: readonly Addressee[];
  /** True where only what makes people wait counts: a notice to an authority holds nothing up. */
  readonly waits?: boolean;
}

/** One way in which two rules pull apart: who wants what, against what, and what may reconcile them. */
export interface Pattern {
  readonly type: string;
  readonly left: RuleFilter;
  readonly right: RuleFilter;
  /** `foreign`: two laws of different legal orders. `commitment`: a law and a treaty that binds the same party. */
  readonly between: 'foreign' | 'commitment';
  /** How hard the two can pull at most, [0,1]: 1 where obeying one breaks the other. A judgement, not a measurement. */
  readonly gravity: number;
  /** Only provisions that alignment links: both must speak of the same conduct. */
  readonly linkedOnly: boolean;
  /** Codes of clauses that may reconcile, with the side that holds them, best first. */
  readonly reconcilers: readonly (readonly ['left' | 'right', string])[];
  readonly says: string;
  readonly whileOther: string;
}

/** A general rule on transfers restricts only where it says so; who may transfer is no barrier. */
const RESTRICTS: readonly Modality[] = ['obligation', 'prohibition'];
/** Codes that are barriers by what they mean: also where the drafting style states them (as Chinese law does) or empowers. */
const BARS: readonly Modality[] = [...RESTRICTS, 'statement', 'power'];

/** A barrier stands before those who export: what binds authorities among themselves, or their lists of tasks, is none. */
const OFFICIAL: readonly Addressee[] = ['authority', 'court', 'state', 'individual'];

export const PATTERNS: readonly Pattern[] = [
  {
    type: 'compelled-access-v-blocking',
    left: { codes: ['jurisdiction.compelled-access'], modalities: null },
    right: { codes: ['jurisdiction.blocking'], modalities: null },
    between: 'foreign',
    gravity: 1,
    linkedOnly: false,
    reconcilers: [
      ['left', 'jurisdiction.conflict'],
      ['right', 'jurisdiction.conflict'],
      ['right', 'transfer.derogation'],
      ['left', 'cooperation.international'],
    ],
    says: 'reaches data wherever they are held',
    whileOther: 'bars or conditions handing data to foreign authorities',
  },
  {
    type: 'localization-v-ban',
    left: { codes: ['localization.storage', 'localization.facilities'], modalities: BARS },
    right: { codes: ['localization.ban'], modalities: null },
    between: 'commitment',
    gravity: 1,
    linkedOnly: false,
    reconcilers: [
      ['right', 'localization.exception'],
      ['right', 'transfer.exception'],
    ],
    says: 'keeps data or facilities in the territory',
    whileOther: 'commits the same party not to require that',
  },
  {
    type: 'localization-v-free-flow',
    left: { codes: ['localization.storage', 'localization.facilities'], modalities: BARS },
    right: { codes: ['transfer.free-flow'], modalities: null },
    between: 'commitment',
    gravity: 0.8,
    linkedOnly: false,
    reconcilers: [
      ['right', 'transfer.exception'],
      ['right', 'localization.exception'],
    ],
    says: 'keeps data or facilities in the territory',
    whileOther: 'commits the same party to let data flow',
  },
  {
    type: 'authorisation-v-ban',
    left: { codes: ['transfer.authorisation'], modalities: BARS, not: OFFICIAL, waits: true },
    right: { codes: ['localization.ban'], modalities: null },
    between: 'commitment',
    gravity: 0.5,
    linkedOnly: false,
    reconcilers: [
      ['right', 'localization.exception'],
      ['right', 'transfer.exception'],
    ],
    says: 'makes sending data abroad wait for an authority',
    whileOther: 'commits the same party not to require local facilities, which such a wait can amount to',
  },
  {
    type: 'authorisation-v-free-flow',
    left: { codes: ['transfer.authorisation'], modalities: BARS, not: OFFICIAL, waits: true },
    right: { codes: ['transfer.free-flow'], modalities: null },
    between: 'commitment',
    gravity: 0.8,
    linkedOnly: false,
    reconcilers: [['right', 'transfer.exception']],
    says: 'makes sending data abroad wait for an authority',
    whileOther: 'commits the same party to let data flow',
  },
  {
    type: 'restriction-v-free-flow',
    left: { codes: ['transfer.general'], modalities: RESTRICTS, not: OFFICIAL },
    right: { codes: ['transfer.free-flow'], modalities: null },
    between: 'commitment',
    gravity: 0.6,
    linkedOnly: false,
    reconcilers: [['right', 'transfer.exception']],
    says: 'puts a condition before transfers abroad',
    whileOther: 'commits the same party to let data flow',
  },
  {
    type: 'long-arm-v-long-arm',
    left: { codes: ['jurisdiction.extraterritorial'], modalities: null },
    right: { codes: ['jurisdiction.extraterritorial'], modalities: null },
    between: 'foreign',
    gravity: 0.5,
    linkedOnly: true,
    reconcilers: [
      ['left', 'jurisdiction.conflict'],
      ['right', 'jurisdiction.conflict'],
    ],
    says: 'reaches conduct abroad',
    whileOther: 'reaches the same kind of conduct from the other side, so that one act can fall under both',
  },
];

/** What a law asks of the place to which data go. */
export const ADEQUACY = ['transfer.adequacy'] as const;
/** What a law opens to the persons whose rights are hurt. */
export const REMEDIES = [
  'remedies.judicial',
  'remedies.complaint',
  'remedies.compensation',
  'remedies.collective',
] as const;
/** What a law on personal data has: only of such a law is it said that its oversight is missing. */
export const PROTECTS = ['concepts.personal-data', 'standards.security'] as const;
/** Remedies for people abroad: these reconcile remedies that are for nationals alone. */
export const CLEARS_UP = 'remedies.foreign';

/** Types that are found otherwise than by two codes: see `silences.ts`. */
export const ADEQUACY_WITHOUT_OVERSIGHT = 'adequacy-v-no-oversight';
export const NATIONALS_ONLY = 'nationals-only-v-foreign-data';
