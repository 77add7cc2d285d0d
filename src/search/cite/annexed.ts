import type { Reading } from './pinpoint.js';

const NUMBER = '(?<num>\\d+[A-Z]*(?:\\.\\d+[A-Z]*)*)(?<groups>(?:\\s?\\([^()\\s]{1,8}\\))*)';
const PARAGRAPH = '(?:para(?:graph)?s?|cl(?:ause)?s?|items?|principles?|ss?|sections?)\\.?\\s*';
const SCHEDULE = 'Sch(?:edule)?\\.?\\s*(?<annex>\\d+[A-Z]?)';
const PART = '(?:(?:Part|Pt)\\.?\\s*\\d+[A-Z]?,?\\s*)?';
const MODULE = 'Module\\s+(?<module>One|Two|Three|Four|[1-4])';
const ORDER = ['one', 'two', 'three', 'four'];

/** How lawyers cite what stands in a schedule or in the modules of a contract; each gives the pinpoint's head. */
const FORMS: readonly (readonly [form: RegExp, head: (found: Readonly<Record<string, string>>) => string])[] = [
  [form(`${SCHEDULE},?\\s+${PART}${PARAGRAPH}${NUMBER}`), ({ annex }) => `Sch${annex}`],
  [
    form(`${PARAGRAPH}${NUMBER},?\\s+(?:(?:of|to|in)\\s+)?(?:the\\s+)?${SCHEDULE}(?:\\s+to\\s+the(?=\\s))?`),
    ({ annex }) => `Sch${annex}`,
  ],
  [form(`(?:APP|Australian Privacy Principle)s?\\s*${NUMBER}`), () => 'Sch1'],
  [form(`${MODULE},?\\s+(?:${PARAGRAPH})?${NUMBER}`), moduleOf],
  [form(`${PARAGRAPH}${NUMBER},?\\s+(?:\\(?(?:of\\s+)?)${MODULE}\\)?`), moduleOf],
];

function form(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}(])`, 'iu');
}

/**
 * Readings of 'Sch 2 para 2(1)', 'paragraph 8 of Schedule 1', 'APP 8.2(a)' and 'Module Two, clause 8.7(a)' as `Sch2.2.1`, `Sch1.8`,
 * `Sch1.8.2.a` and `Annex.Mod2.8.7.a`; [] for other texts.
 *
 * @param rest the text without what was found, which names the law
 */
export function annexed(plain: string, rest: (plain: string, found: RegExpExecArray) => string): Reading[] {
  for (const [pattern, head] of FORMS) {
    const found = pattern.exec(plain);
    if (found?.groups === undefined) continue;
    const { num = '', groups = '' } = found.groups;
    const inner = [...groups.matchAll(/\(([^()]+)\)/g)].map((g) => `.${g[1]}`).join('');
    return [{ pinpoint: `${head(found.groups)}.${num}${inner}`, name: rest(plain, found), isMarked: true }];
  }
  return [];
}

function moduleOf({ module = '' }: Readonly<Record<string, string>>): string {
  const place = ORDER.indexOf(module.toLowerCase()) + 1;
  return `Annex.Mod${place === 0 ? module : place}`;
}
