import { arabicLabel } from '../label.js';
import { childrenOf, type Node } from '../tree.js';
import { Register } from './register.js';

/** How many article numbers must recur before a treaty is taken to count anew in each chapter; below, they are slips. */
const RESTART_SHARE = 0.1;

/**
 * Gives every node its pinpoint citation: `46(2)(c)`, `14.11(3)`, `Sch1.4.1.3`, `ch14/7(1)`; null for units nobody cites by a
 * number (preamble, divisions, footnotes). Unnumbered paragraphs are counted. Square brackets hold what is no printed number: the
 * term of an unnumbered definition (`2(1)[boat](a)`), the place of an indent (`5(1)[indent 2]`), and the place of a unit among
 * those that print the same number (`3[2]` for a second article 3, `Annex[1]` for the first of several annexes without number),
 * so that no two units are cited alike. A unit that has nothing of its own to be told by (a table, words quoted from another
 * law) is cited at the unit around it.
 */
export function citeAll(roots: readonly Node[]): void {
  new Citer(countsAnew(roots)).citeEach(roots, { own: null, chapter: null, annex: null });
}

interface Around {
  /** Citation of the unit around, null above the basic unit. */
  readonly own: string | null;
  readonly chapter: string | null;
  readonly annex: Annex | null;
}

/** The schedule or annex around, as it is cited. */
interface Annex {
  readonly name: string;
  /** Label of the unit around, '' in the annex itself. */
  readonly label: string;
  /** Whether its unnumbered paragraphs are counted: not beside units that print the same numbers. */
  readonly counts: boolean;
}

/** Gives each node its citation, parents first, and none twice. */
class Citer {
  private readonly register = new Register((citation, place) => `${citation}[${place}]`);

  constructor(private readonly restarts: boolean) {}

  citeEach(nodes: readonly Node[], around: Around): void {
    if (nodes.length === 0) return;
    const counts = new Map<string, number>();
    const twins = nodes.some(isAnnex) ? twinAnnexes(nodes) : NO_TWINS;
    for (const node of nodes) this.cite(node, around, placeOf(node, counts), twins.get(node) ?? '');
  }

  private cite(node: Node, around: Around, place: number, twin: string): void {
    const wanted = citationOf(node, around, place, twin, this.restarts);
    const isOwn = wanted !== null && wanted !== (around.own ?? around.annex?.name ?? null);
    const own = isOwn ? this.register.claim(wanted) : wanted;
    node.citation = own;
    const children = childrenOf(node);
    if (children.length === 0) return;
    // An annex that is only quoted has no name of its own that its units could be cited by.
    const annex =
      isAnnex(node) && own !== null
        ? { name: own, label: '', counts: !children.some(holdsUnits) }
        : around.annex && annexAround(node, around.annex, own);
    const chapter =
      node.tier === 'division' && node.kind === 'chapter' && node.label !== null
        ? arabicLabel(node.label)
        : around.chapter;
    const inside = node.tier === 'division' || node.tier === 'front' ? null : own;
    this.citeEach(children, { own: inside, chapter, annex });
  }
}

/** What the units inside one of an annex's units go by. */
function annexAround(node: Node, annex: Annex, own: string | null): Annex {
  if (isModule(node)) return { ...annex, name: `${annex.name}.${node.label}` };
  return node.label !== null && own !== null ? { name: annex.name, label: node.label, counts: true } : annex;
}

/** A part of a contract's clause for one of several cases. */
function isModule({ kind, label }: Node): boolean {
  return kind === 'division' && label !== null && /^Mod\d/u.test(label);
}

function holdsUnits(node: Node): boolean {
  return node.tier === 'basic' || (node.tier === 'division' && childrenOf(node).some(holdsUnits));
}

/** The place of a node that prints no number among those beside it of its kind that print none, from 1; 0 for one that does. */
function placeOf({ kind, label }: Node, counts: Map<string, number>): number {
  if (label !== null) return 0;
  const place = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, place);
  return place;
}

/** The places, in brackets, of annexes among those beside them that go by the same name. */
function twinAnnexes(nodes: readonly Node[]): Map<Node, string> {
  const byName = new Map<string, Node[]>();
  for (const node of nodes) {
    if (!isAnnex(node)) continue;
    const name = annexName(node);
    const alike = byName.get(name);
    if (alike === undefined) byName.set(name, [node]);
    else alike.push(node);
  }
  const twins = new Map<Node, string>();
  for (const alike of byName.values())
    if (alike.length > 1) for (const [at, node] of alike.entries()) twins.set(node, `[${at + 1}]`);
  return twins;
}

const NO_TWINS: ReadonlyMap<Node, string> = new Map();

function isAnnex(node: Node): boolean {
  return node.kind === 'schedule' || node.kind === 'annex' || node.kind === 'appendix';
}

function citationOf(node: Node, around: Around, place: number, twin: string, restarts: boolean): string | null {
  if (node.tier === 'division' || node.kind === 'preamble' || node.kind === 'footnote' || node.kind === 'conclusions')
    return null;
  if (node.kind === 'body' || (node.kind === 'table' && node.num === null)) return around.own;
  // What an amending act quotes is cited at the unit that quotes it.
  if (node.status === 'quoted') return around.own;
  if (node.kind === 'recital') return node.label === null ? null : `Rec${node.label}`;
  if (isAnnex(node)) return `${around.annex ? `${around.annex.name}.` : ''}${annexName(node)}${twin}`;
  if (around.annex) return inAnnex(node, around.annex, around.own ?? around.annex.name, place);
  if (around.own === null) {
    if (node.tier !== 'basic' || node.label === null) return node.label;
    return restarts && around.chapter !== null ? `ch${around.chapter}/${node.label}` : node.label;
  }
  return inner(node, around.own, place);
}

/** `Sch1`, `AnnexI-A`, `ProtII`; the word alone where the annex prints no number. */
function annexName(node: Node): string {
  const isProtocol = /^\W*(?:protocol|protocolo|protocole)(?!\p{L})/iu.test(node.num ?? '');
  const name = isProtocol ? 'Prot' : node.kind === 'schedule' ? 'Sch' : node.kind === 'annex' ? 'Annex' : 'App';
  if (node.label === null || (node.label.length > LONGEST_WORD && !NUMBER.test(node.label))) return name;
  return `${name}${name === 'Annex' ? node.label : arabicLabel(node.label)}`;
}

/** Digits, or a Roman number with or without a letter (`XVIII`, `I-A`). */
const NUMBER = /\d|^[IVXLC]+(?:-[A-Z])?$/u;
/** A longer label that is no number is the annex's word itself (`SCHEDULES`); shorter ones (附則) tell it from others. */
const LONGEST_WORD = 4;

/** What tells a unit apart that prints no number; null where nothing does. */
function untold(node: Node, own: string, place: number): string | null {
  if (node.term !== null) return `${own}[${node.term}]`;
  return node.kind === 'indent' && node.label === null ? `${own}[indent ${place}]` : null;
}

function inner(node: Node, own: string, place: number): string {
  if (node.label === null) return untold(node, own, place) ?? (node.kind === 'paragraph' ? `${own}(${place})` : own);
  // A paragraph that prints its section's number before its own (5.1) is cited by that number alone.
  return node.label.startsWith(`${own}.`) ? node.label : `${own}(${node.label})`;
}

/** Schedules are cited with dots; a clause that prints its whole number (4.1.3 inside 4.1) is cited by that number alone. */
function inAnnex(node: Node, annex: Annex, base: string, place: number): string {
  // A module of a contract is named before its clause: `Annex.Mod2.8`, and its paragraphs `Annex.Mod2.8.7`.
  if (isModule(node) && annex.label !== '') return `${annex.name}.${node.label}.${annex.label}`;
  if (node.label === null)
    return untold(node, base, place) ?? (node.kind === 'paragraph' && annex.counts ? `${base}.${place}` : base);
  const whole = annex.label !== '' && node.label.startsWith(`${annex.label}.`);
  return `${whole ? annex.name : base}.${node.label}`;
}

/** True where the numbers of basic units recur from chapter to chapter, as in treaties that count anew in each. */
function countsAnew(roots: readonly Node[]): boolean {
  const seen = new Map<string, Set<string>>();
  let total = 0;
  const walk = (node: Node, chapter: string): void => {
    if (node.tier === 'back' || node.status === 'quoted') return;
    if (node.tier === 'basic' && node.label !== null) {
      total += 1;
      const chapters = seen.get(node.label) ?? new Set<string>();
      seen.set(node.label, chapters.add(chapter));
      return;
    }
    const own = node.kind === 'chapter' && node.label !== null ? arabicLabel(node.label) : chapter;
    for (const child of childrenOf(node)) walk(child, own);
  };
  for (const root of roots) walk(root, '');
  const repeated = [...seen.values()].reduce((sum, chapters) => sum + chapters.size - 1, 0);
  return total > 0 && repeated / total > RESTART_SHARE;
}
