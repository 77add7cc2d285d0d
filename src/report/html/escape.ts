const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Bidirectional overrides could make law text read otherwise than it is stored; isolates and marks are harmless. */
const OVERRIDES = /[\u202a-\u202e]/g;

/** Returns the text safe in HTML content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(OVERRIDES, '').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}

/** Returns the address where it is plain http or https, else null: a corpus file may say `javascript:`. */
export function webAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\/[^\s"'<>]+$/i.test(address) ? address : null;
}
