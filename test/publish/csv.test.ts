import { expect, it } from 'vitest';
import { toCsv } from '../../src/publish/index.js';

it('disarms cells that look like formulas and leaves negative numbers alone', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['=1+1', -2],
        [null, 'x,"y"'],
      ],
    ),
  ).toBe('a,b\n\'=1+1,-2\n,"x,""y"""\n');
});
