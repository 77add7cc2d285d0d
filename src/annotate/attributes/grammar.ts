import { createRequire } from 'node:module';

type Nlp = typeof import('compromise/two').default;

/** Loaded when the first sentence needs it: it takes half a second, and most commands tag none. */
let tagger: Nlp | null = null;

const known = new Map<string, number>();
/** The tagger reads about a thousand sentences a second; the segments of one law repeat, so answers are kept up to this many. */
const MOST_KEPT = 20_000;
/** Participles after a noun in law; the tagger takes them for past tenses. */
const PARTICIPLES =
  /\b(?:referred to|mentioned|specified|set out|described|provided for|laid down|concerned|established|defined|listed|given|made|issued|adopted|conferred|appointed|required|prescribed|subject)\b/giu;

/**
 * How many finite verbs compromise finds in an English segment. It tells 'a business that collects data [shall]' (the modal
 * is the main clause's) from 'data that the business [may]'.
 */
export function finiteVerbs(segment: string): number {
  const kept = known.get(segment);
  if (kept !== undefined) return kept;
  tagger ??= createRequire(import.meta.url)('compromise/two') as Nlp;
  const count = tagger(segment.replace(PARTICIPLES, ' ')).match(
    '(#PresentTense|#PastTense|#Copula|#Auxiliary|#Modal)+',
  ).length;
  if (known.size >= MOST_KEPT) known.clear();
  known.set(segment, count);
  return count;
}
