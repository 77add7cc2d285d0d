import type { Line, Text, Unit } from './notation.js';

const escaped = (s: string): string => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const printed = (l: Line): string => (l.marker === '' ? l.text : `${l.marker} ${l.text}`);

/** A line with the lines under it. */
interface Node {
  readonly line: Line;
  readonly children: Node[];
}

function nest(lines: readonly Line[]): readonly Node[] {
  const root: Node[] = [];
  const stack: Node[] = [];
  for (const line of lines) {
    const node: Node = { line, children: [] };
    stack.length = Math.min(stack.length, line.depth);
    (stack.at(-1)?.children ?? root).push(node);
    stack.push(node);
  }
  return root;
}

/** Akoma Ntoso 3.0: chapters, articles, paragraphs and points with eIds by the standard's naming convention. */
export function writeAkn(text: Text, name: string, date: string): string {
  const work = `/akn/xa/act/${date}/${name}`;
  const frbr = (kind: string, uri: string): string =>
    `<FRBR${kind}><FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/><FRBRdate date="${date}" name="${kind}"/><FRBRauthor href="#lexatlas"/>`;
  const names = ['paragraph', 'point'] as const;
  const inside = (nodes: readonly Node[], eId: string, level: number): string =>
    nodes.map((n) => unit(n, eId, level)).join('\n');
  const unit = (n: Node, parent: string, level: number): string => {
    const element = names[level] ?? 'point';
    const eId = `${parent}__${element === 'paragraph' ? 'para' : 'point'}_${n.line.marker.replace(/[().]/gu, '')}`;
    const p = `<p>${escaped(n.line.text)}</p>`;
    const body =
      n.children.length === 0
        ? `<content>${p}</content>`
        : `<intro>${p}</intro>\n${inside(n.children, eId, level + 1)}`;
    return `<${element} eId="${eId}"><num>${n.line.marker}</num>${body}</${element}>`;
  };
  const article = (u: Unit, parent: string): string => {
    const eId = `${parent}__art_${u.num}`;
    const nodes = nest(u.lines);
    const first = nodes[0];
    const p = first && first.line.marker === '' ? `<p>${escaped(first.line.text)}</p>` : null;
    const body =
      p === null
        ? inside(nodes, eId, 0)
        : first?.children.length
          ? `<intro>${p}</intro>\n${inside(first.children, eId, 1)}`
          : `<content>${p}</content>`;
    return `<article eId="${eId}"><num>Article ${u.num}</num><heading>${escaped(u.heading)}</heading>\n${body}\n</article>`;
  };
  const chapters = text.divisions.map((d) => {
    const eId = `chp_${d.num}`;
    const articles = d.units.map((u) => article(u, eId)).join('\n');
    return `<chapter eId="${eId}"><num>Chapter ${d.num}</num><heading>${escaped(d.heading)}</heading>\n${articles}\n</chapter>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<act name="regulation">
<meta><identification source="#lexatlas">
${frbr('Work', work)}<FRBRcountry value="xa"/></FRBRWork>
${frbr('Expression', `${work}/eng@${date}`)}<FRBRlanguage language="eng"/></FRBRExpression>
${frbr('Manifestation', `${work}/eng@${date}.akn`)}</FRBRManifestation>
</identification><references source="#lexatlas"><TLCOrganization eId="lexatlas" href="/ontology/organization/lexatlas" showAs="lexatlas"/></references></meta>
<preface><longTitle><p><docTitle>${escaped(text.title)}</docTitle></p></longTitle></preface>
<body>
${chapters.join('\n')}
</body>
</act>
</akomaNtoso>
`;
}

/** Plain semantic HTML: h1 to h3, paragraphs, and lists whose markers are printed in the text. */
export function writeHtml(text: Text): string {
  const list = (nodes: readonly Node[]): string =>
    `<ol style="list-style: none">\n${nodes.map((n) => `<li><p>${escaped(printed(n.line))}</p>${under(n)}</li>`).join('\n')}\n</ol>`;
  const under = (n: Node): string => (n.children.length === 0 ? '' : `\n${list(n.children)}`);
  const body = text.divisions.map((d) => {
    const units = d.units.map((u) => {
      const words = nest(u.lines).map((n) => `<p>${escaped(printed(n.line))}</p>${under(n)}`);
      return `<h3>${text.unit} ${u.num}. ${escaped(u.heading)}</h3>\n${words.join('\n')}`;
    });
    return `<h2>${text.division} ${d.num} — ${escaped(d.heading)}</h2>\n${units.join('\n')}`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(text.title)}</title></head>
<body>
<main>
<h1>${escaped(text.title)}</h1>
${body.join('\n')}
</main>
</body>
</html>
`;
}

/** Markdown with a heading for each chapter and section, and one paragraph for each numbered line. */
export function writeMarkdown(text: Text): string {
  const body = text.divisions.map((d) => {
    const units = d.units.map((u) => `### ${text.unit} ${u.num}. ${u.heading}\n\n${u.lines.map(printed).join('\n\n')}`);
    return `## ${text.division} ${d.num} — ${d.heading}\n\n${units.join('\n\n')}`;
  });
  return `# ${text.title}\n\n${body.join('\n\n')}\n`;
}

/** XML in the element layout of the ToTA corpus: treaty, meta, body, chapters and articles with running text inside. */
export function writeTota(text: Text, date: string, parties: readonly string[]): string {
  const codes = parties.map((p, i) => `      <partyisocode n="${i + 1}">${p}</partyisocode>`).join('\n');
  const chapters = text.divisions.map((d, i) => {
    const articles = d.units.map((u, j) => {
      const words = u.lines.map((l) => escaped(printed(l))).join('\n\n');
      return `      <article number="ARTICLE ${u.num}" name="${escaped(u.heading)}" article_identifier="${(i + 1) * 100 + j + 1}">${words}</article>`;
    });
    return `    <chapter number="CHAPTER ${d.num}" name="${escaped(d.heading)}" chapter_identifier="${i + 1}">\n${articles.join('\n')}\n    </chapter>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<treaty>
  <meta>
    <name>${escaped(text.title)}</name>
    <type>Digital Trade Agreement</type>
    <status>In Force</status>
    <date_signed>${date}</date_signed>
    <date_into_force>2023-05-01</date_into_force>
    <parties>
${codes}
    </parties>
    <composition>Bilateral</composition>
    <language>en</language>
  </meta>
  <body>
${chapters.join('\n')}
  </body>
</treaty>
`;
}
