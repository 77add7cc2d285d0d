/**
 * Plurals of Spanish, Portuguese and French that an English stemmer tears from their singulars: `internacionales` and
 * `internacional`. Each ending stands on so many letters that no English word of the corpus has it.
 */
const PLURALS: readonly (readonly [ending: RegExp, plural: string, singular: string])[] = [
  [/(?:on|u|i|ur|nt)ales$/, 'es', ''],
  [/(?:[aiuns]c|is|us|ec|ep)iones$/, 'es', ''],
  [/(?:i|e|al|er)dades$/, 'es', ''],
  [/(?:ct|ad|ed|id|ut|it)ores$/, 'es', ''],
  [/(?:on|u|i|ur|nt)ais$/, 'is', 'l'],
  [/coes$/, 'oes', 'ao'],
  [/(?:on|i|u)aux$/, 'ux', 'l'],
];

/** The singular of a folded Romance plural; any other word unchanged. */
export function singularOf(word: string): string {
  const rule = PLURALS.find(([ending]) => ending.test(word));
  return rule === undefined ? word : `${word.slice(0, -rule[1].length)}${rule[2]}`;
}
