import { formsOf } from './forms.js';
import { instrumentsNamed, type Nameable, rankedNames } from './names.js';
import { type Reading, readings } from './reading/pinpoint.js';

/** An instrument and a pinpoint in it that a citation may mean; `citation` null where only the instrument was named. */
export interface CitedProvision {
  readonly instrument: string;
  readonly citation: string | null;
}

/** One reading of a text as a citation: the laws its name fits best, [] where it fits none. */
export interface Citation extends Reading {
  readonly laws: readonly string[];
  /** True where the words can hardly mean anything but a citation, so that a law the study lacks is to be told. */
  readonly isPlain: boolean;
}

/** True where some part of the text could be a pinpoint: most queries are none, and are spared a reading as a citation. */
export function mayCite(text: string): boolean {
  return /[\d第§IVXLC]|[０-９٠-٩๐-๙]/u.test(text);
}

/** Fields and operators make it a query of words. */
export function isBare(query: string): boolean {
  return !/\p{L}[:：]\S|["“”*?]|\b(?:AND|OR|NOT)\b/u.test(query);
}

/** Below this a name fits by words that many titles hold: enough for 'Article 5', '§ 5', 14.11 and 46(2), not for 'data protection 5'. */
const SURE_NAME = 60;
const ALIAS_NAME = 85;
/** Names of these ranks mean no others: an id, an alias; a title's short name, words of the title. Words alone fit whom they fit. */
const TIERS = [95, ALIAS_NAME, 45, 0];
/** What shows that words name a law though the study holds none of that name. */
const LAW_WORD =
  /(?<!\p{L})(?:act|law|code|statute|regulation|directive|convention|agreement|treaty|protocol|ordinance|decree|ley|lei|loi|gesetz|verordnung|kanunu?|undang|luật|nghị định)(?!\p{L})|[法令]|법/iu;

/** 'POPIA', 'UK GDPR'. */
const ACRONYMS = /^(?=.*\p{Lu}{3})\p{Lu}[\p{Lu}\p{N}-]+(?: \p{Lu}[\p{Lu}\p{N}-]+)*$/u;
/** Words for an article that one language of laws has. */
const IN_ONE_LANGUAGE: readonly (readonly [word: RegExp, languages: readonly string[]])[] = [
  [/[条條]/u, ['zh', 'ja']],
  [/조/u, ['ko']],
  [/มาตรา/u, ['th']],
  [/مادة/u, ['ar']],
  [/điều/iu, ['vi']],
  [/pasal/iu, ['id']],
  [/madde/iu, ['tr']],
];

/** Every reading of the text as a citation, the surest first. */
export function citationsIn(text: string, catalogue: readonly Nameable[]): Citation[] {
  return readings(text).flatMap((reading) => {
    const { pinpoint, name, isMarked } = reading;
    const named = name === '' ? inScript(text, catalogue) : lawsNamed(name, catalogue);
    const laws = named.filter(
      ({ rank }) => isMarked || isCertain(name, rank) || (/[.(]/.test(pinpoint) && /\d/.test(pinpoint)),
    );
    return [{ ...reading, laws: laws.map((l) => l.id), isPlain: isPlain(reading, laws[0]?.rank ?? 0) }];
  });
}

/**
 * Reads 'GDPR 46(2)(c)', 'art 14.11 TPP', 'section 26 PDPA Singapore', '18 USC 2713', '个人信息保护法第三十八条', 'eu/gdpr-2016-679 46'.
 * Returns everything the words can mean, best first; the caller takes the first that its study holds. [] where the text is
 * no citation. An eastern pinpoint alone (第三十八条) means that article of every law in that language.
 */
export function resolveCitation(text: string, catalogue: readonly Nameable[]): CitedProvision[] {
  const found = citationsIn(text, catalogue).flatMap(({ laws, pinpoint }) =>
    formsOf(pinpoint).flatMap((citation) => laws.map((instrument) => ({ instrument, citation }))),
  );
  if (found.length > 0) return unique(found);
  return instrumentsNamed(text, catalogue).map((instrument) => ({ instrument, citation: null }));
}

/** Of a name that is one law's alias, laws that only hold the word in their titles are not meant. */
export function lawsNamed(
  name: string,
  catalogue: readonly Nameable[],
): { readonly id: string; readonly rank: number }[] {
  const all = [
    ...new Map(
      namings(name)
        .flatMap((n) => rankedNames(n, catalogue))
        .map((l) => [l.id, l]),
    ).values(),
  ];
  const best = Math.max(0, ...all.map((l) => l.rank));
  const least = TIERS.find((t) => best >= t) ?? 0;
  return all.filter((l) => l.rank >= least);
}

/** 'DSGVO/RGPD' is two names of one law, or of two. */
function namings(name: string): string[] {
  return /^\p{L}{3,}(?:\/\p{L}{3,})+$/u.test(name) ? name.split('/') : [name];
}

/** An alias, or a short name written as a name is: 'data protection 5' is none, though a title has the words in brackets. */
function isSure(name: string, rank: number, least = SURE_NAME): boolean {
  return rank >= ALIAS_NAME || (rank >= least && /\p{Lu}|\p{Lo}/u.test(name));
}

/** True where a name of such a rank (`rankedNames`) means its law and is no word of a query. */
export function isCertain(name: string, rank: number, least = SURE_NAME): boolean {
  return isSure(name, rank, least) || isLegalCode(name);
}

/** True where words name a law, whether or not the study holds it. */
export function isNamedPlainly(name: string): boolean {
  return ACRONYMS.test(name) || (LAW_WORD.test(name) && /\p{Lu}/u.test(name));
}

/** '18 USC', '45 CFR': a code cited by number needs no section mark. */
function isLegalCode(name: string): boolean {
  return /\b(?:u\.?s\.?c|c\.?f\.?r)\b/i.test(name);
}

function isPlain({ name, pinpoint, isMarked }: Reading, rank: number): boolean {
  if (name === '') return false;
  if (isLegalCode(name)) return true;
  if (isMarked) return rank >= SURE_NAME || LAW_WORD.test(name) || /\p{Lu}|\p{Lo}/u.test(name);
  if (/^(?:19|20)\d\d$/.test(pinpoint)) return false;
  return isSure(name, rank) || (/\d/.test(pinpoint) && isNamedPlainly(name));
}

function inScript(text: string, catalogue: readonly Nameable[]): { id: string; rank: number }[] {
  const languages = IN_ONE_LANGUAGE.find(([word]) => word.test(text))?.[1] ?? [];
  return catalogue
    .filter((m) => languages.includes(m.language.split('-')[0] ?? ''))
    .map((m) => ({ id: m.id, rank: 0 }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function unique(all: readonly CitedProvision[]): CitedProvision[] {
  const seen = new Set<string>();
  return all.filter(({ instrument, citation }) => {
    const key = `${instrument} ${citation}`;
    return !seen.has(key) && seen.add(key);
  });
}
