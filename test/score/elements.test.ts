import { describe, expect, it } from 'vitest';
import type { ClauseAnnotation, CodedInstrument } from '../../src/model/index.js';
import { elementsReader } from '../../src/score/divergence/elements.js';
import { gower } from '../../src/score/divergence/gower.js';
import { profileOf } from '../../src/score/divergence/profile.js';
import { TRIGGERS } from '../../src/score/divergence/triggers.js';
import { ScoreMemory } from '../../src/score/memory.js';
import { CONCEPTS } from '../../src/text/field/index.js';
import { build } from '../align/build.js';

/** A law of one obligation; `scope` names the words that are its condition and its exception. */
function law(id: string, text: string, scope: { condition?: string; exception?: string } | null, language = 'en') {
  const coded = build(id, [{ heading: 'h', text, codes: ['transfer.general'] }], { language });
  const at = (words: string | undefined) => {
    if (words === undefined) return [];
    const start = coded.instrument.text.indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    return [{ start, end: start + words.length }];
  };
  const read = scope === null ? {} : { conditions: at(scope.condition), exceptions: at(scope.exception) };
  return { ...coded, annotations: coded.annotations.map((a): ClauseAnnotation => ({ ...a, ...read })) };
}

function distance(a: CodedInstrument, b: CodedInstrument): number {
  const read = elementsReader([a, b]);
  const [p, q] = [a, b].map((c) => profileOf(c.annotations.map(read)));
  return gower(p ?? [], q ?? [], null);
}

const plain = law('aa/plain', 'A holder shall keep a copy.', {});

/** Of laws that do not change. */
const memoryOf = () => new ScoreMemory(null, (text) => text, '');

describe('elements of a rule', () => {
  it('are the same remembered, and no word is read for them', () => {
    const once = law('bb/both', 'A holder shall tell the authority if the owner has given consent.', {
      condition: 'if the owner has given consent',
    });
    const memory = memoryOf();
    const afresh = once.annotations.map(elementsReader([once]));
    expect(once.annotations.map(elementsReader([once], memory))).toEqual(afresh);
    const unread = {
      ...once.instrument,
      get text(): string {
        throw new Error('read');
      },
    };
    expect(once.annotations.map(elementsReader([{ ...once, instrument: unread }], memory))).toEqual(afresh);
    expect(() => once.annotations.map(elementsReader([{ ...once, instrument: unread }], memoryOf()))).toThrow('read');
  });

  it('counts a condition that one side has as one of four', () => {
    const conditional = law('bb/if', 'A holder shall keep a copy if the moon is full.', {
      condition: 'if the moon is full',
    });
    expect(distance(plain, conditional)).toBeCloseTo(1 / 4);
    expect(distance(conditional, conditional)).toBe(0);
  });

  it('counts an exception apart from a condition', () => {
    const excepted = law('bb/but', 'A holder shall keep a copy unless the moon is full.', {
      exception: 'unless the moon is full',
    });
    const conditional = law('cc/if', 'A holder shall keep a copy if the moon is full.', {
      condition: 'if the moon is full',
    });
    expect(distance(excepted, conditional)).toBeCloseTo(2 / 5);
  });

  it('compares triggers by the ground they name, across languages', () => {
    const consent = law('bb/consent', 'A holder may send it if the person gives consent.', {
      condition: 'if the person gives consent',
    });
    const agreed = law('cn/consent', '取得本人同意的，可以提供。', { condition: '取得本人同意的' }, 'zh');
    const adequate = law('dd/adequate', 'A holder may send it where an adequate level of protection is ensured.', {
      condition: 'where an adequate level of protection is ensured',
    });
    expect(distance(consent, agreed)).toBe(0);
    expect(distance(consent, adequate)).toBeCloseTo(1 / 5);
  });

  it('counts an authority that has a part in one rule only', () => {
    const overseen = law('bb/told', 'A holder shall tell the supervisory authority.', {});
    expect(distance(plain, overseen)).toBeCloseTo(1 / 4);
  });

  it('leaves out what nobody looked for: it is neither a condition nor its absence', () => {
    const unread = law('bb/unread', 'A holder shall keep a copy if the moon is full.', null);
    const conditional = law('cc/if', 'A holder shall keep a copy if the moon is full.', {
      condition: 'if the moon is full',
    });
    expect(distance(unread, conditional)).toBe(0);
    expect(distance(unread, plain)).toBe(0);
  });

  it('names concepts that the field’s table has', () => {
    const known = new Set(CONCEPTS.map((c) => c.id));
    expect(TRIGGERS.flatMap((t) => t.concepts.filter((c) => !known.has(c)))).toEqual([]);
  });
});
