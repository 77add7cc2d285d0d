import type { InstrumentMetadata } from '../../model/index.js';
import { jurisdictionNames } from '../query/facets.js';
import { plain } from '../terms/terms.js';

/** What an instrument can be called by; its metadata are more than enough. */
export type Nameable = Pick<
  InstrumentMetadata,
  'id' | 'title' | 'aliases' | 'jurisdictions' | 'language' | 'identifiers'
>;

/** Names in use that no title spells out, in folded form, as words that the instrument's title, id or parties hold. */
const NICKNAMES: Readonly<Record<string, string>> = {
  rgpd: 'gdpr',
  dsgvo: 'gdpr',
  avg: 'gdpr',
  个保法: 'pipl',
  数安法: 'dsl-2021',
  网安法: 'csl',
  個情法: 'appi',
  個人情報保護法: 'appi',
  個人情報保護法施行令: 'appi order',
  個人情報保護法施行規則: 'appi rules',
  'loi 25': 'law 25',
  rodo: 'gdpr',
  revdsg: 'dsg',
  nlpd: 'fadp',
  'pdp law': 'law-27-2022-pdp',
  'cal civ code': 'ccpa',
  cpra: 'ccpa',
  sca: 'stored communications',
  ndsg: 'fadp',
  revfadp: 'fadp',
  korus: 'korea us',
  kafta: 'korea australia',
  chafta: 'australia china',
  jaepa: 'japan australia',
  ussfta: 'us singapore',
  ausfta: 'us australia',
  safta: 'singapore australia',
  cufta: 'canada ukraine',
  ckfta: 'canada korea',
  cafta: 'central america united states',
};
/** Words that name no law by themselves. */
const FILLERS = new Set(
  'the of and on for a de del la el law act code regulation statute agreement treaty no'.split(' '),
);
/** What laws are called in languages that a study's titles need not be in: '6698 sayılı Kanun', 'Nghị định 13/2023'. */
const FOREIGN = new Set('sayili kanun kanunu ley lei loi gesetz undang luat nghi dinh decreto'.split(' '));
/** A typed word of so many letters may be the beginning of a title's word or go beyond it: Kenyan, Singaporean. */
const STEM_LETTERS = 4;
const RANK = { id: 100, alias: 90, named: 70, aliased: 65, titled: 50, worded: 10 } as const;

/** Ids of the instruments a name can mean, the likeliest first: id, alias, name in the title, then all its words. */
export function instrumentsNamed(name: string, catalogue: readonly Nameable[]): string[] {
  return rankedNames(name, catalogue).map((r) => r.id);
}

/** As `instrumentsNamed`, each with how sure it is: 100 id, 90 alias, 70 the title's own short name, 65 words with an alias among them, 50 in the title, 10 words only. */
export function rankedNames(
  name: string,
  catalogue: readonly Nameable[],
): { readonly id: string; readonly rank: number }[] {
  const typed = squeeze(name);
  if (typed === '') return [];
  const wanted = squeeze(NICKNAMES[typed] ?? typed);
  const words = wanted.split(' ').filter((w) => w !== '');
  const telling = words.filter((w) => !FILLERS.has(w) && !FOREIGN.has(w));
  const found = catalogue.flatMap((m) => {
    if (!couldHold(m, telling) && !isId(m, name.trim())) return [];
    const rank = rankOf(wanted, words, name.trim(), m);
    return rank === 0 ? [] : [{ id: m.id, rank, parties: m.jurisdictions.length, length: m.title.length }];
  });
  return (
    found
      // 'Rwanda 48' is rather Rwanda's own law than an agreement of forty states.
      .sort((a, b) => b.rank - a.rank || a.parties - b.parties || a.length - b.length || (a.id < b.id ? -1 : 1))
      .map(({ id, rank }) => ({ id, rank }))
  );
}

function rankOf(wanted: string, words: readonly string[], typed: string, m: Nameable): number {
  if (isId(m, typed)) return RANK.id;
  const known = knownOf(m);
  if (known.aliases.has(wanted)) return RANK.alias;
  if (known.names.has(wanted)) return RANK.named;
  if (/[^\p{Script=Latin}\p{N} ]/u.test(wanted) && known.joined.includes(wanted.replaceAll(' ', '')))
    return known.names.has(wanted.replaceAll(' ', '')) ? RANK.named : RANK.titled;
  if (words.length > 1 && known.title.includes(` ${wanted} `)) return RANK.titled;
  const telling = words.filter((w) => !FILLERS.has(w) && !FOREIGN.has(w));
  if (
    telling.length === 0 ||
    !words.every((w) =>
      FILLERS.has(w) ? known.words.has(w) || w.length < STEM_LETTERS : FOREIGN.has(w) || holds(known.words, w),
    )
  )
    return 0;
  return telling.some((w) => known.aliases.has(w)) ? RANK.aliased : RANK.worded;
}

function isId({ id }: Nameable, typed: string): boolean {
  return id.toLowerCase() === typed.toLowerCase() || id.split('/').at(-1) === typed.toLowerCase();
}

/**
 * False where the words cannot be among those that an instrument is known by: most of a catalogue is sorted out so, a hundred times quicker than by
 * folding all its names. Folding needs no thought where all is plain letters; else the answer is true.
 */
function couldHold(m: Nameable, words: readonly string[]): boolean {
  const raw = allNames(m).join(' ').toLowerCase().replaceAll('.', '');
  return /[^\0-\x7f]/.test(raw) || words.every((w) => raw.includes(w.slice(0, /\d/.test(w) ? w.length : STEM_LETTERS)));
}

/** Everything that names an instrument, as it is written. */
function allNames(m: Nameable): string[] {
  const places = m.jurisdictions.flatMap(jurisdictionNames);
  return [m.id, m.title, ...m.aliases, ...m.jurisdictions, ...places, ...Object.values(m.identifiers)];
}

interface Known {
  readonly aliases: ReadonlySet<string>;
  /** Short names the title gives in brackets, and the title up to its first bracket or comma. */
  readonly names: ReadonlySet<string>;
  readonly title: string;
  readonly joined: string;
  readonly words: ReadonlySet<string>;
}
const knowledge = new WeakMap<Nameable, Known>();

function knownOf(m: Nameable): Known {
  const kept = knowledge.get(m);
  if (kept !== undefined) return kept;
  const title = squeeze(m.title);
  const inBrackets = [...m.title.matchAll(/[(（]([^()（）]+)[)）]/gu)].flatMap((b) => (b[1] ?? '').split(/[,;]/));
  const lead = m.title.split(/[,(（:;]/u)[0] ?? '';
  const made = {
    aliases: new Set(m.aliases.map(squeeze)),
    names: new Set([...inBrackets, lead].map(squeeze).map((n) => n.replace(/^中华人民共和国/u, ''))),
    title: ` ${title} `,
    joined: title.replaceAll(' ', ''),
    words: new Set(squeeze(allNames(m).join(' ; ')).split(' ')),
  };
  knowledge.set(m, made);
  return made;
}

function holds(known: ReadonlySet<string>, word: string): boolean {
  if (known.has(word)) return true;
  if (word.length < STEM_LETTERS || /\d/.test(word)) return false;
  for (const k of known) if (k.length >= STEM_LETTERS && (k.startsWith(word) || word.startsWith(k))) return true;
  return false;
}

/** Folded words with single spaces: `18 U.S.C.` and `18usc` both give `18 usc`. */
function squeeze(text: string): string {
  return plain(text.replace(/(?<![\p{L}])(?:\p{L}\.){2,}/gu, (m) => m.replaceAll('.', '')))
    .replace(/(\d)\+/g, '$1 plus') // Convention 108+ is another than Convention 108.
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/([a-z]{2,})(?=\d)/g, '$1 ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
