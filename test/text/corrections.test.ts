import { describe, expect, it } from 'vitest';
import type { ClauseAnnotation } from '../../src/model/index.js';
import { corrected } from '../../src/text/corrections.js';

const coding = (eId: string, code: string, annotator = 'rule:cues', rejects = false): ClauseAnnotation => ({
  provision: { instrument: 'xx/a', eId },
  code,
  annotator,
  modality: 'obligation',
  force: 'hard',
  addressee: 'controller',
  quantities: [],
  evidence: [],
  confidence: 0.9,
  span: { start: 0, end: 1 },
  ...(rejects ? { rejects } : {}),
});
const machine = [
  coding('art_1', 'transfer.general'),
  coding('art_1__para_2', 'transfer.general'),
  coding('art_1__para_2', 'transfer.consent'),
  coding('art_10', 'transfer.general'),
];
const places = (list: readonly ClauseAnnotation[]): string[] =>
  list.map((a) => `${a.annotator.split(':')[0]} ${a.provision.eId} ${a.code}`);

describe("a person's corrections", () => {
  it('replace the machine at the same provision and code', () => {
    expect(places(corrected(machine, [coding('art_1', 'transfer.general', 'human:ana')]))).toEqual([
      'rule art_1__para_2 transfer.general',
      'rule art_1__para_2 transfer.consent',
      'rule art_10 transfer.general',
      'human art_1 transfer.general',
    ]);
  });

  it('rule a code out at a provision and inside it, and nothing else', () => {
    expect(places(corrected(machine, [coding('art_1', 'transfer.general', 'human:ana', true)]))).toEqual([
      'rule art_1__para_2 transfer.consent',
      'rule art_10 transfer.general',
    ]);
  });

  it('let the later of two stand', () => {
    const no = coding('art_1', 'transfer.general', 'human:ana', true);
    const yes = coding('art_1', 'transfer.general', 'human:bo');
    expect(places(corrected([], [no, yes]))).toEqual(['human art_1 transfer.general']);
    expect(places(corrected([], [yes, no]))).toEqual([]);
  });
});
