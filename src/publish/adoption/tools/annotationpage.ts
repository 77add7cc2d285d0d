import { type CodingFile, check, type Fields, fieldsOf, fromJson, kept, type Line } from '../records.js';

/** W3C Web Annotation: a page, a collection with its first page, or a bare list. Lines are counted in items. @throws DatasetError where the file is no JSON. */
export function fromAnnotationPage(file: CodingFile): Line[] {
  const data = fromJson(file) as { items?: unknown; first?: { items?: unknown } } | null;
  const items = Array.isArray(data) ? data : (data?.items ?? data?.first?.items);
  return (Array.isArray(items) ? items : []).map((one, i) => {
    const item = fieldsOf(one);
    const body = first(item.body);
    const target = first(item.target);
    const selectors = [target.selector].flat() as Fields[];
    const position = selectors.find((s) => s?.type === 'TextPositionSelector');
    const quote = selectors.find((s) => s?.type === 'TextQuoteSelector');
    return check(
      i + 1,
      kept(body['lexatlas:record'], {
        instrument: target['lexatlas:instrument'],
        eId: target['lexatlas:eId'],
        provision: target['lexatlas:citation'] ?? target['lexatlas:eId'],
        code: body.value,
        modality: body['lexatlas:modality'],
        force: body['lexatlas:force'],
        addressee: body['lexatlas:addressee'],
        confidence: body['lexatlas:confidence'],
        verdict: body['lexatlas:verdict'],
        quoteSha256: target['lexatlas:quoteSha256'],
        span: position === undefined ? null : { start: position.start, end: position.end },
        quote: quote ?? null,
      }),
    );
  });
}

function first(value: unknown): Fields {
  return fieldsOf([value].flat()[0]);
}
