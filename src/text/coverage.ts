import type { Code, Diagnostic, Instrument, InstrumentMetadata } from '../model/index.js';

/** What decides whether a text, had its makers made a rule, would have shown it to us. */
export type Searched = Pick<InstrumentMetadata, 'kind' | 'language' | 'completeness'> & {
  /** Coded by a person throughout: cues do not matter then. */
  readonly isReadByPerson?: boolean;
};

/** Share of the codes' weight that both sides of a pair must cover for its figure to stand among others: less was mostly never read. */
export const WELL_COVERED = 0.5;

/** Rules that only a treaty makes: a side without treaties has not been asked for them. */
const TREATY_ONLY = new Set([
  'transfer.exception',
  'localization.ban',
  'localization.exception',
  'remedies.dispute-settlement',
  'standards.framework',
  'standards.non-discrimination',
]);

/** Rules that treaties and statutes both make. Every other code is a statute's: a trade agreement silent on it says nothing. */
const TREATY_TOO = new Set([
  'transfer.free-flow',
  'cooperation.international',
  'cooperation.interoperability',
  'standards.certification',
  'concepts.personal-data',
  'concepts.transfer',
]);

/** True for codes on which a treaty binds its parties as such; its words on all others give nobody in their territory a right or a duty. */
export function isTreatyMatter(code: string): boolean {
  return TREATY_ONLY.has(code) || TREATY_TOO.has(code);
}

/** Words of provenance that own up to missing law; "none missing", "main text" and "outdated" do not. */
const PARTIAL =
  /\bpartial|\bincomplete|\bexcerpts?\b|\bextracts?\b|\b(chapters?|parts?|articles?|sections?|pages?) only\b|\babsent in the source\b|\bnot included\b|\b(is|are|each) cut\b|\bcut at\b/i;

/** True where the facts about a text say that some of the law is not in it. Null (unknown) and free remarks count as whole. */
export function isPartial(completeness: string | null): boolean {
  return completeness !== null && PARTIAL.test(completeness);
}

/** True where some cue for the code speaks the language; a code without such a cue cannot be found, so its absence means nothing. */
export function isSearchable(code: Code, language: string): boolean {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  return code.cues.some((cue) => cue.language === primary && cue.weight > 0);
}

/**
 * True where not finding the code in the text is evidence that it has no such rule. `speaksFor` is who is asked: the instrument itself, of
 * whose words silence is a fact wherever they were read whole; or the jurisdictions it binds, of whose law a treaty's silence on statutes'
 * matters says nothing, nor a statute's on treaties'.
 */
export function couldHold(text: Searched, code: Code, speaksFor: 'itself' | 'jurisdictions'): boolean {
  if (text.isReadByPerson !== true && !isSearchable(code, text.language)) return false;
  if (text.kind === 'archetype') return true;
  if (isPartial(text.completeness)) return false;
  if (speaksFor === 'itself') return true;
  const isTreaty = text.kind === 'agreement' || text.kind === 'convention';
  return isTreaty ? isTreatyMatter(code.id) : !TREATY_ONLY.has(code.id);
}

/** A diagnostic as one line, wherever it is told: what is wrong, then what mends it. */
export function remarkOf({ message, mend }: Pick<Diagnostic, 'message' | 'mend'>): string {
  return mend === null || mend === '' ? message : `${message} ${mend}`;
}

/** What was wrong with the copy of a law that was read, each with its mend: whoever quotes its words must know. Remarks that change no word are left out. */
export function flawsOf({ diagnostics }: Pick<Instrument, 'diagnostics'>): string[] {
  return diagnostics.filter((d) => d.severity !== 'info').map(remarkOf);
}
