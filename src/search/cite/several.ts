/** A range of more articles than this is no citation that anybody reads at once. */
const MOST_IN_RANGE = 12;
const PLURAL =
  /(?<![\p{L}\p{N}])(?<unit>articles|arts\.?|sections|ss\.?|§§|recitals|artículos|artigos|articoli|artikel)\s*(?<from>\d+[A-Za-z]{0,2}(?:\.\d+)?)(?<more>(?:\s*(?:,|and|&|und|et|y|e|en)\s*\d+[A-Za-z]{0,2}(?:\.\d+)?)+|\s*(?:-|–|—|to|through|bis|à|a)\s*(?<to>\d+))(?![\p{L}\p{N}(.])/iu;

/** 'Articles 13 and 14 GDPR', 'Arts 44–49 GDPR' as one citation for each article; the text alone where it names one. */
export function oneByOne(text: string): string[] {
  const m = PLURAL.exec(text);
  if (m?.groups === undefined) return [text];
  const { from = '', more = '', to } = m.groups;
  const numbers = to === undefined ? [from, ...(more.match(/\d+[A-Za-z]{0,2}(?:\.\d+)?/g) ?? [])] : range(from, to);
  const [before, after] = [text.slice(0, m.index), text.slice(m.index + m[0].length)];
  const mark = /^rec/i.test(m[0]) ? 'recital' : 'article';
  return numbers.length === 0 ? [text] : numbers.map((n) => `${before}${mark} ${n}${after}`);
}

function range(from: string, to: string): string[] {
  const [first, last] = [Number(from), Number(to)];
  if (!Number.isInteger(first) || last < first || last - first >= MOST_IN_RANGE) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}
