/** Words that never make an acronym of their own. */
const SMALL: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  'on',
  'for',
  'in',
  'to',
  'with',
  'between',
  'a',
  'an',
  'de',
  'del',
  'la',
  'e',
  'y',
  'und',
  'der',
  'et',
  'du',
]);
/** Letters in parentheses that say something else about the text. */
const NOT_NAMES: ReadonlySet<string> = new Set([
  'EU',
  'UE',
  'EC',
  'OJ',
  'EN',
  'FR',
  'PDF',
  'HTML',
  'XML',
  'EEA',
  'UK',
  'US',
]);

/**
 * The names a scholar cites an instrument by, shortest first: `GDPR` from the id `eu/gdpr-2016-679`, `TPP` from
 * 'Trans-Pacific Partnership', `LFPDPPP` where the title gives it in parentheses. Empty where nothing suggests one.
 */
export function aliasesOf(id: string, title: string): string[] {
  const names = new Set<string>();
  const stem = id.split('/').at(-1) ?? '';
  const [word = '', ...rest] = stem.split('-');
  // Further words make it another law's name: `pipa-enforcement-decree` is not the PIPA.
  const isAlone = rest.every((part) => !/^[a-z]{3,}$/u.test(part));
  if (!id.startsWith('archetype/') && isAlone && /^[a-z]{3,8}$/u.test(word)) names.add(word.toUpperCase());
  for (const found of title.matchAll(/\(([A-Z][A-Za-z]{1,9})\)/gu)) {
    const name = found[1] ?? '';
    if (/[A-Z]{2}/u.test(name) && !NOT_NAMES.has(name.toUpperCase())) names.add(name);
  }
  const acronym = acronymOf(title);
  if (acronym !== null) names.add(acronym);
  return [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** Initials of a short title of capitalised words; null for others. */
function acronymOf(title: string): string | null {
  const words = (title.split(/[,(:;–]/u)[0] ?? '')
    .split(/[\s-]+/u)
    .filter((w) => w !== '' && !SMALL.has(w.toLowerCase()));
  if (words.length < 3 || words.length > 7 || !words.every((w) => /^\p{Lu}\p{L}+$/u.test(w))) return null;
  return words.map((w) => w.charAt(0)).join('');
}
