import { describe, expect, it } from 'vitest';
import type { CodedInstrument } from '../../src/model/index.js';
import { type ScoreInput, score } from '../../src/score/index.js';
import { build } from '../align/build.js';
import { input, law, treaty } from './build.js';

const tell = (coded: ScoreInput['coded'], more: Partial<ScoreInput> = {}) =>
  score(input(coded, { draws: 0, ...more })).tensions;
const storage = law('vn/law', ['localization.storage:obligation']);
const tpp = treaty(
  'tota/449',
  ['AU', 'US', 'VN'],
  ['localization.ban:prohibition', 'localization.exception:permission', 'transfer.free-flow'],
  { made: '2016-02-04', status: 'unknown' },
);

/** The instrument with some of its articles made points of another, up to the last of which that reaches. */
function inside(coded: CodedInstrument, parent: string, points: readonly string[]): CodedInstrument {
  const { instrument } = coded;
  const end = Math.max(...instrument.provisions.filter((p) => points.includes(p.eId)).map((p) => p.span.end));
  const provisions = instrument.provisions.map((p) =>
    points.includes(p.eId)
      ? { ...p, parent, tier: 'inner' as const }
      : p.eId === parent
        ? { ...p, span: { ...p.span, end } }
        : p,
  );
  return { ...coded, instrument: { ...instrument, provisions } };
}

describe('a law against its own treaty', () => {
  it('counts from the day on which the treaty binds that party, by itself or through another', () => {
    const on = (asOf: string) => tell([storage, tpp], { asOf }).map((t) => t.type);
    expect(on('2019-01-13')).toEqual([]);
    expect(on('2019-01-14')).toEqual(['localization-v-ban', 'localization-v-free-flow']);
    const [worst] = tell([storage, tpp]);
    expect(worst?.reason).toContain('binds Vietnam from 2019-01-14 through the CPTPP (art. 1)');
    expect(worst?.partners).toContain('JP');
    expect(worst?.reconcilers).toEqual([{ instrument: 'tota/449', eId: 'art_2' }]);
  });

  it('is none for who signed and never became party', () => {
    expect(tell([law('us/law', ['localization.storage:obligation']), tpp])).toEqual([]);
  });

  it('is found for the union whose members the register lists, and for no founding treaty of its own', () => {
    const barrier = law('eu/reg', ['transfer.authorisation:obligation'], { jurisdictions: ['EU'], kind: 'regulation' });
    const members = ['AT', 'BE', 'DE', 'FR', 'IT', 'LU', 'NL'];
    const outside = treaty('tr/out', [...members, 'KR'], ['transfer.free-flow'], { inForce: '2011-07-01' });
    const founding = treaty('tr/own', members, ['transfer.free-flow'], { inForce: '1958-01-01' });
    expect(tell([barrier, outside, founding]).map((t) => `${t.right.instrument} ${t.parties} ${t.partners}`)).toEqual([
      'tr/out EU KR',
    ]);
  });

  it.each([
    ['An exporter shall tell and inform the Commission of every transfer on this ground.', 'en', false],
    ['Each month the exporter must notify the Authority of the classes of transfers that it made.', 'en', false],
    ['No transfer shall begin before the Commission has been notified and has approved it.', 'en', true],
    ['A transfer on this ground needs the authorisation of the Commission.', 'en', true],
    ["L’exportateur notifie à l'autorité les transferts de cette sorte.", 'fr', false],
    ['出口者应当向网信部门申报安全评估并通知个人。', 'zh', true],
  ])('%s (%s) makes data wait: %s', (text, language, waits) => {
    const barrier = build('eu/reg', [{ heading: 'Transfers', text, codes: ['transfer.authorisation:obligation'] }], {
      jurisdictions: ['EU'],
      kind: 'regulation',
      language,
    });
    const outside = treaty('tr/out', ['AT', 'BE', 'DE', 'FR', 'IT', 'LU', 'NL', 'KR'], ['transfer.free-flow'], {
      inForce: '2011-07-01',
    });
    expect(tell([barrier, outside]).length > 0).toBe(waits);
  });

  it('pulls less where the commitment is soft, and says so', () => {
    const soft = treaty('tr/s', ['VN', 'AU'], ['localization.ban:prohibition:soft']);
    const hard = treaty('tr/h', ['VN', 'AU'], ['localization.ban:prohibition:hard']);
    const [first, second] = tell([storage, soft, hard]);
    expect([first?.right.instrument, second?.right.instrument]).toEqual(['tr/h', 'tr/s']);
    expect(first?.grade).toBe('grave');
    expect(second?.reason).toContain('One of the two is soft.');
  });

  it('leaves a treaty out before it enters into force, and a repealed one for good', () => {
    const early = treaty('tr/e', ['VN', 'AU'], ['localization.ban:prohibition'], { inForce: '2020-01-01' });
    const gone = treaty('tr/g', ['VN', 'AU'], ['localization.ban:prohibition'], { status: 'repealed' });
    expect(tell([storage, early, gone], { asOf: '2019-12-31' })).toEqual([]);
    expect(tell([storage, early, gone]).map((t) => t.right.instrument)).toEqual(['tr/e']);
  });
});

describe('law against foreign law', () => {
  const clause = (text: string, ...codes: readonly string[]) => ({ heading: '', text, codes });
  const orders = clause('A provider hands over data wherever they are.', 'jurisdiction.compelled-access:power');
  const comity = clause('It may move to quash where a foreign government bars it.', 'jurisdiction.conflict');
  const bars = clause('No foreign order is recognised.', 'jurisdiction.blocking:prohibition');
  const opens = clause('A transfer to a third country is open for legal claims.', 'transfer.derogation:permission');
  const order = build('us/act', [orders, comity]);
  const bar = build('cn/act', [bars, opens]);
  const reconcilers = (...coded: ScoreInput['coded']) =>
    tell(coded)[0]?.reconcilers?.map((r) => `${r.instrument} ${r.eId}`);

  it('cites every clause that may reconcile, from either side', () => {
    const [t] = tell([order, bar]);
    expect(t?.type).toBe('compelled-access-v-blocking');
    expect(reconcilers(order, bar)).toEqual(['us/act art_2', 'cn/act art_2']);
    expect(t?.reason).toMatch(
      /^United States: us\/act 1 reaches .* while cn\/act 1 bars .* or cn\/act 2 may reconcile them\.$/,
    );
  });

  it('takes no rule of venue at home for one, and no derogation of another act', () => {
    const venue = clause('Suits are brought before the court of the seat.', 'jurisdiction.conflict');
    const treaties = clause('Treaties concluded before stay in force.', 'jurisdiction.conflict');
    const barred = build('cn/act', [bars, venue]);
    expect(reconcilers(build('us/act', [orders, venue]), barred)).toEqual([]);
    expect(reconcilers(order, barred, build('cn/other', [opens]))).toEqual(['us/act art_2']);
    expect(reconcilers(order, barred, build('cn/other', [treaties, comity]))).toEqual([
      'us/act art_2',
      'cn/other art_2',
    ]);
  });

  it('shows a list of clauses as the article that holds them, but never as one that holds the rule', () => {
    const listed = build('cn/act', [bars, clause('A transfer to a third country is open:'), opens, opens]);
    expect(reconcilers(order, inside(listed, 'art_2', ['art_3', 'art_4']))).toEqual(['us/act art_2', 'cn/act art_2']);
    const sameArticle = inside(build('cn/act', [clause('Orders:'), bars, opens, opens]), 'art_1', [
      'art_2',
      'art_3',
      'art_4',
    ]);
    expect(reconcilers(order, sameArticle)).toEqual(['us/act art_2', 'cn/act art_3']);
  });

  it('shows of an article the rule that bars, not the surer one that only has somebody told of a request', () => {
    const told = build(
      'eu/reg',
      [
        {
          heading: 'Notice',
          text: 'The holder shall inform the person concerned of a foreign request.',
          codes: ['jurisdiction.blocking:obligation:hard:0.95'],
        },
        {
          heading: 'Bar',
          text: 'A foreign order is not recognised.',
          codes: ['jurisdiction.blocking:prohibition:hard:0.8'],
        },
      ],
      { jurisdictions: ['EU'], kind: 'regulation' },
    );
    expect(tell([order, inside(told, 'art_1', ['art_2'])]).map((t) => t.right.eId)).toEqual(['art_2']);
  });

  it('finds two long arms only where alignment says that they reach the same conduct', () => {
    const [a, b] = [law('aa/x', ['jurisdiction.extraterritorial']), law('bb/x', ['jurisdiction.extraterritorial'])];
    expect(tell([a, b])).toEqual([]);
    const parts = { codes: 1, text: null, headings: null, structure: null, quantities: null };
    const link = {
      left: { instrument: 'aa/x', eId: 'art_1' },
      right: { instrument: 'bb/x', eId: 'art_1' },
      relation: 'equivalent' as const,
      score: 0.9,
      parts,
      reason: '',
    };
    expect(tell([a, b], { alignments: [link] }).map((t) => t.type)).toEqual(['long-arm-v-long-arm']);
  });

  it('asks where adequacy meets a law in which not even a doubtful sign of oversight is', () => {
    const asks = law('aa/x', ['transfer.adequacy:obligation']);
    const bare = ['concepts.personal-data:definition', 'standards.security'];
    const types = (codes: readonly string[]) => tell([asks, law('bb/x', codes)]).map((t) => t.type);
    expect(types(bare)).toEqual(['adequacy-v-no-oversight']);
    expect(types([...bare, 'remedies.complaint:right:hard:0.2', 'remedies.judicial'])).toEqual([]);
    expect(types(['standards.security'])).toEqual([]);
  });

  it('sees remedies kept for nationals by the definition that they use', () => {
    const closed = build('us/act', [
      {
        heading: 'Terms',
        text: 'The term “person” means a citizen of Eastmark or a foreigner who is a permanent resident.',
      },
      { heading: 'Suit', text: 'A person may sue.', codes: ['remedies.judicial:right'] },
    ]);
    const asks = law('eu/x', ['transfer.adequacy:obligation']);
    const [t] = tell([closed, asks]);
    expect([t?.type, t?.left.eId, t?.right.instrument]).toEqual(['nationals-only-v-foreign-data', 'art_1', 'eu/x']);
  });
});
