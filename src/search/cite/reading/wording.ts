/** Words before an article's or section's number, in the languages of the corpus and of those who cite it. */
const UNIT =
  'art(?:icles?|s|ículos?|iculos?|igos?|ikel|icolo|ykuł|ykul)?|sec(?:tions?)?|ss?|para(?:graph)?|reg(?:ulation)?|rule|clause|cl|recitals?|rec|erwägungsgrund|considérants?|considerando|principle|madde|md|m(?=\\.)|pasal|điều|dieu|มาตรา|المادة|مادة';
/** An article's number: `46`, `26D`, `14.11`, `28-8`, `XIV`, and the lettered ones of European agreements (`DIGIT.6`). */
const NUMBER =
  '(?:ch\\d+/)?\\d+[A-Za-z]{0,2}(?:[.\\-–]\\d+[A-Za-z]?)*(?:\\.[a-z](?![\\p{L}\\p{N}]))?|[IVXLC]+(?:\\s*bis)?(?![\\p{L}\\p{N}])|[A-Z]{3,}\\.\\d+';
/** A defined term or a place in square brackets, with which citations name what prints no number. */
export const UNPRINTED = '\\[[^\\[\\]]{1,90}\\]';
const GROUPS = `(?:\\s*(?:\\([^()\\s]{1,8}\\)|${UNPRINTED}))*`;
/** What units inside an article are called: point, Absatz, lit., alinéa, apartado, inciso, comma, lid, ayat, khoản, fıkra … */
const INNER_UNIT = [
  'points?|para(?:graph)?s?|paras?|sub-?sections?|sub-?paragraphs?|letter|item|lit(?:era)?|buchst(?:abe)?|abs(?:atz)?|ziff(?:er)?|nr',
  'paragraphe|alin[ée]a|al|lettre|apartado|letra|fracci[óo]n|inciso|numeral|literal|p[áa]rrafo|al[íi]nea|par[áa]grafo|n[.º°]',
  'comma|lett(?:era)?|lid|onder|ayat|huruf|khoản|điểm|fıkra|ust|pkt|วรรค',
].join('|');
/** Ordinal signs are letters to Unicode. */
const VALUE = '(?:[0-9]{1,3}|[a-zçđğıöşü]{1,4}|[IVXLC]{1,6})(?!(?![ºª])[\\p{L}\\p{N}])';
/** One inner unit after the number: 'point (c)', 'Abs. 1', '§ 1º', or the bare ', II' and ', a' of Romance citations. */
export const INNER = `(?:\\s*,?\\s*(?:(?:${INNER_UNIT})(?!\\p{L})\\.?|§)\\s*\\(?(${VALUE})\\)?[º°ª]?)`;
const COMMA = '(?:\\s*,\\s*["\'“”]?([IVXLC]{1,6}|[a-z])["\'“”]?(?=\\s|,|$))';
/** 'point (c) of', 'letra c) del apartado 2 del', 'điểm a khoản 1': inner units that come before the article. */
const BEFORE = `(?:(?:${INNER_UNIT})(?!\\p{L})\\.?\\s*\\(?${VALUE}\\)?,?\\s+(?:(?:of|del?|du|der|des|d[ao])\\s+)?(?:(?:the|la|el|l')\\s*)?)`;

/** A pinpoint with the word or sign that says it is one. */
export const MARKED = new RegExp(
  `(?<before>(?<![\\p{L}\\p{N}])${BEFORE}+)?(?:(?<![\\p{L}\\p{N}])(?<unit>${UNIT})\\.?\\s*|§+\\s*)(?<num>${NUMBER})(?<groups>${GROUPS})(?<inner>(?:${INNER}|${COMMA})*)(?![\\p{L}\\p{N}(/])`,
  'giu',
);
/** Recitals are cited under heads of their own. */
export const RECITAL = /^(?:rec|erw|consid)/i;

/** The values of inner units in a stretch that MARKED found, in its order. */
export function innerValues(stretch: string): string[] {
  return [...stretch.matchAll(new RegExp(`${INNER}|${COMMA}`, 'giu'))].map((m) => m[1] ?? m[2] ?? '');
}

/** The values of units named before the article, outermost first. */
export function valuesBefore(stretch: string): string[] {
  const one = new RegExp(`(?:${INNER_UNIT})(?!\\p{L})\\.?\\s*\\(?(${VALUE})\\)?`, 'giu');
  return [...stretch.matchAll(one)].map((m) => m[1] ?? '').reverse();
}

/** The text without what says no place: 'UAbs. 1', 'Satz 1', 'S. 1' after 'Abs. 1', 'first subparagraph of', 'ff.', 'et seq.'; Turkish 9/1-a in brackets. */
export function withoutAsides(text: string): string {
  return text
    .replace(/,?\s*(?<!\p{L})(?:Satz|U(?:nter)?Abs(?:atz|\.)?)\s*\d+/giu, '')
    .replace(/(?<=(?:Abs\.?|Absatz)\s*\d+),?\s*S\.?\s*\d+/giu, '')
    .replace(/,?\s*(?:the\s+)?(?:first|second|third|1st|2nd|3rd)\s+(?:sentence|sub-?paragraph)(?:\s+of)?/giu, '')
    .replace(/(?<=\d[a-z]?\)?)\s*(?:ff?\.?|et\s+seqq?\.?|e\s+ss\.?|y\s+ss\.?)(?=\s|,|$)/giu, '')
    .replace(
      /(?<=(?<!\p{L})(?:madde|md?)\.?\s*\d+)\/(\d+)(?:-([a-zçğıöşü]))?/giu,
      (_m, para: string, point?: string) => (point === undefined ? `(${para})` : `(${para})(${point})`),
    );
}
