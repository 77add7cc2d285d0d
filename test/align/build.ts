import type { ClauseAnnotation, CodedInstrument, InstrumentMetadata, Provision } from '../../src/model/index.js';
import { unknownMetadata } from '../../src/text/metadata.js';

/** An article to build from: heading, words, and its codes, each `code` or `code:modality:force:confidence`. */
export interface Clause {
  readonly heading: string;
  readonly text: string;
  readonly codes?: readonly string[];
}

/** A coded instrument of numbered articles, written for tests. */
export function build(
  id: string,
  clauses: readonly Clause[],
  facts: Partial<InstrumentMetadata> = {},
): CodedInstrument {
  let text = '';
  const provisions: Provision[] = [];
  const annotations: ClauseAnnotation[] = [];
  clauses.forEach((clause, i) => {
    const n = String(i + 1);
    const start = text.length;
    const num = `Article ${n}`;
    text += `${num} ${clause.heading}\n`;
    const own = { start: text.length, end: text.length + clause.text.length };
    text += clause.text;
    provisions.push({
      eId: `art_${n}`,
      parent: null,
      kind: 'article',
      tier: 'basic',
      depth: 0,
      num,
      citation: n,
      heading: clause.heading === '' ? null : clause.heading,
      status: 'in-force',
      span: { start, end: text.length },
      numSpan: { start, end: start + num.length },
      headingSpan: { start: start + num.length + 1, end: own.start - 1 },
      ownSpans: [own],
    });
    for (const spec of clause.codes ?? []) {
      const [code = '', modality = 'obligation', force = 'hard', confidence = '0.9'] = spec.split(':');
      annotations.push({
        provision: { instrument: id, eId: `art_${n}` },
        code,
        annotator: 'human:test',
        modality: modality as ClauseAnnotation['modality'],
        force: force as ClauseAnnotation['force'],
        addressee: 'controller',
        quantities: [],
        evidence: [],
        confidence: Number(confidence),
        span: own,
      });
    }
    text += '\n';
  });
  const metadata: InstrumentMetadata = {
    ...unknownMetadata(id, id),
    jurisdictions: [id.slice(0, 2).toUpperCase()],
    status: 'in-force',
    ...facts,
  };
  return { instrument: { metadata, format: 'test', text, provisions, renditions: [], diagnostics: [] }, annotations };
}

export const ALPHA = build('aa/act', [
  {
    heading: 'Definitions',
    text: 'In this Act personal data means any information about a natural person.',
    codes: ['concepts.personal-data:definition'],
  },
  {
    heading: 'Adequate destinations',
    text: 'A controller may transfer personal data to a foreign country whose adequacy the Commissioner has declared.',
    codes: ['transfer.adequacy:permission'],
  },
  {
    heading: 'Breach notification',
    text: 'A controller shall notify a breach of security to the Commissioner within 72 hours.',
    codes: ['standards.security'],
  },
  {
    heading: 'Penalties',
    text: 'The Commissioner may impose a fine on whoever breaks this Act.',
    codes: ['remedies.administrative-penalty:power'],
  },
  { heading: 'Forest roads', text: 'Timber carriers shall keep forest roads clear of fallen trunks in winter.' },
]);

export const BETA = build('bb/act', [
  {
    heading: 'Interpretation',
    text: 'Personal data means information that relates to an identified natural person.',
    codes: ['concepts.personal-data:definition'],
  },
  {
    heading: 'Fines',
    text: 'Whoever offends against this Law is liable to a fine that the Authority imposes.',
    codes: ['remedies.administrative-penalty:power'],
  },
  {
    heading: 'Transfers to adequate countries',
    text: 'Personal data may be transferred to a third country that ensures adequate protection.',
    codes: ['transfer.adequacy:permission'],
  },
  {
    heading: 'Security incidents',
    text: 'The controller notifies each breach of the security of personal data without delay.',
    codes: ['standards.security'],
  },
]);

/** The same rules in Chinese, worded for the test. */
export const GAMMA = build(
  'cc/act',
  [
    { heading: '', text: '向境外提供个人信息，应当保证接收国的保护水平充分。', codes: ['transfer.adequacy'] },
    { heading: '', text: '发生泄露的，应当立即采取安全措施并通知主管部门。', codes: ['standards.security'] },
    { heading: '', text: '违反本法的，处以罚款。', codes: ['remedies.administrative-penalty:power'] },
  ],
  { language: 'zh' },
);
