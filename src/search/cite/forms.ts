/**
 * How a study may write a typed pinpoint, likeliest first: as typed, with letters of the other case (`26d`, `XIV` for `xiv`), Brazilian
 * paragraphs with their sign (`33(1)` for `33(§1)`), and points for brackets (`46.2` for `46(2)`, which is how articles are cited in Spanish).
 */
export function formsOf(pinpoint: string): string[] {
  const [head = '', ...inner] = pinpoint.split(/(?=[([])/);
  const dotted = /^\d+[A-Za-z]?(?:\.\d+)+$/.test(head) ? head.replace(/\.(\d+)/g, '($1)') : head;
  return [
    ...new Set([
      pinpoint,
      pinpoint.toLowerCase(),
      pinpoint.toUpperCase(),
      `${head}${inner.join('').toUpperCase()}`,
      `${head}${inner.join('').replace(/\((\d+)\)/, '(§$1)')}`,
      `${head}${inner
        .join('')
        .toUpperCase()
        .replace(/\((\d+)\)/, '(§$1)')}`,
      `${dotted}${inner.join('')}`,
    ]),
  ];
}

/** The units that a pinpoint would stand in, nearest first: `46(2)(z)` in `46(2)` and `46`. */
export function above(pinpoint: string): string[] {
  const parts = pinpoint.split(/(?=[([])/);
  return parts.slice(1).map((_, i) => parts.slice(0, parts.length - 1 - i).join(''));
}
