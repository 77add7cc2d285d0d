import { instrumentsNamed, type Nameable, rankedNames } from './names.js';
import { readings } from './pinpoint.js';

/** An instrument and a pinpoint in it that a citation may mean; `citation` null where only the instrument was named. */
export interface CitedProvision {
  readonly instrument: string;
  readonly citation: string | null;
}

/** True where some part of the text could be a pinpoint: most queries are none, and are spared a reading as a citation. */
export function mayCite(text: string): boolean {
  return /[\d第§IVXLC]|[０-９٠-٩๐-๙]/u.test(text);
}

/** Facets beside a citation narrow nothing: the provision is named. Fields and operators make it a query of words. */
export function isBare(query: string): boolean {
  return !/\p{L}[:：]\S|["“”*?]|\b(?:AND|OR|NOT)\b/u.test(query);
}

/** Below this a name fits by words that many titles hold: enough for 'Article 5', '§ 5', 14.11 and 46(2), not for 'data protection 5'. */
const SURE_NAME = 60;

/**
 * Reads 'GDPR 46(2)(c)', 'art 14.11 TPP', 'section 26 PDPA Singapore', '18 USC 2713', '个人信息保护法第三十八条', 'eu/gdpr-2016-679 46'.
 * Returns everything the words can mean, best first; the caller takes the first that its study holds. [] where the text is
 * no citation. An eastern pinpoint alone (第三十八条) means that article of every law in that language.
 */
export function resolveCitation(text: string, catalogue: readonly Nameable[]): CitedProvision[] {
  const found: CitedProvision[] = [];
  for (const { pinpoint, name, isMarked } of readings(text)) {
    const named = name === '' ? inScript(text, catalogue) : rankedNames(name, catalogue);
    for (const { id, rank } of named)
      if (isMarked || rank >= SURE_NAME || isLegalCode(name) || /[.(]/.test(pinpoint))
        found.push({ instrument: id, citation: pinpoint });
  }
  if (found.length > 0) return unique(found);
  return instrumentsNamed(text, catalogue).map((instrument) => ({ instrument, citation: null }));
}

/** '18 USC', '45 CFR': a code cited by number needs no section mark. */
function isLegalCode(name: string): boolean {
  return /\b(?:u\.?s\.?c|c\.?f\.?r)\b/i.test(name);
}

function inScript(text: string, catalogue: readonly Nameable[]): { id: string; rank: number }[] {
  const languages = /[条條]/u.test(text) ? ['zh', 'ja'] : /조/u.test(text) ? ['ko'] : /มาตรา/u.test(text) ? ['th'] : [];
  return catalogue
    .filter((m) => languages.includes(m.language.split('-')[0] ?? ''))
    .map((m) => ({ id: m.id, rank: 0 }));
}

function unique(all: readonly CitedProvision[]): CitedProvision[] {
  const seen = new Set<string>();
  return all.filter(({ instrument, citation }) => {
    const key = `${instrument} ${citation}`;
    return !seen.has(key) && seen.add(key);
  });
}
