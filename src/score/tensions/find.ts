import type { Alignment, CodedInstrument, InstrumentMetadata, ProvisionRef, Tension } from '../../model/index.js';
import { type PairMemory, shortKey } from '../memory.js';
import { standing } from '../sides/force.js';
import type { Side } from '../sides/sides.js';
import { isBound } from '../sides/unions.js';
import { type Law, lawsWithClauses } from './clauses.js';
import { type Clash, grade } from './grade.js';
import { namesOf } from './names.js';
import { partiesOf, partnersOf } from './orders.js';
import { PATTERNS, type Pattern } from './patterns.js';
import { reconcile } from './reconcile.js';
import { type Holder, holders, unitOf } from './rules.js';
import { missingOversight, nationalsOnly } from './silences.js';

/** Of one pair of instruments and one type so many tensions are kept: the rest says the same of neighbouring articles. */
const PER_PAIR = 2;

/** What tensions are found in. */
export interface Orders {
  readonly coded: readonly CodedInstrument[];
  readonly alignments: readonly Alignment[];
  /** The jurisdictions, for what their law leaves out. */
  readonly sides: readonly Side[];
  /** Leaves out what was not law on the date; without it, texts known not to be in force count less. */
  readonly asOf: string | null;
}

/**
 * Provisions that pull apart, gravest first. Empty where nothing pulls. With a memory they are taken up where nothing changed that they are found in;
 * `sidesKey` tells what the sides are made from.
 */
export function findTensions(orders: Orders, memory: PairMemory | null = null, sidesKey = ''): Tension[] {
  const { coded, alignments, asOf } = orders;
  const alive = lawsWithClauses(onePerTreaty(coded.filter((c) => isCounted(c.instrument.metadata, asOf))), memory);
  const links = [...new Set(alignments.flatMap((a) => (a.right === null ? [] : [linkOf(a.left, a.right)])))];
  const find = (): Tension[] => graded(orders, alive, new Set(links));
  if (memory === null) return find();
  const told = [asOf ?? '', sidesKey, shortKey(links.join(' ')), ...alive.map((law) => law.key())];
  return JSON.parse(memory.words(`tensions\n${told.join('\n')}`, () => JSON.stringify(find()))) as Tension[];
}

function graded({ sides, asOf }: Orders, alive: readonly Law[], links: ReadonlySet<string>): Tension[] {
  const isLinked = (left: string, right: string) => links.has(`${left}\n${right}`) || links.has(`${right}\n${left}`);
  const orderOf = legalOrders(alive, asOf);
  const clashes = [
    ...PATTERNS.flatMap((pattern) => clashesOf(pattern, alive, isLinked, orderOf, asOf)),
    ...missingOversight(alive, sides, asOf),
    ...nationalsOnly(alive, asOf),
  ];
  const names = namesOf(alive);
  const tensions = clashes.map((clash) => grade(clash, names)).sort(gravest);
  const kept = new Map<string, number>();
  return tensions.filter((t) => {
    const pair = `${t.left.instrument} ${t.right.instrument} ${t.type}`;
    const n = (kept.get(pair) ?? 0) + 1;
    kept.set(pair, n);
    return n <= PER_PAIR;
  });
}

function clashesOf(
  pattern: Pattern,
  alive: readonly Law[],
  isLinked: (left: string, right: string) => boolean,
  orderOf: OrderOf,
  asOf: string | null,
): readonly Clash[] {
  const isMutual = pattern.left.codes.join() === pattern.right.codes.join();
  const restricted = holders(alive, pattern.right);
  return holders(alive, pattern.left).flatMap((left) =>
    restricted.flatMap((right) => {
      const [mine, theirs] = [left.coded.instrument.metadata, right.coded.instrument.metadata];
      if (isMutual && mine.id >= theirs.id) return [];
      const parties = partiesOf(mine, theirs, pattern.between, asOf);
      return parties.length === 0 ? [] : pairUp(pattern, left, right, parties, isLinked, orderOf, asOf);
    }),
  );
}

function pairUp(
  pattern: Pattern,
  left: Holder,
  right: Holder,
  parties: readonly string[],
  isLinked: (left: string, right: string) => boolean,
  orderOf: OrderOf,
  asOf: string | null,
): readonly Clash[] {
  const metadata = [left, right].map((h) => h.coded.instrument.metadata);
  const isAsleep = metadata.some((m) => standing(m, asOf) === 'not-in-force');
  const partners = pattern.between === 'commitment' ? partnersOf(right.coded.instrument.metadata, parties, asOf) : [];
  const key = (h: Holder, eId: string) => `${h.coded.instrument.metadata.id} ${unitOf(h.coded, eId)}`;
  return left.rules.flatMap((a) =>
    right.rules
      .filter((b) => !pattern.linkedOnly || isLinked(key(left, a.provision.eId), key(right, b.provision.eId)))
      .map((b) => ({
        ...pattern,
        left: a,
        right: b,
        parties,
        partners,
        reconcilers: reconcile(
          pattern.reconcilers,
          { rule: a, own: left.coded, order: orderOf(left.coded) },
          { rule: b, own: right.coded, order: pattern.between === 'foreign' ? orderOf(right.coded) : [] },
          pattern.between === 'foreign',
        ),
        isAsleep,
      })),
  );
}

type OrderOf = (of: Law) => readonly Law[];

/** The other law of an instrument's legal order: of the same jurisdictions or of the union they belong to. Each asked once. */
function legalOrders(alive: readonly Law[], asOf: string | null): OrderOf {
  const laws = alive.filter(({ instrument: { metadata: m } }) => m.kind === 'statute' || m.kind === 'regulation');
  const kept = new Map<Law, readonly Law[]>();
  return (of) => {
    const mine = of.instrument.metadata.jurisdictions;
    const found =
      kept.get(of) ??
      laws.filter((c) => c !== of && mine.some((j) => isBound(j, c.instrument.metadata.jurisdictions, asOf)));
    kept.set(of, found);
    return found;
  };
}

function isCounted(metadata: InstrumentMetadata, asOf: string | null): boolean {
  const is = standing(metadata, asOf);
  return is === 'in-force' || (asOf === null && is === 'not-in-force');
}

/** One text a treaty: the second language version of the same parties and day repeats every tension of the first. */
function onePerTreaty(coded: readonly CodedInstrument[]): readonly CodedInstrument[] {
  const seen = new Set<string>();
  return coded.filter(({ instrument: { metadata: m } }) => {
    if (m.kind !== 'agreement' || m.made === null) return true;
    const key = `${m.id.split('/')[0]} ${m.made} ${m.jurisdictions.join()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function linkOf(left: ProvisionRef, right: ProvisionRef): string {
  return `${left.instrument} ${left.eId}\n${right.instrument} ${right.eId}`;
}

function gravest(a: Tension, b: Tension): number {
  const key = (t: Tension) => `${t.left.instrument} ${t.left.eId} ${t.right.instrument} ${t.right.eId} ${t.type}`;
  return b.severity - a.severity || (key(a) < key(b) ? -1 : 1);
}
