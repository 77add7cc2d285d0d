import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/index.js';
import { build, type Clause } from './build.js';

/** Twenty rules of a privacy act and of a tariff treaty, which share numbers and form alone. */
const PRIVACY: readonly Clause[] = Array.from({ length: 20 }, (_, n) => ({
  heading: n % 5 === 0 ? 'Definitions' : `Rule ${n} on personal data`,
  text: `The controller shall protect personal data of the data subject and obtain consent for purpose ${n}; exceptions are in the schedule.`,
  codes: n === 3 ? ['standards.security'] : ['standards.consent'],
}));
const TARIFFS: readonly Clause[] = Array.from({ length: 20 }, (_, n) => ({
  heading: `Rate ${n} on goods`,
  text: `Each Party shall reduce its customs duty on originating cheese, wool and timber by ${n} per cent in equal annual stages.`,
  codes: n === 7 ? ['localization.ban'] : [],
}));

describe('laws that share no matter', () => {
  const [act, treaty] = [build('xx/act', PRIVACY), build('yy/treaty', TARIFFS)];
  const linked = (...given: Parameters<typeof align>) => align(...given).filter((r) => r.right !== null);

  it('have no counterparts, from neither side', () => {
    expect(linked(act, treaty)).toEqual([]);
    expect(linked(treaty, act)).toEqual([]);
  });

  it('show what is nearest where the scholar sets a threshold', () => {
    expect(linked(act, treaty, { threshold: 0.0001 }).length).toBeGreaterThan(0);
  });

  it('still have one where a code is in common', () => {
    const privacyRule = {
      heading: 'Security of data',
      text: 'Each Party shall secure personal data by measures.',
      codes: ['standards.security'],
    };
    const mixed = build('yy/treaty', [...TARIFFS, privacyRule]);
    const found = linked(act, mixed);
    expect(found.every((r) => r.right?.eId === 'art_21')).toBe(true);
  });
});
