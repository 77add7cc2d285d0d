/** Terms of Croissant's own, which schema.org lacks. */
const TERMS = [
  ...['citeAs', 'column', 'containedIn', 'equivalentProperty', 'excludes', 'extract', 'field', 'fileProperty'],
  ...['fileObject', 'fileSet', 'format', 'includes', 'isArray', 'arrayShape', 'isLiveDataset', 'jsonPath', 'key'],
  ...['md5', 'parentField', 'path', 'recordSet', 'references', 'regex', 'repeated', 'replace', 'samplingRate'],
  ...['sdVersion', 'separator', 'source', 'subField', 'transform', 'unArchive', 'value', 'annotation', 'readLines'],
];

/** The JSON-LD context that Croissant recommends: without it `recordSet` and its like would be read as terms of schema.org. */
export const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(TERMS.map((term) => [term, `cr:${term}`])),
};
