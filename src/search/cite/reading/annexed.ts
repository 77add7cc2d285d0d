import type { Reading } from './pinpoint.js';

const NUMBER = '(?<num>\\d+[A-Z]*(?:\\.\\d+[A-Z]*)*)(?<groups>(?:\\s?\\([^()\\s]{1,8}\\))*)';
const PARAGRAPH = '(?:para(?:graph)?s?|points?|cl(?:ause)?s?|items?|principles?|ss?|sections?)\\.?\\s*';
const SCHEDULE = 'Sch(?:edule)?\\.?\\s*(?<annex>\\d+[A-Z]?)';
const ANNEX = 'Annex\\s*(?<annex>[IVXLC]+|\\d+(?:-[A-Z])?)';
const PART = '(?:(?:Part|Pt)\\.?\\s*\\d+[A-Z]?,?\\s*)?';
const MODULE = 'Module\\s+(?<module>One|Two|Three|Four|[1-4])';
/** The law between a schedule and its paragraph: 'Schedule 1 DPA 2018 para 8'. */
const LAW = '(?:(?:of|to)\\s+)?(?:the\\s+)?(?<law>\\p{L}[^,]*?)';
const ORDER = ['one', 'two', 'three', 'four'];
/** The one law whose principles are cited without it. */
const PRINCIPLES = 'Privacy Act (AU)';

type Found = Readonly<Record<string, string | undefined>>;
const ofSchedule = ({ annex }: Found): string => `Sch${annex}`;
const ofAnnex = ({ annex }: Found): string => `Annex${annex?.toUpperCase()}`;

/** How lawyers cite what stands in a schedule or in the modules of a contract; each gives the pinpoint's head. */
const FORMS: readonly (readonly [form: RegExp, head: (found: Found) => string, law?: string])[] = [
  [form(`${SCHEDULE},?\\s+${PART}${PARAGRAPH}${NUMBER}`), ofSchedule],
  [
    form(`${PARAGRAPH}${NUMBER},?\\s+(?:(?:of|to|in)\\s+)?(?:the\\s+)?${SCHEDULE}(?:\\s+to\\s+the(?=\\s))?`),
    ofSchedule,
  ],
  [form(`${SCHEDULE},?\\s+${LAW},?\\s+${PARAGRAPH}${NUMBER}`), ofSchedule],
  [form(`(?:APP|Australian Privacy Principle)s?\\s*${NUMBER}`), () => 'Sch1', PRINCIPLES],
  [form(`${MODULE},?\\s+(?:${PARAGRAPH})?${NUMBER}`), moduleOf],
  [form(`${PARAGRAPH}${NUMBER},?\\s+(?:\\(?(?:of\\s+)?)${MODULE}\\)?`), moduleOf],
  [form(`${PARAGRAPH}${NUMBER},?\\s+(?:(?:of|to|in)\\s+)?(?:the\\s+)?${ANNEX}`), ofAnnex],
  [form(`${ANNEX}(?:,?\\s+${PARAGRAPH}${NUMBER})?`), ofAnnex],
  [form(SCHEDULE), ofSchedule],
];

function form(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}(])`, 'iu');
}

/**
 * Readings of 'Sch 2 para 2(1)', 'paragraph 8 of Schedule 1', 'APP 8.2(a)', 'Module Two, clause 8.7(a)' and 'Annex III, point 1' as
 * `Sch2.2.1`, `Sch1.8`, `Sch1.8.2.a`, `Annex.Mod2.8.7.a` and `AnnexIII.1`; [] for other texts.
 *
 * @param rest the text without what was found, which names the law
 */
export function annexed(plain: string, rest: (plain: string, found: RegExpExecArray) => string): Reading[] {
  for (const [pattern, head, known] of FORMS) {
    const found = pattern.exec(plain);
    if (found?.groups === undefined) continue;
    const { num, groups = '', law } = found.groups as Found;
    const inner = [...groups.matchAll(/\(([^()]+)\)/g)].map((g) => `.${g[1]}`).join('');
    const name = [rest(plain, found), law ?? ''].filter((n) => n !== '').join(' ');
    const pinpoint = `${head(found.groups)}${num === undefined ? '' : `.${num}${inner}`}`;
    return [{ pinpoint, name: name === '' ? (known ?? '') : name, isMarked: true }];
  }
  return [];
}

function moduleOf({ module = '' }: Found): string {
  const place = ORDER.indexOf(module.toLowerCase()) + 1;
  return `Annex.Mod${place === 0 ? module : place}`;
}
