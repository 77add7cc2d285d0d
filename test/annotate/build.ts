import type { Attributes } from '../../src/annotate/attributes/index.js';
import { attributeReader } from '../../src/annotate/attributes/index.js';
import { readableUnits } from '../../src/annotate/units.js';
import type { Instrument, Provision } from '../../src/model/index.js';
import { unknownMetadata } from '../../src/text/metadata.js';
import type { RuleCase } from './rules.cases.js';

/** A law of one section for each list of paragraphs; the first of a list introduces the others. */
export function lawOf(
  sections: readonly (readonly string[])[],
  facts: { readonly language?: string; readonly kind?: 'statute' | 'agreement'; readonly id?: string } = {},
): Instrument {
  const provisions: Provision[] = [];
  let text = '';
  sections.forEach(([chapeau = '', ...items], s) => {
    const start = text.length;
    text += `${chapeau}\n`;
    const own = { start, end: start + chapeau.length };
    const points = items.map((item, i) => {
      const at = text.length;
      text += `${item}\n`;
      const span = { start: at, end: at + item.length };
      return unit(`sec_${s + 1}__para_${i + 1}`, `${s + 1}(${i + 1})`, span, [span], `sec_${s + 1}`);
    });
    provisions.push(unit(`sec_${s + 1}`, String(s + 1), { start, end: text.length }, [own], null), ...points);
  });
  return {
    metadata: {
      ...unknownMetadata(facts.id ?? 'xx/sample', 'Sample Act'),
      kind: facts.kind ?? 'statute',
      jurisdictions: ['XX'],
      language: facts.language ?? 'en',
      status: 'in-force',
    },
    format: 'test',
    text,
    provisions,
    renditions: [],
    diagnostics: [],
  };
}

function unit(
  eId: string,
  citation: string,
  span: { start: number; end: number },
  ownSpans: readonly { start: number; end: number }[],
  parent: string | null,
): Provision {
  const isTop = parent === null;
  return {
    eId,
    parent,
    kind: isTop ? 'section' : 'paragraph',
    tier: isTop ? 'basic' : 'inner',
    depth: isTop ? 0 : 1,
    num: null,
    citation,
    heading: null,
    status: 'in-force',
    span,
    numSpan: null,
    headingSpan: null,
    ownSpans,
  };
}

/** How the reader reads a case of the table: the law's definitions stand in a first section, the rule in the second. */
export function readCase(c: RuleCase): Attributes {
  const rule = c.lead === '' ? [c.text] : [c.lead, c.text];
  const law = lawOf([['In this Act:', ...(c.definitions ?? [])], rule], {
    language: c.language,
    kind: c.kind ?? 'statute',
  });
  const unit = readableUnits(law).find((u) => u.provision.eId === (c.lead === '' ? 'sec_2' : 'sec_2__para_1'));
  if (unit === undefined) throw new Error(`The case '${c.remark}' has no unit to read.`);
  return attributeReader(law)(unit, c.code);
}
