/** Articles and conjunctions written onto the next word, longest first. */
const PREFIXES = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'];
/** Endings of number, gender and possession. */
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];
/** What must be left of a word that loses its first letter 'and', and of one that loses any other affix. */
const LEFT_AFTER_AND = 3;
const LEFT_AFTER_AFFIX = 2;

/**
 * The index form of a folded Arabic word: letter variants made one, then the affixes of the 'light10' stemmer taken off.
 * @see Larkey, Ballesteros and Connell, 'Light Stemming for Arabic Information Retrieval' (2007)
 */
export function stemArabic(word: string): string {
  let rest = word.replaceAll('ى', 'ي').replaceAll('ة', 'ه').replaceAll('ـ', '');
  if (rest.startsWith('و') && !rest.startsWith('وال') && rest.length - 1 >= LEFT_AFTER_AND) rest = rest.slice(1);
  const prefix = PREFIXES.find((p) => rest.startsWith(p) && rest.length - p.length >= LEFT_AFTER_AFFIX);
  if (prefix !== undefined) rest = rest.slice(prefix.length);
  for (const suffix of SUFFIXES)
    if (rest.endsWith(suffix) && rest.length - suffix.length >= LEFT_AFTER_AFFIX) rest = rest.slice(0, -suffix.length);
  return rest;
}
