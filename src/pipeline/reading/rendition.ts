import type { Instrument, Rendition } from '../../model/index.js';

/** Publishers' markup first: it states the structure that flat text only hints at. Lower is better. */
const FORMAT_RANK: Readonly<Record<string, number>> = {
  akn: 0,
  formex: 0,
  clml: 0,
  'justice-canada': 0,
  uslm: 0,
  tota: 0,
  'eurlex-consolidated': 1,
  'eurlex-oj': 1,
  json: 2,
  html: 3,
  docx: 4,
  odt: 4,
  rtf: 4,
  markdown: 5,
  text: 6,
  pdf: 9,
};
const UNKNOWN_FORMAT_RANK = 5;
/** Versions by the words of the file name: the law as it stands, before the law as enacted, before a second copy. */
const VERSION_RANK: readonly (readonly [RegExp, number])[] = [
  [/\.(current|consolidated)\b/, 0],
  [/\.(oj|enacted)\b/, 2],
  [/\.(alt|[a-z-]*(translation|unofficial))\b/, 3],
];
const UNNAMED_VERSION_RANK = 1;
/** Renditions whose count of articles is within this share of the fullest one are taken to hold the whole law. */
const WHOLE_SHARE = 0.99;

/** One parsed file of an instrument. */
export interface ParsedRendition {
  readonly path: string;
  readonly sha256: string;
  readonly instrument: Instrument;
}

/**
 * Returns the best structured rendition of one instrument, with all of them listed in its `renditions`.
 * Whole beats partial; text beats PDF; then the version in force, the better markup, English, the path.
 * @throws RangeError when given none.
 */
export function chooseRendition(parsed: readonly ParsedRendition[]): Instrument {
  const usable = parsed.filter((p) => basicCount(p.instrument) > 0);
  const pool = usable.length > 0 ? usable : parsed;
  const withoutPdf = pool.filter((p) => p.instrument.format !== 'pdf');
  const readable = withoutPdf.length > 0 ? withoutPdf : pool;
  const fullest = Math.max(...readable.map((p) => basicCount(p.instrument)));
  const [best] = readable.filter((p) => basicCount(p.instrument) >= WHOLE_SHARE * fullest).sort(byMerit);
  if (best === undefined) throw new RangeError('chooseRendition needs at least one rendition');
  const renditions: Rendition[] = parsed.map((p) => ({
    path: p.path,
    format: p.instrument.format,
    sha256: p.sha256,
    used: p === best,
  }));
  const others = parsed.filter((p) => p !== best).flatMap((p) => p.instrument.diagnostics);
  const serious = others.filter((d) => d.severity === 'error');
  return { ...best.instrument, renditions, diagnostics: [...best.instrument.diagnostics, ...serious] };
}

function byMerit(a: ParsedRendition, b: ParsedRendition): number {
  return (
    versionRank(a.path) - versionRank(b.path) ||
    formatRank(a) - formatRank(b) ||
    languageRank(a) - languageRank(b) ||
    b.instrument.provisions.length - a.instrument.provisions.length ||
    (a.path < b.path ? -1 : 1)
  );
}

function basicCount(instrument: Instrument): number {
  return instrument.provisions.reduce((n, p) => (p.tier === 'basic' ? n + 1 : n), 0);
}

function formatRank(parsed: ParsedRendition): number {
  return FORMAT_RANK[parsed.instrument.format] ?? UNKNOWN_FORMAT_RANK;
}

function versionRank(path: string): number {
  return VERSION_RANK.find(([pattern]) => pattern.test(path))?.[1] ?? UNNAMED_VERSION_RANK;
}

function languageRank(parsed: ParsedRendition): number {
  return parsed.instrument.metadata.language.startsWith('en') ? 0 : 1;
}
