/** What stands behind the signatures of a treaty: an annex, a protocol, a record of what was understood. */
export interface Annexed {
  /** As printed; null where the heading is a title alone. */
  readonly num: string | null;
  readonly heading: string | null;
  /** Its words, and its articles where it counts such. */
  readonly words: string;
  readonly articles: readonly AnnexedArticle[];
}

/** An article of an annex: the numbers of each annex begin with 1. */
export interface AnnexedArticle {
  readonly num: string;
  readonly heading: string | null;
  readonly words: string;
}

const ANNEX =
  /^\s*(?<num>(?:ANNEX(?:ES)?|Annex|APPENDIX|Appendix|PROTOCOL|Protocol|ANEXO|Anexo|PROTOCOLO|Protocolo)(?: (?:[IVXLC]{1,6}[a-z]{0,2}|\d{1,2}|[A-Z]))?)(?:(?:\s*[.:–—]\s*|\s+-\s+|\s+)(?<title>(?:\p{Lu}|on |to |de |sobre )[^[\n]{0,160}))?\s*$|^\s*(?<record>(?:RECORD|Record|AGREED|Agreed) (?:OF UNDERSTANDINGS?|of [Uu]nderstandings?|MINUTES|[Mm]inutes))\s*$/gmu;
/** A shorter stretch is an entry in a list of annexes. */
const LEAST_WORDS = 400;
/** A longer line below an article's number is its words. */
const LONGEST_TITLE = 100;

/** Parts the words that close a treaty from what is annexed behind its signatures. */
export function annexedIn(closing: string): { readonly words: string; readonly annexes: readonly Annexed[] } {
  const found = [...closing.matchAll(ANNEX)].filter((f) => !/[.;,]$/u.test(f[0].trimEnd()));
  const reach = found.map((f, at) => (found[at + 1]?.index ?? closing.length) - f.index - f[0].length);
  const nameAt = (at: number): string | undefined => found[at]?.groups?.num?.toLowerCase();
  // The last entry of a list stands right behind another, unless the list has named it before.
  const starts = found.filter(
    (_, at) =>
      (reach[at] ?? 0) >= LEAST_WORDS &&
      ((reach[at - 1] ?? LEAST_WORDS) >= LEAST_WORDS || found.slice(0, at).some((_, i) => nameAt(i) === nameAt(at))),
  );
  const annexes = starts.map((f, at): Annexed => {
    const { num = null, title = '', record = null } = f.groups ?? {};
    const words = closing.slice(f.index + f[0].length, starts[at + 1]?.index).trim();
    const heading = record ?? (title.trim() === '' ? null : title.trim());
    return { num, heading, ...articlesIn(words) };
  });
  return { words: closing.slice(0, starts[0]?.index).trim(), annexes };
}

/** The articles that count upwards from 1, each begun by a line of its own; the words before the first are the annex's. */
function articlesIn(words: string): Pick<Annexed, 'words' | 'articles'> {
  const heads: { start: number; end: number; num: string; title: string }[] = [];
  let last = 0;
  for (const f of words.matchAll(/^[^\S\n]*(Article (\d{1,2}))(?:[^\S\n]+(\p{Lu}[^\n]*))?[^\S\n]*$/gmu)) {
    const count = Number(f[2]);
    // A number that a copy has damaged does not stop the count.
    if (count <= last || count > last + MOST_MISSING) continue;
    // A list of contents names several articles in a line, or begins anew below.
    if (/Article \d/u.test(f[3] ?? '')) continue;
    last = count;
    heads.push({ start: f.index, end: f.index + f[0].length, num: f[1] ?? '', title: f[3]?.trim() ?? '' });
  }
  if (heads.length < 2) return { words, articles: [] };
  const articles = heads.map(({ end, num, title }, at): AnnexedArticle => {
    const own = words.slice(end, heads[at + 1]?.start).trim();
    const line = /^([^\n]+)\n/u.exec(own)?.[1]?.trim() ?? '';
    const isTitle = title === '' && line.length <= LONGEST_TITLE && /^\p{Lu}[^.;:]*$/u.test(line);
    return { num, heading: (isTitle ? line : title) || null, words: isTitle ? own.slice(line.length).trim() : own };
  });
  return { words: words.slice(0, heads[0]?.start).trim(), articles };
}

/** Between two heads of an annex this many may be lost. */
const MOST_MISSING = 3;
