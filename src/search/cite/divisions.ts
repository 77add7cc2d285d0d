import { isCertain, isNamedPlainly, lawsNamed } from './citation.js';
import type { Nameable } from './names.js';
import { chineseNumber, plainDigits, romanNumber } from './reading/numerals.js';
import { nameIn } from './reading/pinpoint.js';
import { MARKED } from './reading/wording.js';

/** A division of a law that a text cites whole: 'Chapter V GDPR', 'Part 2 of Schedule 1 DPA', '个人信息保护法第三章'. */
export interface CitedDivision {
  /** As it was typed: 'Chapter V'. */
  readonly label: string;
  readonly name: string;
  /** The laws its name fits best, [] where the study has none. */
  readonly laws: readonly string[];
  /** True where the last number may as well be an article's: 'Part 9, section 36'. */
  readonly isDoubtful: boolean;
  readonly marks: readonly Mark[];
}

/** A division by the short name that Akoma Ntoso has for its kind, and its number. */
interface Mark {
  readonly short: string;
  readonly number: string;
}

/** Divisions that are cited by themselves, and those that are cited within others or have a reading of their own (`annexed`). */
const ALONE = [
  ['chp', 'chapter|chap|kapitel|cap[ií]tulo|chapitre|capitolo|hoofdstuk|rozdział|bölüm|bab|chương|หมวด|الفصل'],
  ['part', 'part|teil|parte|partie'],
  ['title', 'title|titel|t[ií]tulo|titre|titolo'],
] as const;
const WITHIN = [
  ['sec', 'section|abschnitt|sección|seção|sezione'],
  ['sched', 'schedule|sch'],
  ['annex', 'annex'],
] as const;
/** As in `rankedNames`: words that stand so in a law's title. */
const TITLED = 50;
const NUMBER = '(?<num>\\d{1,3}[A-Z]?|[IVXLC]+[A-Z]?|[A-Z])';
/** Its heading may follow: 'Chapter 14 (Electronic Commerce) of the TPP'. */
const HEADING = '(?:\\s*\\(\\p{Lu}[^()]{3,}\\))?';
const FORMS: readonly (readonly [form: RegExp, short: string])[] = [
  ...[...ALONE, ...WITHIN].map(([short, words]) => {
    const form = `(?<![\\p{L}\\p{N}])(?:${words})\\.?\\s*${NUMBER}${HEADING}(?![\\p{L}\\p{N}(.])`;
    return [new RegExp(form, 'iu'), short] as const;
  }),
  [/第\s*(?<num>[一二三四五六七八九十百\d]+)\s*章/u, 'chp'],
  [/第\s*(?<num>[一二三四五六七八九十百\d]+)\s*[节節]/u, 'sec'],
  [/제\s*(?<num>\d+)\s*장/u, 'chp'],
  [/제\s*(?<num>\d+)\s*절/u, 'sec'],
];
const STANDS_ALONE: ReadonlySet<string> = new Set(ALONE.map(([short]) => short));

/**
 * Reads a text as the citation of a whole chapter, part or title, or of a division within one; null where it is none. A text that also names an article cites
 * that, and words that hardly name a law ('chapter 5 consent') are a query.
 */
export function divisionIn(text: string, catalogue: readonly Nameable[]): CitedDivision | null {
  let left = plainDigits(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
  const found: { readonly mark: Mark; readonly label: string }[] = [];
  for (const [form, short] of FORMS) {
    const one = form.exec(left);
    if (one?.groups?.num === undefined) continue;
    found.push({ mark: { short, number: numeralOf(one.groups.num) }, label: one[0].replace(/\s*\(.*$/, '') });
    left = `${left.slice(0, one.index)} ${left.slice(one.index + one[0].length)}`;
  }
  if (!found.some(({ mark }) => STANDS_ALONE.has(mark.short))) return null;
  const name = nameIn(left).replace(/[《》〈〉「」]/gu, '');
  if (name === '' || name.search(MARKED) >= 0) return null;
  const isPlain = isNamedPlainly(name);
  const laws = lawsNamed(name, catalogue).filter(({ rank }) => isPlain || isCertain(name, rank, TITLED));
  if (laws.length === 0 && !isPlain) return null;
  return {
    label: found.map(({ label }) => label).join(', '),
    name,
    laws: laws.map((l) => l.id),
    isDoubtful: found.some(({ mark }) => mark.short === 'sec'),
    marks: found.map(({ mark }) => mark),
  };
}

/**
 * Of a law's units those that stand in the division, each with the division's eId. Of divisions numbered alike, those of the law itself are meant and not those
 * of its schedules, where it has such.
 */
export function standingIn<U extends { readonly eId: string }>(
  units: readonly U[],
  { marks }: CitedDivision,
): readonly { readonly unit: U; readonly division: string }[] {
  const all = units.flatMap((unit) => {
    const division = around(unit.eId, marks);
    return division === null ? [] : [{ unit, division }];
  });
  const ofLaw = all.filter(({ division }) => !ATTACHED.test(division));
  return ofLaw.length > 0 ? ofLaw : all;
}
const ATTACHED = /^(?:sched|annex|app|hcontainer)/;

/** The eId down to the innermost of the marks; null where one of them is not in it. */
function around(eId: string, marks: readonly Mark[]): string | null {
  const parts = eId.split('__');
  const places = marks.map(({ short, number }) =>
    parts.findIndex((part) => part.startsWith(`${short}_`) && numberIn(part) === number),
  );
  return places.includes(-1) ? null : parts.slice(0, Math.max(...places) + 1).join('__');
}

/** `chp_V` → 5, `part_Part-IIIA` → iiia, `chp_4_2` (the second that prints 4) → 4. */
function numberIn(part: string): string {
  const [, number = ''] = part.split('_');
  return numeralOf(number.replace(/^(?:part|chapter|title|section|schedule|annex)-/i, ''));
}

function numeralOf(number: string): string {
  const plain = /^[一二三四五六七八九十百]+$/u.test(number) ? String(chineseNumber(number)) : number;
  return String(romanNumber(plain.toUpperCase()) ?? plain.toLowerCase());
}
