const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Returns the text safe in HTML content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}

/** Returns the file of an instrument's page, safe in a path: `eu/gdpr` → `eu_gdpr.html`. */
export function pageOf(instrument: string): string {
  return `${instrument.replace(/[^\w.-]/g, '_')}.html`;
}

/** Returns a whole page that needs no network. `title` is plain text, `body` is HTML. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>:root{color-scheme:light dark}body{font:16px/1.6 Georgia,serif;max-width:72rem;margin:2rem auto;padding:0 1rem}td,th{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #8886}div{overflow-x:auto}pre{white-space:pre-wrap;font:inherit}</style><main><h1>${escapeHtml(title)}</h1>${body}</main></html>\n`;
}
