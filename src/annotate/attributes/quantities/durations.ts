import type { Numeral } from './numerals.js';
import type { Amount } from './ranges.js';

type Designator = 'Y' | 'M' | 'W' | 'D' | 'TH' | 'TM';

const UNITS: readonly (readonly [Designator, string])[] = [
  ['Y', 'years?|años?|anos?|années?|ans?|[Jj]ahre?[ns]?|年(?:间|間)?|년간?|tahun|năm|yıl|ปี|سنوات|سنة'],
  [
    'M',
    '(?:calendar )?months?|mes(?:es)?|mês|mois|[Mm]onate?[ns]?|个月|個月|箇月|か月|ヶ月|ヵ月|月(?:间|間)?|개월|bulan|tháng|ay(?= içinde)|เดือน|أشهر|شهر(?:اً|ا)?',
  ],
  ['W', 'weeks?|semanas?|semaines?|[Ww]ochen?|週間?|周(?!岁|歲|年)|주(?:일|간)|minggu|tuần|hafta|สัปดาห์|أسابيع|أسبوع'],
  [
    'D',
    '(?:working |business |calendar |clear )?days?|días?(?: h[áa]biles| naturales)?|dias?(?: [úu]teis| corridos)?|jours?(?: ouvr(?:és|ables))?|(?:[Aa]rbeits|[Ww]erk)?[Tt]age?[ns]?|个?工作日|日(?:间|間)?|天|(?:영업)?일(?:간)?(?=\\s?(?:이내|이상|이하|간|전|내|을|의|안|까지|동안|,|\\.|$))|hari|ngày|gün|วัน(?!ที่)|أيام|يوم(?:اً|ا)?',
  ],
  ['TH', 'hours?|horas?|heures?|[Ss]tunden?|小时|小時|時間|시간|jam|giờ|saat|ชั่วโมง|ساعة'],
  ['TM', 'minutes?|minutos?|[Mm]inuten?|分钟|分間'],
];
const UNIT = UNITS.map(([, words]) => `(?:${words})`).join('|');
const AFTER = new RegExp(
  `[\\s-]*(?:full |consecutive |further |additional )?(${UNIT})(?![\\p{Script=Latin}\\d])`,
  'iuy',
);
const named = UNITS.map(([designator, words]) => [designator, new RegExp(`^(?:${words})$`, 'iu')] as const);

/** A date, not a time limit: East Asian dates, and years that number a year. */
const LEAST_CALENDAR_YEAR = 1900;
/** An article counts one only after words that open a period: 'within a year', not 'days a week'. */
const OPENS_PERIOD =
  /(?:within|for|of|in|every|once|than|exceeding|en|por|de|durante|pendant|dans|d['’]|innerhalb|binnen|für)\s*$/iu;
const DATE_BEFORE = /[年月년월]\s*$/u;
const DATE_AFTER =
  /^\s*(?:[〇一二三四五六七八九十\d]+\s*[月日월일]|度|号|法律|政令|[〇一二三四五六七八九十\d]+\s*[条款項号])/u;
/** What Japanese and Chinese put after a month that is a length of time and not a month's name. */
const MONTH_LENGTH = /^(?:以内|以下|以上|内|間|间|を|の|前|後|后|ごと|未満|经过|に)/u;

/** The length of time that a number is part of, as an ISO 8601 duration; `value` is days (a month 30, a year 365). Null for a date or a bare number. */
export function length(text: string, n: Numeral): Amount | null {
  AFTER.lastIndex = n.end;
  const match = AFTER.exec(text);
  const unit = match?.[1] ?? '';
  const designator = match === null ? undefined : named.find(([, words]) => words.test(unit))?.[0];
  if (match === null || designator === undefined || n.value === 0) return null;
  if (/[\p{Script=Latin}\d第.]$/u.test(text.slice(Math.max(0, n.start - 1), n.start))) return null;
  const end = n.end + match[0].length;
  if (isDate(text, n, end, designator, unit)) return null;
  return { kind: 'duration', ...duration(n.value, designator), start: n.start, end, number: n };
}

/** An ISO 8601 duration with its days. Fractions (1.5 years) become the next smaller whole unit. */
export function duration(count: number, designator: string): { value: number; unit: string } {
  const days: Readonly<Record<string, number>> = { Y: 365, M: 30, W: 7, D: 1, TH: 1 / 24, TM: 1 / 1440 };
  const value = Math.round(count * (days[designator] ?? 1) * 1e4) / 1e4;
  if (!Number.isInteger(count) && designator === 'Y') return { value, unit: `P${Math.round(count * 12)}M` };
  if (!Number.isInteger(count)) return { value, unit: `PT${Math.round(value * 24)}H` };
  return { value, unit: designator.startsWith('T') ? `PT${count}${designator[1]}` : `P${count}${designator}` };
}

function isDate(text: string, n: Numeral, end: number, designator: Designator, unit: string): boolean {
  const before = text.slice(Math.max(0, n.start - 12), n.start);
  const after = text.slice(end, end + 8);
  if (n.isArticle && !OPENS_PERIOD.test(before)) return true;
  if (designator === 'Y' && n.value >= LEAST_CALENDAR_YEAR) return true;
  if (DATE_BEFORE.test(before) || (/[年月日년월일]/u.test(unit) && DATE_AFTER.test(after))) return true;
  if (/^(?:平成|昭和|令和|大正|明治)$/u.test(before.slice(-2))) return true;
  return unit === '月' && !MONTH_LENGTH.test(after);
}
