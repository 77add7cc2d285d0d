import { describe, expect, it } from 'vitest';
import { quantities } from '../../src/annotate/attributes/quantities/index.js';
import { QUANTITY_CASES } from './quantities.cases.js';
import { quantityWords } from './quantities.js';

describe('quantities', () => {
  it.each(QUANTITY_CASES.map((c) => ({ text: c[0], expected: c[1], country: c[3] ?? '', language: c[4] ?? '' })))(
    '$text',
    ({ text, expected, country, language }) => {
      expect(quantities(text, { country, language }).map(quantityWords).join('; ')).toBe(expected);
    },
  );

  it('points at the words, moved by the offset', () => {
    const text = 'a fine of up to EUR 300';
    const [fine] = quantities(text, { offset: 100 });
    expect(fine && text.slice(fine.span.start - 100, fine.span.end - 100)).toBe('EUR 300');
  });

  it("tells the Portuguese article 'dos' from the Spanish number", () => {
    expect(quantities('dos meses', { language: 'es' })).toHaveLength(1);
    expect(quantities('dos meses', { language: 'pt' })).toHaveLength(0);
  });
});
