import { geoEqualEarth, geoPath } from 'd3-geo';
import countries from 'i18n-iso-countries/index.js'; // The codes alone, without their names in eighty languages.
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { placeName } from '../places.js';
import type { Mark, Scene } from '../scene/scene.js';

const WIDTH = 960;
const HEIGHT = 436;
/** Smaller lands are drawn as circles of this area, so that one can see and point at them. */
const SMALLEST_AREA = 14;
const DOT = 2.6;
/** Nobody legislates there, and it would take a sixth of the map. */
const ANTARCTICA = '010';

/** Countries as `world-atlas` has them: ISO 3166-1 numeric ids. */
export type WorldTopology = Topology<{ countries: GeometryCollection }>;

/**
 * Returns the lands of the earth in equal-area projection (Equal Earth), each marked with its ISO code for those who paint it.
 * @see https://doi.org/10.1080/13658816.2018.1504949 Šavrič, Patterson and Jenny, The Equal Earth map projection
 */
export function worldScene(topology: WorldTopology): Scene {
  const lands = feature(topology, topology.objects.countries).features.filter((f) => f.id !== ANTARCTICA);
  const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], { type: 'FeatureCollection', features: lands });
  const path = geoPath(projection).digits(1);
  const marks: Mark[] = [];
  const dots: Mark[] = [];
  for (const land of lands) {
    const side = countries.numericToAlpha2(String(land.id ?? '').padStart(3, '0'));
    const d = path(land);
    if (d === null) continue;
    const known = side === undefined ? {} : { data: { side }, title: placeName(side) };
    if (path.area(land) >= SMALLEST_AREA || side === undefined)
      marks.push({ kind: 'path', d: lighter(d), fill: 'land', stroke: 'paper', strokeWidth: 0.5, ...known });
    else {
      const [x, y] = path.centroid(land);
      dots.push({ kind: 'circle', x, y, radius: DOT, fill: 'land', stroke: 'soft', strokeWidth: 0.5, ...known });
    }
  }
  return { width: WIDTH, height: HEIGHT, label: 'Map of the world, equal-area projection', marks: [...marks, ...dots] };
}

/** Drops islets that are less than a point wide: they cost bytes and show nothing. */
function lighter(d: string): string {
  const rings = d.split(/(?=M)/);
  const kept = rings.filter((ring) => {
    const numbers = (ring.match(/-?[\d.]+/g) ?? []).map(Number);
    const xs = numbers.filter((_, i) => i % 2 === 0);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys) > 2;
  });
  return (kept.length > 0 ? kept : rings).join('');
}
