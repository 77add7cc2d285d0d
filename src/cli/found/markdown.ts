import type { SearchHit } from '../../search/index.js';
import { clean } from './text.js';

/** Hits as a Markdown list: citation, where it stands, and the words with the matches in bold. */
export function hitsMarkdown(query: string, hits: readonly SearchHit[], total: number): string {
  const items = hits.map((hit) => {
    const path = hit.path.map(asPlain).join(' › ');
    const codes = hit.codes.length === 0 ? '' : `\n  Codes: ${hit.codes.map((c) => `\`${c}\``).join(', ')}`;
    return `- **${asPlain(hit.title)}, ${asPlain(hit.provision)}** (${hit.jurisdictions.join(', ')}; \`${hit.instrument}\`)${path === '' ? '' : `  \n  ${path}`}\n\n  > ${markedMarkdown(hit)}\n${codes}`;
  });
  return `# Search: ${asPlain(query)}\n\n${total} found, ${hits.length} shown.\n\n${items.join('\n')}\n`;
}

function markedMarkdown({ snippet, marks }: SearchHit): string {
  let out = '';
  let at = 0;
  for (const { start, end } of marks) {
    out += `${asPlain(snippet.slice(at, start))}**${asPlain(snippet.slice(start, end))}**`;
    at = end;
  }
  return out + asPlain(snippet.slice(at));
}

/** What a text holds is shown, never read as Markdown or HTML. */
function asPlain(text: string): string {
  return clean(text)
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replaceAll('&', '&amp;');
}
