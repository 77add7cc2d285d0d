/** What a heading, an opening line or a chapter may be about, each with the field's concepts (`src/text/field`) that say so. */
const TOPICS: Readonly<Record<string, string>> = {
  transfer: 'transfer transfer-general adequacy adequacy-criteria bcr transfer-derogation onward info-flow',
  remedy: 'complaint judicial-remedy appeal collective mediation joint-liability',
  penalty: 'sanction fine-amount fine-criteria daily-fine corporate-offence',
  body: 'establish-authority powers tasks members investigate union-board',
  consent: 'consent withdraw deemed-consent legal-grounds',
  security: 'security breach-notice encrypt',
  scope: 'scope territorial-scope household',
  coop: 'cooperation international-coop treaty',
  rights: 'access-right erase restrict know-decide portability rectify object',
  trade: 'general-exceptions dispute-settlement privacy-framework',
  sensitive: 'sensitive child health biometric',
  certificate: 'certify audit tech-standards',
  definition: 'definitions',
};

/** Names of the topics, in their fixed order. */
export const TOPIC_NAMES: readonly string[] = Object.keys(TOPICS);

const byConcept = new Map<string, number[]>();
Object.values(TOPICS).forEach((concepts, topic) => {
  for (const id of concepts.split(' ')) byConcept.set(id, [...(byConcept.get(id) ?? []), topic]);
});
const NONE: readonly number[] = [];

/** The topics (indexes of `TOPIC_NAMES`) that a concept speaks of. */
export function topicsOf(concept: string): readonly number[] {
  return byConcept.get(concept) ?? NONE;
}
