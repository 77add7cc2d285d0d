import { QueryError } from './model.js';

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

const OPEN = '(（';
const CLOSE = ')）';
const QUOTES = '"“”„«»「」『』';
const CLASS = `\\s${OPEN}${CLOSE}${QUOTES}`;
const TOKEN = new RegExp(
  [
    `(?:(?<field>\\p{L}+)[:：](?=[^\\s${CLOSE}]))?`,
    `(?:(?<open>[${OPEN}])|(?<close>[${CLOSE}])|[${QUOTES}](?<phrase>[^${QUOTES}]*)[${QUOTES}](?:~(?<near>\\d{1,3})(?![\\p{L}\\d]))?|(?<word>[^${CLASS}]+))`,
  ].join(''),
  'uy',
);
const OPERATORS: Readonly<Record<string, Token['type']>> = { AND: 'and', OR: 'or', NOT: 'not' };

/**
 * Cuts a query into tokens. Quotation marks, brackets and colons of Chinese, Japanese, French and German count as plain ones.
 * @throws QueryError at a quotation mark that is never closed, or where the query is too long.
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
    if (m === null) throw new QueryError('This quotation mark is never closed.', at, query);
    tokens.push(...read(m, at));
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function read(m: RegExpExecArray, at: number): Token[] {
  const { field = null, open, close, phrase, near, word } = m.groups ?? {};
  if (open !== undefined) return [{ ...plainToken('open', at), field }];
  if (close !== undefined) return [plainToken('close', at)];
  if (phrase !== undefined)
    return [
      {
        type: 'term',
        at,
        field,
        text: phrase.trim(),
        isPhrase: true,
        near: near === undefined ? null : Number(near),
      },
    ];
  const operator = field === null ? OPERATORS[word ?? ''] : undefined;
  if (operator !== undefined) return [plainToken(operator, at)];
  return [{ type: 'term', at, field, text: word ?? '', isPhrase: false, near: null }];
}

function plainToken(type: Token['type'], at: number): Token {
  return { type, at, field: null, text: '', isPhrase: false, near: null };
}
