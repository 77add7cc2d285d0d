/** How the letters at a place are meant. A group inherits it and gives back what it changed. */
export interface Format {
  /** True in fonts, styles, pictures, running heads: what is no word of the law. */
  readonly isSkipped: boolean;
  readonly isFonts: boolean;
  readonly isNote: boolean;
  readonly isStruck: boolean;
  readonly font: number;
  /** Heading level, 0 outermost; null for text. */
  readonly level: number | null;
  /** How many bytes after a Unicode letter stand for it in old programs. */
  readonly after: number;
}

/** The format that a document begins with. */
export const PLAIN: Format = {
  isSkipped: false,
  isFonts: false,
  isNote: false,
  isStruck: false,
  font: -1,
  level: null,
  after: 1,
};

/** Control words that stand for a sign (RTF 1.9.1, special characters). */
export const SIGNS: Readonly<Record<string, string>> = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': ' ',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

/** Destinations without words of the law; `*` opens those that a program may leave out. */
export const SKIPPED: ReadonlySet<string> = new Set([
  '*',
  'colortbl',
  'stylesheet',
  'info',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'pict',
  'object',
  'ftnsep',
  'ftnsepc',
  'xe',
  'tc',
  'fldinst',
  'bkmkstart',
  'bkmkend',
]);

/** Encodings by `\fcharset` (RTF 1.9.1, font table). */
export const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'cp949',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
