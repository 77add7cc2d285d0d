import type { Annotator } from '../../../src/model/index.js';

declare const ledger: Annotator;
export default ledger;
