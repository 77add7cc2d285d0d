import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exemplar } from '../../scripts/training/exemplars.js';
import { samplesOf, Vocabulary } from '../../scripts/training/samples.js';
import { unitFeatures } from '../../src/annotate/ranker/features.js';
import { TOPIC_NAMES, topicsOf } from '../../src/annotate/ranker/topics.js';
import { surroundingsOf } from '../../src/annotate/surroundings.js';
import { readableUnits } from '../../src/annotate/units.js';
import { codebook } from '../../src/codebook/index.js';
import { CONCEPTS } from '../../src/text/field/index.js';

const law = exemplar(
  'exemplar/topics',
  '# Imitation: a law\nkind: act\n\n## Cross-border transfer of data\n### Transfers to third countries\nIt needs consent.\n### Fees\nIt needs consent.\n## Rights\n### Access\nIt needs consent.\n',
);
const names = readableUnits(law.instrument).map((unit) => {
  const field = { unit: 0, article: 0, chapter: 0, instrument: 0 };
  return [...unitFeatures(unit, surroundingsOf(law.instrument)(unit), field, 'statute', 'en').keys()];
});

describe('concepts under a topic', () => {
  it('are told apart by the headings they stand under, near or further up', () => {
    const under = names.map((list) => list.filter((n) => /^k[na]:transfer consent$/u.test(n)));
    expect(under).toEqual([['kn:transfer consent', 'ka:transfer consent'], ['ka:transfer consent'], []]);
    for (const list of names) expect(list).toContain('k:consent');
  });

  it('are topics that some concept speaks of', () => {
    const spoken = new Set(CONCEPTS.flatMap(({ id }) => topicsOf(id)));
    expect([...spoken].sort((a, b) => a - b)).toEqual(TOPIC_NAMES.map((_, i) => i));
  });
});

describe('what an article without words of its own is coded as', () => {
  it('is learnt at the first unit below it', () => {
    const article = law.instrument.provisions.find((p) => p.kind === 'article');
    const rows = [
      { citation: '1', isExact: true, code: 'transfer.consent', modality: '', force: '', eIds: [article?.eId ?? ''] },
    ];
    const book = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'codebook.json');
    const samples = samplesOf([{ ...law, rows }], book, new Vocabulary());
    expect(samples.map((s) => [...s.codes])).toEqual([['transfer.consent'], [], []]);
  });
});
