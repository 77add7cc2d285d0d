/**
 * A function from UTF-16 offsets of the text to offsets in code points, which Python tools (brat, doccano) count in.
 * The same number where no character lies outside the Basic Multilingual Plane.
 */
export function toCodePoints(text: string): (offset: number) => number {
  const pairs = surrogatePairs(text);
  return (offset) => offset - firstNotBelow(pairs, offset);
}

/** The way back: from offsets in code points to UTF-16 offsets. */
export function fromCodePoints(text: string): (offset: number) => number {
  // The k-th pair stands at code point `pair - k`: each earlier pair is two units and one point.
  const points = surrogatePairs(text).map((at, k) => at - k);
  return (offset) => offset + firstNotBelow(points, offset);
}

function surrogatePairs(text: string): number[] {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(match.index);
  return pairs;
}

/** How many of the ascending numbers lie below the limit. */
function firstNotBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
