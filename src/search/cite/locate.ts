import { type Citation, citationsIn, mayCite } from './citation.js';
import { type CitedDivision, divisionIn, standingIn } from './divisions.js';
import { above, formsOf } from './forms.js';
import { type Nameable, rankedNames } from './names.js';
import { oneByOne } from './several.js';

/** A provision that an index holds, by what it calls it. */
export interface Held<T> {
  readonly instrument: string;
  readonly citation: string;
  readonly at: T;
}

/** What an index says of a law's pinpoint: provisions cited exactly so, or cited so within an annex, schedule or part. */
export interface Pinpoints<T> {
  exactly(instrument: string, citation: string): readonly Held<T>[];
  within(instrument: string, citation: string): readonly Held<T>[];
  /** What the index holds of a law, in the order of the law, each with its eId. */
  passages(instrument: string): readonly (Held<T> & { readonly eId: string })[];
}

/** What a text cites. */
export interface Located<T> {
  /** Best first; [] where the text is no citation or cites what the index lacks. */
  readonly found: readonly Held<T>[];
  /** What a reader must know before trusting the hits; null where there is nothing to say. */
  readonly notice: string | null;
  /** True where the text can hardly mean anything but a citation: what holds only some of its words is no answer. */
  readonly isPlain: boolean;
}

/** More readings than this make no citation; a common name such as 'DPA 5' has a handful. */
export const MOST_CITED = 12;
/** Laws named in one notice. */
const MOST_NAMED = 3;
const NOTHING = { found: [], notice: null, isPlain: false } as const;

/**
 * The provisions that a text cites. Nothing else is passed off for them: where the index lacks the law, or the law the pinpoint, the notice
 * says so; where it has the article but not the point, the article is given and the notice says that.
 */
export function locateCited<T>(text: string, catalogue: readonly Nameable[], pins: Pinpoints<T>): Located<T> {
  if (!mayCite(text)) return NOTHING;
  const each = oneByOne(text).map((one) => locateOne(one, catalogue, pins));
  const [only] = each;
  if (each.length === 1 && only !== undefined) return only;
  const notices = [...new Set(each.flatMap((e) => e.notice ?? []))];
  return {
    found: each.flatMap((e) => e.found.slice(0, 1)),
    notice: notices.length === 0 ? null : notices.join(' '),
    isPlain: each.some((e) => e.isPlain),
  };
}

function locateOne<T>(text: string, catalogue: readonly Nameable[], pins: Pinpoints<T>): Located<T> {
  const division = divisionIn(text, catalogue);
  if (division !== null) {
    const whole = locateDivision(division, pins);
    if (whole.found.length > 0 || !division.isDoubtful) return whole;
  }
  const citations = citationsIn(text, catalogue);
  for (const how of ['exactly', 'within'] as const)
    for (const { laws, pinpoint } of citations) {
      const found = laws.flatMap((law) => firstHeld(formsOf(pinpoint), (form) => pins[how](law, form)));
      if (found.length > 0) return { found: found.slice(0, MOST_CITED), notice: several(found), isPlain: true };
    }
  const plain = citations.find((c) => c.isPlain);
  if (plain === undefined || (!plain.isMarked && rankedNames(text, catalogue).length > 0)) {
    const isNameless = citations.some((c) => c.isMarked && c.name === '');
    return isNameless ? { ...NOTHING, notice: "To have a provision, name its law too: 'GDPR 46'." } : NOTHING;
  }
  for (const unit of above(plain.pinpoint)) {
    const found = plain.laws.flatMap((law) => firstHeld(formsOf(unit), (form) => pins.exactly(law, form)));
    const [first] = found;
    if (first !== undefined)
      return {
        found: found.slice(0, MOST_CITED),
        notice: `Nothing searched here is cited ${plain.pinpoint} in ${first.instrument}: shown is ${first.citation}, in which it would stand.`,
        isPlain: true,
      };
  }
  return { found: [], notice: lacking(plain), isPlain: true };
}

/** A whole chapter is answered with what stands in it: the index holds articles and sections. */
function locateDivision<T>(division: CitedDivision, pins: Pinpoints<T>): Located<T> {
  const { label, name, laws } = division;
  const held = laws
    .slice(0, MOST_CITED)
    .map((law) => standingIn(pins.passages(law), division).map(({ unit }) => unit))
    .filter((all) => all.length > 0);
  const found = held.flat();
  const [first] = found;
  if (first === undefined) return { found, notice: lacking({ laws, name, pinpoint: label }), isPlain: true };
  const where = held.length > 1 ? `${held.length} laws that can be meant` : first.instrument;
  const provisions = found.length === 1 ? '1 provision' : `${found.length} provisions`;
  return { found, notice: `${label} of ${where}: ${provisions} of it can be searched here.`, isPlain: true };
}

/** The notice over hits that only hold the words of a citation which itself was not found. */
export function noticeOver(
  { notice, isPlain }: Pick<Located<unknown>, 'notice' | 'isPlain'>,
  total: number,
): string | null {
  return notice !== null && isPlain && total > 0 ? `${notice} What follows only holds the words.` : notice;
}

function firstHeld<T>(forms: readonly string[], held: (form: string) => readonly Held<T>[]): readonly Held<T>[] {
  for (const form of forms) {
    const found = held(form);
    if (found.length > 0) return found;
  }
  return [];
}

function several(found: readonly Held<unknown>[]): string | null {
  const laws = new Set(found.map((f) => f.instrument));
  if (laws.size > 1) return `${laws.size} laws can be meant; more of the name, or the jurisdiction, tells them apart.`;
  return found.length > 1 ? `${found.length} provisions of ${found[0]?.instrument} are numbered so.` : null;
}

function lacking({ laws, name, pinpoint }: Pick<Citation, 'laws' | 'name' | 'pinpoint'>): string {
  if (laws.length === 0 || laws.length > MOST_CITED)
    return `No law searched here is called '${name}', so ${pinpoint} of it cannot be shown.`;
  const named = laws.slice(0, MOST_NAMED).join(', ');
  const more = laws.length > MOST_NAMED ? ` and ${laws.length - MOST_NAMED} more` : '';
  return `Nothing searched here is cited ${pinpoint} in ${named}${more}.`;
}
