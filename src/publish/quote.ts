import type { Span } from '../model/index.js';

/** Characters of context kept before and after a quote: enough to tell repeated formulas apart in most laws. */
const CONTEXT = 32;

/** Quoted words with what stands around them, as W3C's TextQuoteSelector names the parts. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Returns the words of a span with their context. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}
