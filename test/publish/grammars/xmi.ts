import { all, readXml } from './tree.js';

/** Types that every UIMA type system has, with their features. */
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  'uima.cas.NULL': [],
  'uima.cas.Sofa': ['sofaNum', 'sofaID', 'mimeType', 'sofaString', 'sofaURI', 'sofaArray'],
  'uima.cas.View': ['sofa', 'members'],
  'uima.tcas.DocumentAnnotation': ['sofa', 'begin', 'end', 'language'],
};
const ANNOTATION = ['sofa', 'begin', 'end'];

/**
 * What is wrong with a CAS, as UIMA's XMI reader (which INCEpTION uses) would find it: types and features declared, ids unique numbers, one
 * view over one sofa, members that exist, offsets inside the text in UTF-16 units. [] for a sound one.
 * @see UIMA Reference Guide, chapter 8: XMI CAS Serialization
 */
export function xmiFaults(xmi: string, typeSystem: string): string[] {
  const types = new Map(Object.entries(BUILT_IN));
  const numeric = new Map<string, RegExp>();
  for (const type of all(readXml(typeSystem))) {
    if (type.name !== 'typeDescription') continue;
    const name = type.children.find((c) => c.name === 'name')?.text ?? '';
    const features = [...all(type)].filter((e) => e.name === 'featureDescription');
    for (const f of features) {
      const [named, range] = ['name', 'rangeTypeName'].map((n) => f.children.find((c) => c.name === n)?.text ?? '');
      if (range === 'uima.cas.Integer') numeric.set(`${name} ${named}`, /^-?\d+$/);
      if (range === 'uima.cas.Double') numeric.set(`${name} ${named}`, /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/);
    }
    types.set(name, [...ANNOTATION, ...features.map((f) => f.children.find((c) => c.name === 'name')?.text ?? '')]);
  }
  const root = readXml(xmi);
  const spaces = new Map(
    Object.entries(root.attributes).flatMap(([k, v]) => (k.startsWith('xmlns:') ? [[k.slice(6), v] as const] : [])),
  );
  /** `http:///uima/tcas.ecore` and `DocumentAnnotation` make `uima.tcas.DocumentAnnotation`. */
  const typeOf = (name: string): string => {
    const [prefix = '', local = ''] = name.split(':');
    const space = /^http:\/\/\/(.+)\.ecore$/.exec(spaces.get(prefix) ?? '')?.[1] ?? '?';
    return `${space.replaceAll('/', '.')}.${local}`;
  };
  const faults: string[] = [];
  const ids = root.children.flatMap((e) => e.attributes['xmi:id'] ?? []);
  if (new Set(ids).size !== ids.length) faults.push('an xmi:id stands twice');
  const sofas = root.children.filter((e) => typeOf(e.name) === 'uima.cas.Sofa');
  const views = root.children.filter((e) => typeOf(e.name) === 'uima.cas.View');
  const [sofa] = sofas;
  if (sofas.length !== 1 || views.length !== 1) faults.push(`${sofas.length} sofas, ${views.length} views`);
  const text = sofa?.attributes.sofaString ?? '';
  if (sofa?.attributes.sofaID !== '_InitialView') faults.push('the sofa is not that of the initial view');
  const annotations = root.children.filter((e) => e.attributes.begin !== undefined);
  const members = new Set((views[0]?.attributes.members ?? '').split(' '));
  for (const e of root.children) {
    const features = types.get(typeOf(e.name));
    if (features === undefined) faults.push(`${e.name} is not declared`);
    for (const [name, value] of Object.entries(e.attributes)) {
      if (name !== 'xmi:id' && features?.includes(name) !== true) faults.push(`${e.name} has no feature ${name}`);
      if (numeric.get(`${typeOf(e.name)} ${name}`)?.test(value) === false)
        faults.push(`${name} is no number: ${value}`);
    }
  }
  for (const e of annotations) {
    const [begin, end] = [Number(e.attributes.begin), Number(e.attributes.end)];
    if (!(begin >= 0 && begin <= end && end <= text.length)) faults.push(`${e.name} spans ${begin} to ${end}`);
    if (e.attributes.sofa !== sofa?.attributes['xmi:id']) faults.push(`${e.name} is of no sofa`);
    if (!members.has(e.attributes['xmi:id'] ?? '')) faults.push(`${e.name} is in no view`);
  }
  for (const id of members) if (!ids.includes(id)) faults.push(`the view holds ${id}, which is not there`);
  return faults;
}
