import type { Numeral } from './numerals.js';
import type { Amount } from './ranges.js';

const TURNOVER =
  /turnover|revenues?|gross (?:income|receipts|sales)|annual (?:income|sales)|faturamento|volumen de negocios?|facturación|ingresos|volume de negócios|chiffre d['’]affaires|umsatz|营业额|营业收入|销售额|売上|매출|omzet|pendapatan|doanh thu|ciro/iu;
/** Turnover is named within a clause or so of the share. */
const TURNOVER_AFTER = 120;
const TURNOVER_BEFORE = 90;

const SHARE =
  /\s?(?:%|％|per ?cent(?:um)?(?![a-z])|percent|por ciento|por cento|pour cent|prozent|パーセント|퍼센트|persen|phần trăm)/iuy;
/** 'Of a hundred three': the East Asian way to write a share, in per cent or per mille. */
const FRACTION = /(百|千|100|1천|천)(?:分之|分の|분의)\s?$/u;
const TURKISH = /%\s?$/u;

/** The share of a turnover, in per cent, that a number is part of. Null where it is a percentage of anything else, or none. */
export function share(text: string, n: Numeral): Amount | null {
  if (n.isArticle) return null;
  const before = text.slice(Math.max(0, n.start - 8), n.start);
  const fraction = FRACTION.exec(before) ?? TURKISH.exec(before);
  SHARE.lastIndex = n.end;
  const sign = SHARE.exec(text);
  if (fraction === null && sign === null) return null;
  const start = n.start - (fraction?.[0].length ?? 0);
  const end = n.end + (fraction === null ? (sign?.[0].length ?? 0) : 0);
  const near = `${text.slice(Math.max(0, start - TURNOVER_BEFORE), start)} ${text.slice(end, end + TURNOVER_AFTER)}`;
  if (!TURNOVER.test(near)) return null;
  const isPerMille = fraction !== null && /千|천/u.test(fraction[1] ?? '');
  const value = isPerMille ? n.value / 10 : n.value;
  return { kind: 'turnover-share', value, unit: 'percent', start, end, number: n };
}

const YEARS =
  /[\s-]*(?:years?(?:[\s-]*(?:of age|old))?|ans(?: révolus)?|anos(?: de idade)?|años(?: de edad)?|jahren?(?: alt)?|tuổi|yaş\p{L}*)(?![\p{L}])/iuy;
/** The unit itself says that an age is meant. */
const AGED = /years?[\s-]*(?:of age|old)|de edad|de idade|révolus|alt$|tuổi|yaş/iu;
const EAST_ASIAN_AGE = /\s?(?:周岁|周歲|歳|岁|才(?=未満|以上)|세(?![\p{Script=Hangul}])|\.?\sLebensjahr)/uy;
/** Words before the number that say so. */
const OF_AGE =
  /(?<![\p{L}])(?:age|ages|aged|age of|ages of|âge de|âgée?s? d['’e]\s?(?:au moins)?|idade de|edad de|Alter von)\s(?:of\s)?(?:at least |under |over |between |below |plus de |moins de |unter )?$/iu;
/** Words before a number of years that make it an age where nothing follows that would be measured by time. */
const COMPARED =
  /(?<![\p{L}])(?:(?:under|below|over|above|younger than|older than|less than|not below)\s|(?:menor|menores|mayor|mayores|maior|maiores|moins|plus)\s(?:de|do que|que)\s|(?:moins|plus) d['’]|(?:unter|über|mindestens)\s)$/iu;
const NO_TIME_AFTER =
  /^(?!\s*(?:from|after|of|in|before|following|imprisonment|for)\b)[^.;]{0,3}(?:[.;,)]|$|\sand|\sor|\sshall|\smay|\scan)/u;
/** People older than this are no rule's threshold; larger numbers are something else. */
const MOST_AGE = 120;

/** The age, in years, that a number states; null where it states none. */
export function age(text: string, n: Numeral): Amount | null {
  if (n.isArticle || n.value > MOST_AGE || !Number.isInteger(n.value)) return null;
  const before = text.slice(Math.max(0, n.start - 40), n.start);
  EAST_ASIAN_AGE.lastIndex = n.end;
  YEARS.lastIndex = n.end;
  const eastAsian = EAST_ASIAN_AGE.exec(text);
  const years = YEARS.exec(text);
  const opener = OF_AGE.exec(before);
  const end = n.end + (eastAsian?.[0].length ?? years?.[0].length ?? 0);
  const isEnglish = years !== null && /year/iu.test(years[0]);
  const isCompared =
    years !== null && COMPARED.test(before) && (!isEnglish || NO_TIME_AFTER.test(text.slice(end, end + 14)));
  const isAge = eastAsian !== null || (years !== null && AGED.test(years[0])) || isCompared;
  const isBare = opener !== null && !/^[\p{L}\d%]|^\s?%/u.test(text.slice(end, end + 2));
  if (!isAge && !isBare) return null;
  return {
    kind: 'age',
    value: n.value,
    unit: 'years',
    start: n.start - (opener?.[0].trimStart().length ?? 0),
    end,
    number: n,
  };
}

const PERSONS =
  /\s?(?:or more |or fewer |or less |different |natural |unique |individual )?(?:people|persons|individuals|data subjects|data principals|users|consumers(?: or households)?|customers|households|employees|residents|personas|titulares|interesados|trabajadores|pessoas|empregados|personnes|salariés|personen|beschäftigten?|nutzern?|betroffenen? personen|orang|người|kişi)(?![\p{L}])/iuy;
const EAST_ASIAN_PERSONS = /\s?(?:人(?!民|员|工|材|格)|名(?!称|前|義|义|字)|명(?!의\s?(?:위원|상임)|령|시|예))/uy;
/** 'One person' and 'a person' are nobody's threshold. */
const LEAST_PERSONS = 2;

/** The number of persons that a number counts; null where it counts none. */
export function persons(text: string, n: Numeral): Amount | null {
  if (n.isArticle || n.value < LEAST_PERSONS || !Number.isInteger(n.value)) return null;
  if (/[\p{Script=Latin}\d第.]$/u.test(text.slice(Math.max(0, n.start - 1), n.start))) return null;
  PERSONS.lastIndex = n.end;
  EAST_ASIAN_PERSONS.lastIndex = n.end;
  const match = PERSONS.exec(text) ?? EAST_ASIAN_PERSONS.exec(text);
  if (match === null) return null;
  return { kind: 'persons', value: n.value, unit: 'persons', start: n.start, end: n.end + match[0].length, number: n };
}
