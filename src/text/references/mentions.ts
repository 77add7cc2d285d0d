import type { Span } from '../../model/index.js';

/** A number in running text that names a unit of some law, before it is looked up. */
export interface Mention {
  readonly span: Span;
  /** `article`: a pinpoint of the law (46(2)(c)). `inner`: one below the article at hand (paragraph 2). `annex`: a schedule or annex. */
  readonly level: 'article' | 'inner' | 'annex';
  /** `46(2)(c)`, `2`, `(a)`; for annexes `Sch1`, `AnnexII`. */
  readonly pinpoint: string;
  /** Where the list ends that the number stands in: 'points (a) and (c)'. */
  readonly listEnd: number;
  /** True for points and clauses, which may stand beside the words that name them; false for paragraphs of the article. */
  readonly isNear: boolean;
  /** The other law that the words go on to name ('Directive 95/46/EC'); null for this law. */
  readonly law: string | null;
}

const NUMBER = String.raw`(?:\d+[A-Za-z]{0,2}(?:[.\-–]\d+[A-Z]?|-[A-Z]{1,2})*|[IVXL]+)`;
const INNER = String.raw`(?:\s?\([\p{L}\d]{1,5}\))*`;
const JOIN = String.raw`\s*(?:,|;|and|or|to|and\/or|et|ou|y|o|e|und|oder|bis|à)\s+`;
const ARTICLE = String.raw`\b(?:[Aa]rticles?|ARTICLES?|[Ss]ections?|SECTIONS?|Artikel|[Aa]rt[ií]culos?|[Aa]rtigos?|[Aa]rts?\.|Pasal|Điều|Madde|§{1,2})\s*`;
const BELOW = String.raw`\b(?:[Pp]aragraphs?|[Ss]ub-?(?:sections?|paragraphs?)|[Ss]ubdivisions?|[Pp]oints?|(?:[Ss]ub-)?[Cc]lauses?|ayat|[Pp]arágrafos?)\s+`;
const BACK = String.raw`\b(?<kind>[Ss]chedule|Annex|ANNEX|Appendix)\s+`;
const LISTED = new RegExp(
  String.raw`(?:(?<article>${ARTICLE})(?<numbers>${NUMBER}${INNER}(?:${JOIN}${NUMBER}${INNER})*)|(?<below>${BELOW})(?<parts>(?:\d+[A-Za-z]?${INNER}|\([\p{L}\d]{1,5}\)${INNER})(?:${JOIN}(?:\d+[A-Za-z]?(?![\w.])${INNER}|\([\p{L}\d]{1,5}\)${INNER}))*)|${BACK}(?<annex>\d+[A-Z]?(?:-[A-Z]\d*(?:-\d+)?)?|[IVX]+|[A-Z](?:-\d)?)(?![\w]))`,
  'gu',
);
const ONE = new RegExp(String.raw`${NUMBER}${INNER}|(?:\([\p{L}\d]{1,5}\))+`, 'gu');
/** Chinese, Japanese and Korean write the unit around the number. */
const CJK =
  /第(?<zh>[〇零一二三四五六七八九十百千\d]+)[条條](?:[の之](?<zhBranch>[一二三四五六七八九十\d]+))?(?:第(?<zhPara>[一二三四五六七八九十\d]+)[款項项])?|제(?<ko>\d+)조(?:의(?<koBranch>\d+))?(?:제(?<koPara>\d+)항)?/gu;

/** A law named right after a pinpoint. 'of this Act' and 'of the present Law' is this law. */
const LAW =
  /^(?:\s*\([^)]{0,80}\))?,?\s*(?:of|to|in|under|du|de la|de l’|da|do|del|der|des)?\s*(?:the\s)?(?<law>(?:Regulation|Directive|Decision|Council Regulation)\s\((?:EU|EC|EEC|Euratom)[^)]*\)\s?(?:No\s)?\d+\/\d+|(?:Directive|Decision)\s(?:\(EU\)\s)?\d+\/\d+(?:\/\w+)?|TFEU|TEU|Charter|(?:UK\s|EU\s)?[A-Z]{3,8}\b|GATT\s1994|GATS|TRIPS(?:\sAgreement)?|Constitui[çc][ãa]o\sFederal|Constitution|Constitución|(?:General\s)?Agreement\son\s(?:\p{Lu}[\p{L}-]+(?:\s(?:of|and|the|for|on|in))*\s?){1,6}|(?:\p{Lu}[\p{L}’'-]+\s(?:(?:of|and|the|for|on)\s)*){1,8}(?:Act|Code|Law|Convention|Agreement|Treaty|Ordinance)(?:,?\s(?:of\s)?\d{4})?)/u;
const THIS = /^\s*(?:of|to|in|under)\s+(?:this|the present|that)\b/u;

/** Every mention of a provision in the text, in order. Lists and ranges give one mention for each number that is printed. */
export function mentionsIn(text: string): Mention[] {
  const found = [...listed(text), ...written(text)];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function* listed(text: string): Generator<Mention> {
  for (const match of text.matchAll(LISTED)) {
    const { article, numbers, below, parts, annex, kind } = match.groups ?? {};
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 160);
    const law = THIS.test(after) ? null : (LAW.exec(after)?.groups?.law?.trim() ?? null);
    if (annex !== undefined) {
      const name = /^s/iu.test(kind ?? '') ? 'Sch' : /^app/iu.test(kind ?? '') ? 'App' : 'Annex';
      yield {
        span: { start: match.index, end },
        level: 'annex',
        pinpoint: `${name}${annex}`,
        law,
        listEnd: end,
        isNear: false,
      };
      continue;
    }
    const list = numbers ?? parts ?? '';
    const from = match.index + (article ?? below ?? '').length;
    for (const one of list.matchAll(ONE)) {
      const start = one.index === 0 ? match.index : from + one.index;
      yield {
        span: { start, end: from + one.index + one[0].length },
        level: article === undefined ? 'inner' : 'article',
        pinpoint: one[0].replace(/\s+/gu, '').replaceAll('–', '-'),
        law,
        listEnd: end,
        isNear: below !== undefined && /^(?:point|clause|sub-?(?:paragraph|clause))/iu.test(below),
      };
    }
  }
}

function* written(text: string): Generator<Mention> {
  for (const match of text.matchAll(CJK)) {
    const g = match.groups ?? {};
    const number = g.ko ?? arabic(g.zh ?? '');
    const branch = g.koBranch ?? (g.zhBranch === undefined ? undefined : arabic(g.zhBranch));
    const paragraph = g.koPara ?? (g.zhPara === undefined ? undefined : arabic(g.zhPara));
    const pinpoint = `${number}${branch === undefined ? '' : `-${branch}`}${paragraph === undefined ? '' : `(${paragraph})`}`;
    const law = lawBefore(text.slice(Math.max(0, match.index - LONGEST_NAME), match.index));
    const end = match.index + match[0].length;
    yield { span: { start: match.index, end }, level: 'article', pinpoint, law, listEnd: end, isNear: false };
  }
}

const LONGEST_NAME = 60;

/** A law named right before the number: 「…法」第五条, 民事訴訟法第百条; 本法 and この法律 are this law. */
function lawBefore(before: string): string | null {
  const quoted = /[「《]([^」》]{2,40})[」》]\s*$/u.exec(before)?.[1];
  if (quoted !== undefined) return quoted;
  const plain = /(\p{Script=Han}*(?:法律?|令|規則|条例|办法|條例))(?:附則)?(?:[（(][^）)]{0,40}[）)])?$/u.exec(
    before,
  )?.[1];
  return plain === undefined ||
    /(?:^|[除依照据根有])(?:本|此|该|該)?(?:法律?|条例|办法)$|本(?:法|条例|办法|規則)$/u.test(plain)
    ? null
    : plain;
}

const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function arabic(run: string): string {
  if (/^\d+$/u.test(run)) return run;
  let sum = 0;
  let digit = 0;
  for (const c of run.replaceAll('零', '〇')) {
    const value = UNITS[c];
    if (value === undefined) digit = DIGITS.indexOf(c);
    else {
      sum += (digit === 0 ? 1 : digit) * value;
      digit = 0;
    }
  }
  return String(sum + digit);
}
