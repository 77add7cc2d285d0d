import type { Provision, Span } from '../model/index.js';

/** Stand before and after each term in the index, so that a term asked for whole is told from one it is part of. No text has them. */
export const TERM_BEGINS = 'ː0';
export const TERM_ENDS = 'ː1';

/** A unit that defines a term, and where the term stands in its words. */
export interface DefinedTerm {
  readonly eId: string;
  readonly term: string;
  /** Span in the law's text. */
  readonly span: Span;
}

const LONGEST_TERM = 80;
/** Numbers, letters and bullets before a definition: '(7)', 'a.', 'VI -', '（一）', '①'. */
const NUMBER = String.raw`^[\s*•–—-]*(?:[([（]?[\p{L}\p{N}]{1,5}[)\]）.．、:]\s*|[IVXLC]{1,6}\s*[-–—.]\s*|[①-⑳]\s*|\d{1,3}[ºª]?[-–—.]?\s+)*[\s–—-]*`;
const QUOTED = String.raw`["“”„«‘'「『]\s?(?<quoted>[^"“”„«»‘’'「」『』]{1,${LONGEST_TERM}}?)\s?["”“»’'」』]`;
const PLAIN = String.raw`(?<plain>[\p{L}\p{M}][\p{L}\p{M}\p{N} '’/()&-]{1,${LONGEST_TERM}}?)`;
const HAN = String.raw`(?<han>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{2,24}?)`;
/** Words by which laws define, in the languages of the corpus. */
const MEANS = String.raw`(?:shall mean|means?|includes?|(?:has|have) the (?:same )?meaning|refers? to|is defined|is|are|désigne|signifie|s['’]entend|significa|se entiende|considera-se|es|bedeutet|bezeichnet|ist|demek|ifade eder|adalah|ialah|là|là những)(?![\p{L}])`;
/** 指 begins other words too: 指定, 指导 … */
const HAN_MEANS = `(?:是?指|系指|係指)(?![定导導引示明令針针标標数數])|是以`;
const EASTERN = String.raw`(?:[，,]?\s*(?:${HAN_MEANS}|とは|をいう|이?란|라 함은|หมายความ))`;
/** 'この法律において', '本法所称' before the term. */
const LEAD = `(?:[^「」。、]{0,30}(?:において|所称|所稱))?`;
/** 'in relation to an organisation', '(in French …)' between a quoted term and what it means. */
const ASIDE = `[^.;。；]{0,60}?`;

/** What defines wherever it stands: a quoted term, or one that nothing but a definition begins so. */
const ANYWHERE: readonly RegExp[] = [
  pattern(`${QUOTED}${ASIDE}(?:(?<![\\p{L}])${MEANS}|${EASTERN}|:)`),
  pattern(
    `${PLAIN},? (?:shall mean|(?<!\\b(?:any|and|by|other|such|all|no|electronic|technical|reasonable|automated|appropriate) )means?(?! (?:of|by|to|and|for|through)\\b)|has the (?:same )?meaning|is defined as)(?![\\p{L}])`,
  ),
  pattern(`${LEAD}${HAN}[，,]?\\s*(?:${HAN_MEANS}|とは)`),
  pattern(`${LEAD}「(?<quoted>[^「」]{1,${LONGEST_TERM}})」とは`),
];
/** Sentences, and not terms, begin so. */
const SENTENCE =
  /^(?:if|where|when|whether|until|notwithstanding|but|who|that|there|this|these|it|is|used|by|for|in|an?|any|each|the|subsections?|sections?|regulations?|references?|nothing|except|el|los|las|al|en|para|第.*[条條])(?![\p{L}\p{N}-])/iu;
/** What defines among definitions. */
const AMONG: readonly RegExp[] = [
  pattern(`${PLAIN}\\s*[:：]`),
  pattern(`${PLAIN},? (?!(?:is|are|es|ist) )${MEANS}`),
  pattern(`${PLAIN} [-–—] `),
  pattern(`${HAN}[：:]`),
];
const QUOTED_ONLY = ANYWHERE.slice(0, 1);
const AMONG_ALL = [...ANYWHERE, ...AMONG];

function pattern(source: string): RegExp {
  return new RegExp(NUMBER + source, 'iu');
}

/** Headings and opening words of articles that define. */
const DEFINING = new RegExp(
  [
    'defin|interpretation|glossary|meaning of|termin|begriff|tanım|用語|定义|定義|용어|정의|นิยาม|تعريف|giải thích từ ngữ|ketentuan umum',
    'for the purposes? of this|yang dimaksud dengan|unless the context|para (?:los )?efectos|para os fins|aux fins|en la presente ley se entiende|下列用语|bu kanunun? uygulan|يقصد|المعاني',
  ].join('|'),
  'iu',
);
/** Of an article's opening, so many characters say whether it defines. */
const OPENING = 200;

/**
 * The terms that a passage defines: of units told to be definitions by the parser, of numbered points in an article headed or
 * opened as one, and of any unit that begins with a quoted term and what it means. In document order.
 * @param wordsOf the text of a span of the law
 */
export function definedIn(
  passage: Provision,
  units: readonly Provision[],
  wordsOf: (span: Span) => string,
): DefinedTerm[] {
  const { start } = passage.span;
  const opening = wordsOf({ start, end: Math.min(passage.span.end, start + OPENING) });
  const isDefining = DEFINING.test(`${passage.heading ?? ''} ${opening}`);
  return units.flatMap((unit) => {
    if (unit.tier === 'division' || unit.span.start < start || unit.span.end > passage.span.end) return [];
    const from = Math.max(unit.span.start, Math.min(unit.numSpan?.end ?? 0, unit.span.end));
    const words = wordsOf({ start: from, end: Math.min(unit.span.end, from + OPENING) });
    const found = termIn(words, formsFor(unit, passage, isDefining));
    if (found === null) return [];
    const at = from + found.at;
    return [{ eId: unit.eId, term: found.term, span: { start: at, end: at + found.term.length } }];
  });
}

function formsFor(unit: Provision, passage: Provision, isDefining: boolean): readonly RegExp[] {
  // An article begins with its heading, which may say 'by electronic means'.
  if (unit === passage) return passage.heading === null ? ANYWHERE : QUOTED_ONLY;
  return unit.kind === 'definition' || isDefining ? AMONG_ALL : ANYWHERE;
}

/** The term that words define at their beginning by one of the forms, with its place. */
function termIn(words: string, forms: readonly RegExp[]): { readonly term: string; readonly at: number } | null {
  for (const form of forms) {
    const m = form.exec(words);
    const found = m?.groups?.quoted ?? m?.groups?.plain ?? m?.groups?.han ?? '';
    const term = found.replace(/[\s,.:;]+$/u, '');
    if (m === null || !/\p{L}/u.test(term) || (m.groups?.quoted === undefined && SENTENCE.test(term))) continue;
    return { term, at: m[0].lastIndexOf(term) };
  }
  return null;
}
