import type { Codebook } from '../../model/index.js';
import type { Writer } from '../dataset.js';

const BASE = 'https://lexatlas.example/codebook/';

/**
 * The codebook as a SKOS concept scheme in Turtle: families over codes, definitions, scope notes from what to include and not to
 * include, and close matches in other vocabularies (W3C DPV).
 * @see https://www.w3.org/TR/skos-reference/
 */
export const skos: Writer = function* (dataset) {
  yield { path: 'codebook.ttl', content: schemeOf(dataset.codebook) };
};

function schemeOf(codebook: Codebook): string {
  const scheme = `<${BASE}>`;
  return [
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
    '@prefix owl: <http://www.w3.org/2002/07/owl#> .',
    `@prefix : <${BASE}> .`,
    '',
    `${scheme} a skos:ConceptScheme ; skos:prefLabel "lexatlas codebook"@en ; owl:versionInfo ${literal(codebook.version)} .`,
    ...codebook.families.map(
      (f) =>
        `<${BASE}${f.id}> a skos:Concept ; skos:topConceptOf ${scheme} ; skos:inScheme ${scheme} ; skos:prefLabel ${literal(f.label)}@en ; skos:definition ${literal(f.definition)}@en .`,
    ),
    ...codebook.codes
      .map((c) =>
        [
          `<${BASE}${c.id}> a skos:Concept`,
          `skos:inScheme ${scheme}`,
          `skos:broader <${BASE}${c.family}>`,
          `skos:notation ${literal(c.id)}`,
          `skos:prefLabel ${literal(c.label)}@en`,
          `skos:definition ${literal(c.definition)}@en`,
          ...(c.include === '' ? [] : [`skos:scopeNote ${literal(`Include: ${c.include}`)}@en`]),
          ...(c.exclude === '' ? [] : [`skos:scopeNote ${literal(`Do not include: ${c.exclude}`)}@en`]),
          ...Object.values(c.crosswalk).map(
            (iri) => `skos:closeMatch <${iri.replace(/[<>"{}|^`\\\s]/gu, encodeURIComponent)}>`,
          ),
        ].join(' ;\n  '),
      )
      .map((entry) => `${entry} .`),
    '',
  ].join('\n');
}

const literal = (text: string): string => JSON.stringify(text).replace(/\\b/gu, ' ').replace(/\\f/gu, ' ');
