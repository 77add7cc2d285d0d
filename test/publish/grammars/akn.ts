import { all, type Element, readXml } from './tree.js';

/**
 * The part of the Akoma Ntoso 3.0 schema that our documents use, written down from OASIS' akomantoso30.xsd (CS01, 2017), of which no package
 * is to be had here: which elements an element holds, in which order and how often, as patterns over the names of its children; and the
 * attributes that it must have.
 * @see https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part2-specs.html
 */
const HIERARCHICAL =
  'clause section part paragraph chapter title article book tome division list point indent alinea rule subrule proviso subsection subpart subparagraph subchapter subtitle subdivision subclause sublist level transitional hcontainer'.split(
    ' ',
  );
const HIER = `(?:${HIERARCHICAL.join('|')}),`;
const CORE = 'FRBRthis,(?:FRBRuri,)+(?:FRBRalias,)*(?:FRBRdate,)+(?:FRBRauthor,)+(?:componentInfo,)?(?:preservation,)?';
const CONTENT: Readonly<Record<string, string>> = {
  akomaNtoso: 'act,',
  act: 'meta,(?:coverPage,)?(?:preface,)?(?:preamble,)?body,(?:conclusions,)?(?:attachments,)?(?:components,)?',
  meta: 'identification,(?:publication,)?(?:classification,)*(?:lifecycle,)*(?:workflow,)*(?:analysis,)*(?:temporalData,)*(?:references,)*(?:notes,)*(?:proprietary,)*(?:presentation,)*',
  identification: 'FRBRWork,FRBRExpression,FRBRManifestation,(?:FRBRItem,)?',
  FRBRWork: `${CORE}FRBRcountry,(?:FRBRsubtype,)?(?:FRBRnumber,)*(?:FRBRname,)*(?:FRBRprescriptive,)?(?:FRBRauthoritative,)?`,
  FRBRExpression: `${CORE}(?:FRBRversionNumber,)?(?:FRBRauthoritative,)?(?:FRBRmasterExpression,)?(?:FRBRlanguage,)+(?:FRBRtranslation,)*`,
  FRBRManifestation: `${CORE}(?:FRBRportion,)?(?:FRBRformat,)?`,
  analysis:
    '(?:activeModifications,)?(?:passiveModifications,)?(?:restrictions,)?(?:judicial,)?(?:parliamentary,)?(?:mappings,)?(?:otherReferences,)*(?:otherAnalysis,)*',
  references: '(?:TLC(?:Person|Organization|Concept|Object|Event|Location|Process|Role|Term|Reference),)+',
  otherAnalysis: '(?:lexatlas:[^,]+,)*',
  proprietary: '(?:lexatlas:[^,]+,)*',
  body: `(?:${HIER})+`,
  content: '(?:p,)*',
  intro: '(?:p,)*',
  wrapUp: '(?:p,)*',
  ...Object.fromEntries(
    HIERARCHICAL.map((h) => [
      h,
      `(?:num,|heading,|subheading,)*(?:(?:intro,)?(?:${HIER}|crossHeading,)*(?:wrapUp,)?|content,)`,
    ]),
  ),
};
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  act: ['name', 'contains'],
  ...Object.fromEntries(
    ['identification', 'analysis', 'references', 'otherAnalysis', 'proprietary'].map((n) => [n, ['source']]),
  ),
  ...Object.fromEntries(['FRBRthis', 'FRBRuri', 'FRBRcountry', 'FRBRformat'].map((n) => [n, ['value']])),
  FRBRalias: ['value', 'name'],
  FRBRdate: ['date', 'name'],
  FRBRauthor: ['href'],
  FRBRlanguage: ['language'],
  hcontainer: ['name', 'eId'],
  ...Object.fromEntries(['TLCPerson', 'TLCOrganization', 'TLCObject'].map((n) => [n, ['eId', 'href', 'showAs']])),
  ...Object.fromEntries(['content', 'intro', 'wrapUp', 'num', 'heading'].map((n) => [n, ['eId']])),
  ...Object.fromEntries(HIERARCHICAL.filter((n) => n !== 'hcontainer').map((n) => [n, ['eId']])),
};
const VALUES: readonly (readonly [element: RegExp, attribute: string, value: RegExp])[] = [
  [/^act$/, 'contains', /^(?:originalVersion|singleVersion|multipleVersions)$/],
  [/^FRBRdate$/, 'date', /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/],
  [
    /./,
    'status',
    /^(?:removed|temporarilyRemoved|translated|editorial|edited|verbatim|incomplete|unknown|undefined|ignored)$/,
  ],
  [/./, 'eId', /^\S+$/],
];
const MIXED = new Set(['p', 'num', 'heading']);

/** What is wrong with a document, a sentence each; [] for a sound one. */
export function akomaNtosoFaults(xml: string): string[] {
  const root = readXml(xml);
  const faults: string[] = [];
  const elements = [...all(root)];
  const ids = elements.flatMap((e) => e.attributes.eId ?? []);
  if (new Set(ids).size !== ids.length) faults.push(`an eId stands twice: ${ids.find((id, i) => ids.indexOf(id) < i)}`);
  if (root.attributes.xmlns !== 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0') faults.push('wrong namespace');
  const known = new Set(ids);
  for (const e of elements) faults.push(...faultsOf(e, known));
  return faults;
}

function faultsOf(e: Element, ids: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const where = `${e.name} ${e.attributes.eId ?? ''}`;
  if (!e.name.includes(':')) {
    const children = e.children.map((c) => `${c.name},`).join('');
    if (!new RegExp(`^(?:${CONTENT[e.name] ?? ''})$`, 'u').test(children)) faults.push(`${where} holds ${children}`);
    if (!MIXED.has(e.name) && e.text.trim() !== '') faults.push(`${where} holds text`);
    for (const name of NEEDED[e.name] ?? [])
      if (e.attributes[name] === undefined) faults.push(`${where} lacks ${name}`);
  }
  for (const [element, name, value] of VALUES) {
    const given = e.attributes[name];
    if (given !== undefined && element.test(e.name) && !value.test(given)) faults.push(`${where}: ${name} is ${given}`);
  }
  for (const [name, value] of Object.entries(e.attributes))
    if (['source', 'href', 'by', 'as', 'refersTo'].includes(name) && value.startsWith('#') && !ids.has(value.slice(1)))
      faults.push(`${where}: ${name} points to ${value}, which is not there`);
  return faults;
}
