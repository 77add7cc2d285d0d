import { FACETS, QueryError, TEXT_FIELDS } from './model.js';

/** A piece of a query with its 0-based place. `field` stands before a term or an opening bracket (`heading:(a OR b)`). */
export interface Token {
  readonly type: 'open' | 'close' | 'and' | 'or' | 'not' | 'term';
  readonly at: number;
  readonly field: string | null;
  readonly text: string;
  readonly isPhrase: boolean;
  readonly near: number | null;
}

/** Longer than any query a person types; keeps what a server is asked within bounds. */
const LONGEST_QUERY = 1000;
/** Words of a long article; FTS5 would take more. */
const FARTHEST = 999;

const OPEN = '(（';
const CLOSE = ')）';
const QUOTES = '"“”„«»「」『』';
const CLASS = `\\s${OPEN}${CLOSE}${QUOTES}`;
const FIELD = /^(?<field>\p{L}+)[:：]/u;
const TOKEN = new RegExp(
  [
    `(?:(?<field>\\p{L}+)[:：](?=[^\\s${CLOSE}]))?`,
    `(?:(?<open>[${OPEN}])|(?<close>[${CLOSE}])|[${QUOTES}](?<phrase>[^${QUOTES}]*)[${QUOTES}](?<tilde>~[^${CLASS}]*)?|(?<word>[^${CLASS}]+))`,
  ].join(''),
  'uy',
);
const OPERATORS: Readonly<Record<string, Token['type']>> = { AND: 'and', OR: 'or', NOT: 'not' };
/** Operators of other search languages: read as words they would be left out, and the answer would be another than was asked for. */
const FOREIGN: Readonly<Record<string, string>> = { '&&': 'AND', '&': 'AND', '||': 'OR', '|': 'OR', '!': 'NOT' };

/**
 * Cuts a query into tokens. Quotation marks, brackets and colons of Chinese, Japanese, French and German count as plain ones.
 * @throws QueryError at a quotation mark that is never closed, at what other languages write for an operator, or where the query is too long.
 */
export function tokenise(query: string): Token[] {
  if (query.length > LONGEST_QUERY)
    throw new QueryError(
      `The query is longer than ${LONGEST_QUERY} characters.`,
      0,
      query.slice(0, 60),
      'Shorten it, or use --like with a citation.',
    );
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query[at] ?? '')) {
      at += 1;
      continue;
    }
    const minus = query[at] === '-' && /[^\s-]/.test(query[at + 1] ?? ' ');
    if (minus) {
      tokens.push(plainToken('not', at));
      at += 1;
    }
    TOKEN.lastIndex = at;
    const m = TOKEN.exec(query);
    if (m === null)
      throw new QueryError('This quotation mark is never closed.', at, query, `Close it: ${query.slice(at).trim()}"`);
    tokens.push(...read(m, at, query));
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function read(m: RegExpExecArray, at: number, query: string): Token[] {
  const { field = null, open, close, phrase, tilde, word = '' } = m.groups ?? {};
  if (open !== undefined) return [{ ...plainToken('open', at), field }];
  if (close !== undefined) return [plainToken('close', at)];
  if (phrase !== undefined) {
    if (phrase.trim() === '')
      throw new QueryError('Nothing stands between these quotation marks.', at, query, 'Write words between them.');
    const star = /[\p{L}\p{N}]\*|\*[\p{L}\p{N}]/u.exec(phrase);
    if (star !== null)
      throw new QueryError(
        'A wildcard is not read between quotation marks.',
        at + m[0].indexOf(phrase) + star.index,
        query,
        'Take that word out: "cross border" transf*.',
      );
    const near = tilde === undefined ? null : distance(tilde, at + m[0].length - tilde.length, query);
    return [{ type: 'term', at, field, text: phrase.trim(), isPhrase: true, near }];
  }
  const operator = field === null ? OPERATORS[word] : undefined;
  if (operator !== undefined) return [plainToken(operator, at)];
  foreignIn(field === null ? word : '', at, query);
  return [{ type: 'term', at, field, text: word, isPhrase: false, near: null }];
}

function distance(tilde: string, at: number, query: string): number {
  const near = /^~(\d{1,3})$/.exec(tilde)?.[1];
  if (near === undefined)
    throw new QueryError(`After ~ a number from 0 to ${FARTHEST} is wanted.`, at, query, 'Write "transfer consent"~8.');
  return Number(near);
}

/** @throws QueryError at what would silently be left out: `&&`, `!consent`, `word~2`, a known field with nothing behind its colon. */
function foreignIn(word: string, at: number, query: string): void {
  const wanted = FOREIGN[word];
  if (wanted !== undefined) throw new QueryError(`'${word}' is no operator here.`, at, query, `Write ${wanted}.`);
  if (/^!\p{L}/u.test(word))
    throw new QueryError("'!' excludes nothing here.", at, query, `Write -${word.slice(1)} or NOT ${word.slice(1)}.`);
  const tilde = /~\d*$/.exec(word);
  if (tilde !== null)
    throw new QueryError(
      'A distance belongs to words in quotation marks.',
      at + tilde.index,
      query,
      'Write "transfer consent"~8 in one piece; for other endings write transf*.',
    );
  const field = FIELD.exec(word)?.groups?.field ?? '';
  if (word.length === field.length + 1 && isField(field))
    throw new QueryError(
      `'${word}' wants a word right behind it.`,
      at + word.length,
      query,
      `Write ${field}:WORD without a blank.`,
    );
}

/** True for the name of a field or facet, in capitals or not. */
export function isField(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === 'language' || [...TEXT_FIELDS, ...FACETS].some((f) => f === lower);
}

function plainToken(type: Token['type'], at: number): Token {
  return { type, at, field: null, text: '', isPhrase: false, near: null };
}
