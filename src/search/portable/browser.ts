import { portableSearch } from './answer.js';

/**
 * The entry of the script that a page loads (`npm run build` bundles it to `dist/search/portable/browser.iife.js`): it gives the
 * page one function, `lexatlasSearch(index)`, which returns a search over the index file beside it.
 */
Object.assign(globalThis, { lexatlasSearch: portableSearch });
