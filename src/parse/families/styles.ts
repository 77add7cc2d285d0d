import { cutClause } from '../cut/contract.js';
import { enumerated, levelled } from '../cut/inner.js';
import { ranked } from '../cut/ranked.js';
import { scripted } from '../cut/scripts.js';

import { BARE_TRUST, type Style } from './style.js';

const WORDS = [
  {
    kind: 'part',
    head: /^(?<num>(?:PART|Part|TITLE|Title|TITRE|T[ÍI]TULO|BOOK)\s+[\dIVXLA-Z]{1,6})(?:[\s.:–—-]+(?<title>.*))?$/u,
  },
  {
    kind: 'chapter',
    head: /^(?<num>(?:chapter|cap[íi]tulo|chapitre|kapitel|bab|chương|หมวด|الفصل|bölüm)\s+[\p{L}\p{N}]{1,12})(?:[\s.:–—-]+(?<title>.*))?$/iu,
  },
  {
    kind: 'section',
    head: /^(?<num>(?:(?:SECTION|SEÇÃO|Seção|SECCIÓN|Sección|Abschnitt|Mục)\s+[\dIVXLA-Z]{1,5}|(?:BAGIAN|Bagian)\s+(?:PERTAMA|Pertama|KE\p{Lu}{3,}|Ke\p{Ll}{3,})(?:\s(?:Belas|Puluh))?))(?:[\s.:–—-]+(?<title>.*))?$/u,
  },
  {
    kind: 'division',
    head: /^(?<num>(?:Division|DIVISION)\s+\d{1,3}(?:\.\d)?[A-Z]{0,2})(?:[\s.:–—-]+(?<title>.*))?$/u,
  },
  { kind: 'division', head: /^(?<num>Subdivision\s+[A-Z]{1,3})(?:[\s.:–—-]+(?<title>.*))?$/u },
] as const;
/** In a law of articles a line 'Section 2' groups them; in a statute of sections it would be one of them. */
const ARTICLE_WORDS = [
  WORDS[0],
  WORDS[1],
  { kind: 'section', head: /^(?<num>Section\s+[\dIVXLA-Z]{1,5})(?:[\s.:–—-]+(?<title>.*))?$/u },
  ...WORDS.slice(2),
] as const;
/** The clauses of a model contract in an annex: their numbers are not those of the articles. */
const WITH_CLAUSES = [
  ...ARTICLE_WORDS,
  { kind: 'division', head: /^(?<num>(?:CLÁUSULA|Cláusula)\s+\d{1,3})\.?[\s:–—-]+(?<title>\p{Lu}.*)$/u },
] as const;
const CJK = [
  { kind: 'part', head: /^(?<num>第[\d〇一二三四五六七八九十百]+[编編])[\s　]*(?<title>.*)$/u },
  { kind: 'chapter', head: /^(?<num>第[\d〇一二三四五六七八九十百]+章|제\s*\d+\s*장(?:의\d+)?)[\s　]*(?<title>.*)$/u },
  { kind: 'section', head: /^(?<num>第[\d〇一二三四五六七八九十百]+[节節]|제\s*\d+\s*절)[\s　]*(?<title>.*)$/u },
] as const;
const base = { least: 2, trust: 1, script: null, marked: false, titleBelow: false, runIn: null, tell: null } as const;

/** A title that ends in a full stop and a dash, or in a dash before the first paragraph. */
const RUN_IN = /^([^.;:—–(]{3,160}?)\s*(?:\.\s*[—–-]{1,3}|[—–]{1,3}(?=\s*\(1\)))\s*/u;

/** American acts end it with a full stop alone: words without a verb that is finite, before a sentence or its first number. */
const CODE_RUN_IN = new RegExp(
  String.raw`${RUN_IN.source}|^(\p{Lu}(?:(?!\b(?:shall|must|may|is|are|will|can|has|have|means?)\b)[^.;:—–(]){2,160}?)\.\s+(?=[“"]?\p{Lu}|\(\p{L}{1,3}\))`,
  'u',
);

/** A title in parentheses, or one that ends in a full stop and a dash, as Spanish American laws open their articles. */
const ROMANCE_RUN_IN = /^(?:\((\p{Lu}[^()]{3,120})\)\s?\.|(\p{Lu}[^.;:—–()]{3,120}?)\s?\.\s?[-–—]+)\s*/u;

/** Drafting styles from the most telling heads to the least. */
export const STYLES: readonly Style[] = [
  {
    ...base,
    name: 'korean',
    kind: 'article',
    head: /^(?<num>제\s*\d+조(?:의\d+)?)\s*(?:\((?<title>[^)]*)\))?\s*(?<rest>.*)$/u,
    divisions: CJK,
    cut: levelled(
      [
        { kind: 'paragraph', mark: /^([①-⑳])\s*(.*)$/u },
        { kind: 'point', mark: /^(\d+(?:의\d+)?\.)\s*(.*)$/u },
        { kind: 'subpoint', mark: /^([가-하]\.)\s*(.*)$/u },
      ],
      false,
    ),
  },
  {
    ...base,
    name: 'japanese',
    script: /[ぁ-ん]/u,
    kind: 'article',
    head: /^(?<num>第[〇一二三四五六七八九十百千]+条(?:の[一二三四五六七八九十]+)*)(?:（(?<title>[^）]*)）)?[\s　]+(?<rest>.*)$/u,
    divisions: CJK,
    cut: (lines, depth) =>
      levelled(
        [
          { kind: 'paragraph', mark: /^([０-９\d]+)[\s　]+(.*)$/u },
          { kind: 'point', mark: /^([一二三四五六七八九十]+(?:の[一二三四五六七八九十]+)?)[\s　]+(.*)$/u },
          { kind: 'subpoint', mark: /^([イロハニホヘトチリヌ])[\s　]+(.*)$/u },
        ],
        false,
      )(lines, depth),
  },
  {
    ...base,
    name: 'chinese',
    script: /^[^ぁ-ん가-힣]*$/u,
    kind: 'article',
    head: /^(?<num>第\s*[〇零一二三四五六七八九十百千\d]+\s*[条條](?:之[一二三四五六七八九十]+)?)[\s　]*(?<rest>.*)$/u,
    divisions: CJK,
    cut: levelled(
      [
        { kind: 'point', mark: /^([（(][一二三四五六七八九十]+[）)])\s*(.*)$/u },
        { kind: 'subpoint', mark: /^(\d+[.．、])\s*(.*)$/u },
      ],
      true,
    ),
  },
  {
    ...base,
    name: 'brazilian',
    tell: /^(?:Parágrafo único|Sole [Pp]aragraph|§\s?\d)/u,
    kind: 'article',
    least: 4,
    head: /^(?<num>Art\.\s*\d+\s?[º°]?(?:-[A-Z])?)\s*o?\.?(?:\s+(?<rest>.*))?$/u,
    divisions: WITH_CLAUSES,
    cut: levelled(
      [
        {
          kind: 'paragraph',
          mark: /^(§\s*\d+[ºo°]?(?:-[A-Z])?|Parágrafo único|\d{1,2}\.\d{1,2}(?=\.?\s+\p{Lu}))\.?\s*(.*)$/u,
        },
        { kind: 'point', mark: /^([IVXL]+(?:-[A-Z])?)\s*[-–—]\s*(.*)$/u },
        { kind: 'subpoint', mark: /^([a-z]\))\s*(.*)$/u },
      ],
      false,
    ),
  },
  {
    ...base,
    name: 'article',
    // Also what Brazilian heads look like: on equal terms the style that knows more of its law reads it.
    trust: 0.95,
    kind: 'article',
    titleBelow: true,
    divisions: ARTICLE_WORDS,
    cut: (body, depth) => (scripted(body) ?? enumerated)(body, depth),
    runIn: ROMANCE_RUN_IN,
    head: /^(?<num>(?:Article|ARTICLE|ART[ÍI]CULO|Art[íi]culo|Artikel|Art\.|Pasal|Điều|MADDE|Madde|มาตรา|المادة)\s*(?:[\dIVXL]+(?:[.\-–](?:\d+|\p{Lu}{1,2}(?![\p{L}\d])))*(?:[a-z]{1,6}|[ -](?:BIS|TER|QUATER|bis|ter|quater)(?!\p{L}))?|One|[Pp]remier|PREMIER|[\u0660-\u0669\u0e50-\u0e59]+|\p{Script=Arabic}+(?:\s(?:عشرة?|بعد|المائة|و?ال\p{Script=Arabic}+[وي]ن))*)(?:\s?[º°](?:-\p{Lu}(?!\p{L}))?)?)(?:o\.)?\s?(?:$|[.:]?\s*[–—-]\s*(?<rest>.*)$|[.:]\s*(?<title>\p{Lu}[^.]{0,120})$|[.:]\s*(?<rest2>.*)$|\s+(?<title2>\p{Lu}.*)$|\s+(?<rest3>(?:\(?[1lI]\)\s*\p{Lu}|\p{Lo}).*)$)/u,
  },
  {
    ...base,
    name: 'lower-case',
    kind: 'article',
    divisions: WORDS,
    cut: enumerated,
    head: /^(?<num>ARTICLE [ivxl]+(?: bis)?) (?:(?<title>\p{Ll}[^.;:]{2,100})$|(?<rest>\p{Ll}.*)$)/u,
  },
  {
    ...base,
    name: 'code',
    kind: 'section',
    divisions: WORDS,
    cut: ranked,
    runIn: CODE_RUN_IN,
    titleBelow: true,
    head: /^(?<num>(?:§{1,2}\s*\d+[a-z]?(?:[.-]\d+)*|(?:Section|SECTION|Sec\.|SEC\.)\s*\d+[A-Z]{0,2}(?:[.-]\d+)*|\d{3,}(?:\.\d+)+))(?:[.:]?$|[.:]?\s*[–—-]+\s*(?<rest>.*)$|[.:]?\s+(?=\()(?<rest2>.*)$|[.:]?\s+(?<title>[\p{Lu}“"‘[].*)$)/u,
  },
  {
    ...base,
    name: 'contract',
    kind: 'clause',
    divisions: WORDS,
    cut: cutClause,
    titleBelow: true,
    head: /^(?<num>(?:Clause|CLAUSE)\s+\d+)(?:[.:]?$|[.:]?\s*[–—-]+\s*(?<title>\p{Lu}.{0,120})$)/u,
  },
  {
    ...base,
    name: 'heading',
    kind: 'section',
    marked: true,
    divisions: WORDS,
    cut: ranked,
    head: /^(?<num>\d{1,4}[A-Z]{0,3})\s+(?<title>\p{Lu}.*)$/u,
  },
  {
    ...base,
    name: 'section',
    kind: 'section',
    least: 3,
    trust: BARE_TRUST,
    divisions: WORDS,
    cut: ranked,
    runIn: RUN_IN,
    head: /^(?<num>\d{1,3}(?:\.\d{1,2})?[A-Z]{0,2}\.)(?!\d)\s*[–—-]*\s*(?<rest>\S.*)$/u,
  },
  {
    ...base,
    name: 'bare',
    kind: 'section',
    least: 10,
    trust: 0.4,
    divisions: WORDS,
    cut: ranked,
    head: /^(?<num>\d{1,3}(?:\.\d{1,2})?(?: (?:to|and) \d{1,3}(?= \[))?)\s+(?<rest>(?:\(1\)|\p{Lu}|\[).*)$/u,
  },
];
