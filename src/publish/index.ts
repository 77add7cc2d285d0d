export { toCsv } from './csv.js';
export { exportAs } from './export.js';
