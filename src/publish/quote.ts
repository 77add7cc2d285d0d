import type { Span } from '../model/index.js';

/** Characters of context kept before and after a quote: enough to tell repeated formulas apart in most laws. */
const CONTEXT = 32;

/** Returns the words of a span with their context, as W3C's TextQuoteSelector names the parts. */
export function quoteOf(text: string, { start, end }: Span): { exact: string; prefix: string; suffix: string } {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}
