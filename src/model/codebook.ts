/** A declarative pattern that speaks for (or, with negative weight, against) a code. */
export interface Cue {
  /** `transfer.adequacy#en.2`; stable, cited as evidence. */
  readonly id: string;
  /** BCP 47 primary tag. */
  readonly language: string;
  /** Where it looks: the unit's own words, its heading, or the headings above it. */
  readonly in: 'text' | 'heading' | 'context';
  /** A regular expression without flags; matched with `iu`. Linear-time constructs only. */
  readonly pattern: string;
  /** Log-odds-like weight; negative speaks against. */
  readonly weight: number;
}

/** One code of the codebook. */
export interface Code {
  readonly id: string;
  readonly family: string;
  readonly label: string;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  /** adequacy, consistency or informed-consent, where the literature's three principles take it in. */
  readonly principle: 'adequacy' | 'consistency' | 'informed-consent' | null;
  /** Share of the code in its family's divergence, > 0. */
  readonly weight: number;
  readonly scale: 'none-soft-hard';
  /** Crosswalk: `{ dpv: 'https://w3id.org/dpv#DataTransferRecord' }`. */
  readonly crosswalk: Readonly<Record<string, string>>;
  readonly cues: readonly Cue[];
}

/** A group of codes: `transfer`, `remedies`. */
export interface CodeFamily {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  /** Share in the overall divergence, > 0. */
  readonly weight: number;
}

/** The codes that provisions can carry, by family. */
export interface Codebook {
  readonly version: string;
  readonly families: readonly CodeFamily[];
  readonly codes: readonly Code[];
}
