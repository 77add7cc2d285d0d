/** Made when the first name is asked for, which takes the engine as long as all else here. */
let names: Intl.DisplayNames | null = null;
/** Subdivisions and unions that no region table names. */
const OTHERS: Readonly<Record<string, string>> = {
  'US-CA': 'California',
  'CA-QC': 'Quebec',
  COE: 'Council of Europe',
  OECD: 'OECD',
  APEC: 'APEC',
  ANT: 'Netherlands Antilles',
};

/** Whether a side is a model law, held against the others as a pole. */
export const isPole = (side: string): boolean => side.startsWith('archetype/');

/** Returns a jurisdiction's English name by its ISO 3166 code; the code itself where it has none; an archetype by its own name. */
export function placeName(side: string): string {
  if (isPole(side)) return `${side.slice('archetype/'.length).replaceAll('-', ' ')} (archetype)`;
  const other = OTHERS[side];
  if (other !== undefined) return other;
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
    return names.of(side) ?? side;
  } catch {
    // Intl refuses what is no region code at all: ids of instruments, unions.
    return side;
  }
}

/** `EU European Union`, or the name alone where the code says the same. */
export function placeLabel(side: string): string {
  const name = placeName(side);
  return name === side || isPole(side) ? name : `${side} ${name}`;
}
