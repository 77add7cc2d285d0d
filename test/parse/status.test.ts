import { describe, expect, it } from 'vitest';
import { statusOfWords } from '../../src/parse/status.js';

describe('the status that words give a unit', () => {
  it.each([
    ['Repealed', 'repealed'],
    ['[Repealed, 2015, c. 3, s. 1]', 'repealed'],
    ['(Revoked). (New wording given by Law No. 12/2019)', 'repealed'],
    ['삭제 <2020. 1. 1.>', 'repealed'],
    ['（刪除）', 'repealed'],
    ['(VETADO).', 'omitted'],
    ['[Reserved]', 'omitted'],
    // A sentence that speaks of repeal is law.
    ['Repealed provisions stay in force for acts done before. The warden says which.', null],
    ['The keeper of a revoked permit hands it back.', null],
  ])('%s: %s', (words, status) => expect(statusOfWords(words)).toBe(status));
});
