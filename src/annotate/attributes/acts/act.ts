/**
 * What the words of a rule do, before the code and the actor decide what that is called. `restrict` is 'may … only if': it
 * binds where it is stated, and its listed grounds permit. `require` asks that something be so without an actor.
 */
export type Act =
  | 'forbid'
  | 'disapply'
  | 'exempt'
  | 'entitle'
  | 'empower'
  | 'restrict'
  | 'oblige'
  | 'allow'
  | 'define'
  | 'apply'
  | 'deem'
  | 'punish';

/** A phrase that does an act. Written without flags, matched with `giu`; of two that overlap the earlier row stands. */
export type ActPattern = readonly [act: Act, pattern: string];

/** How a language states rules. */
export interface ActGrammar {
  readonly patterns: readonly ActPattern[];
  /** Whether the deciding verb of a sentence comes first (English) or ends it (Japanese, Korean). */
  readonly verb: 'first' | 'last';
  /** Words of soft force, standing near the act or in its place. */
  readonly soft: string;
  /** A word that opens a subordinate clause; a modal after it does not state the rule. Null where order alone tells. */
  readonly subordinator: string | null;
}

/** An act seen at a place of the text it was sought in. */
export interface Sighting {
  readonly act: Act;
  readonly start: number;
  readonly end: number;
}
