import type { Span } from '../../model/index.js';

/** What a rule depends on and what is taken out of it, as places in the text they were read from. */
export interface Scope {
  readonly conditions: readonly Span[];
  readonly exceptions: readonly Span[];
}

interface ScopeGrammar {
  readonly condition: RegExp;
  readonly exception: RegExp;
}

/** To the end of its clause: a comma may stand inside ('where, in the view of the Board, …'), a semicolon or full stop may not. */
const CLAUSE = '[^,;.:]{4,}(?:,[^,;.:]{1,60},[^,;.:]{3,})?';
const latin = (condition: string, exception: string): ScopeGrammar => ({
  condition: new RegExp(`(?<![\\p{L}])(?:${condition})(?![\\p{L}])\\s${CLAUSE}`, 'giu'),
  exception: new RegExp(`(?<![\\p{L}])(?:${exception})(?![\\p{L}])\\s${CLAUSE}`, 'giu'),
});

const GRAMMARS: Readonly<Record<string, ScopeGrammar>> = {
  en: latin(
    'only (?:if|where|when)|if|where(?! possible| appropriate| applicable| necessary| relevant)|when(?:ever)?|in (?:the )?cases? (?:where|in which|of)|provided that|on (?:the )?condition that|subject to|to the extent that|insofar as|as long as',
    'unless|except(?: (?:that|where|when|if|as|for|in|with|to))?|other than|with the exception of|save (?:that|where|as|for)|notwithstanding|without prejudice to|excluding|does not apply (?:to|where|if)|shall not apply (?:to|where|if)',
  ),
  es: latin(
    'si|cuando|siempre que|en caso de(?: que)?|a condición de que|con sujeción a|sujeto a|en la medida en que',
    'salvo(?: que)?|excepto(?: que| cuando)?|a menos que|con excepción de|a excepción de|no obstante|sin perjuicio de',
  ),
  pt: latin(
    'se|quando|caso|desde que|na hipótese de|nas hipóteses de|nos casos de|na medida em que|sob condição de',
    'salvo(?: se| quando)?|exceto(?: se| quando| nas| nos)?|ressalvad[oa]s?|a menos que|à exceção de|não obstante|sem prejuízo d[eoa]s?',
  ),
  fr: latin(
    "si|lorsque|lorsqu['’]\\p{L}+|dans le cas où|en cas de|à condition (?:que|de)|pour autant que|sous réserve d[eu]s?|dans la mesure où",
    "sauf(?: si| lorsque)?|à moins que|excepté|à l['’]exception d[eu]s?|hormis|nonobstant|sans préjudice d[eu]s?",
  ),
  de: latin(
    'wenn|falls|sofern|soweit|unter der Voraussetzung,? dass|vorbehaltlich|im Falle',
    'es sei denn|außer|ausgenommen|ausser|mit Ausnahme|unbeschadet|ungeachtet|soweit nicht',
  ),
  zh: {
    condition:
      /(?:(?<=^|[。；，])[^。；，]{3,60}的(?=，))|(?:在[^。；，]{2,60}(?:情形|情况|前提)下)|(?:只有在?[^。；，]{3,80}(?=，))|(?:经[^。；，]{2,30}(?:批准|同意)后?)/gu,
    exception:
      /(?:除[^。；]{2,60}(?:外|以外)(?=[，。；]))|(?:[^。；，]{3,60}的除外)|(?:但(?:是)?[^。；]{3,80})|(?:[^。；]{2,60}另有规定的)/gu,
  },
  ja: {
    condition: /(?:[^。、（）]{3,120}(?:場合(?:において|に(?:は|限り)?)?|ときは?|限り)(?=、|。|$))/gu,
    exception: /(?:[^。]{2,160}を除(?:く(?:ほか)?|き)(?=、|。))|(?:ただし、[^。]{3,200}。)/gu,
  },
  ko: {
    condition: /(?:[^.,()]{3,120}(?:경우(?:에는|에|로서)?|때에는|한하여|으면|하면)(?=[\s,.]|$))/gu,
    exception: /(?:[^.]{2,140}(?:제외하고는?|제외한다))|(?:다만, [^.]{3,200}\.)/gu,
  },
  vi: latin(
    'nếu|khi|trong trường hợp|trường hợp|với điều kiện',
    'trừ (?:trường hợp|khi)|ngoại trừ|không áp dụng (?:đối với|khi)',
  ),
  id: latin(
    'jika|apabila|dalam hal|sepanjang|dengan syarat|dalam rangka',
    'kecuali|selain|dikecualikan (?:untuk|dari)|tanpa mengurangi',
  ),
  tr: {
    condition: /(?:[^.;,()]{3,160}(?:hâlinde|halinde|hâllerde|durumunda|durumlarda|kaydıyla|şartıyla|takdirde))/gu,
    exception: /(?:[^.;,()]{3,120}(?:hariç(?: olmak üzere)?|saklı kalmak üzere))|(?:(?<=\.\s?)Ancak,? [^.;]{4,200})/gu,
  },
  th: {
    condition: /(?:ในกรณีที่|หาก|เมื่อ(?!ใด))[^ ]{4,160}/gu,
    exception: /(?:เว้นแต่|ยกเว้น)[^ ]{0,4}[^.]{4,160}?(?= |$)/gu,
  },
  ar: {
    condition: /(?<!\p{L})(?:إذا|متى|شريطة|بشرط|في حال(?:ة)?)\s[^.،؛:]{4,160}/gu,
    exception: /(?<!\p{L})(?:إلا|إلاَّ|ما لم|فيما عدا|باستثناء|استثناء من|دون إخلال|مع عدم الإخلال)\s[^.،؛:]{4,160}/gu,
  },
};

/** Conditions and exceptions named in a text, each to the end of its clause, in order; null in a language without a grammar. */
export function scopeOf(text: string, language: string, offset = 0): Scope | null {
  const grammar = GRAMMARS[language];
  if (grammar === undefined) return null;
  const exceptions = find(text, grammar.exception);
  const conditions = find(text, grammar.condition).filter(
    (c) => !exceptions.some((e) => e.start < c.end && c.start < e.end),
  );
  const moved = (s: Span): Span => ({ start: offset + s.start, end: offset + s.end });
  return { conditions: conditions.map(moved), exceptions: exceptions.map(moved) };
}

/** Places of the matches without blanks around them. */
function find(text: string, expression: RegExp): Span[] {
  return [...text.matchAll(expression)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    return { start: match.index + lead, end: match.index + match[0].trimEnd().length };
  });
}
