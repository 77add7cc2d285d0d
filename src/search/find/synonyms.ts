import type { Query, QueryNode, TextLeaf } from '../query/model.js';
import { termsOf } from '../terms/terms.js';

/**
 * One concept a line: the terms by which laws of the corpus define or name it. Facts of usage in our own selection; a
 * term may stand in one line only.
 */
const TABLE = `
personal data | personal information | personally identifiable information | 个人信息 | 個人資料 | 個人情報 | 개인정보 | ข้อมูลส่วนบุคคล | البيانات الشخصية | kişisel veri | kişisel veriler | dados pessoais | datos personales | données personnelles | données à caractère personnel | renseignements personnels | dữ liệu cá nhân | data pribadi | Personendaten | personenbezogene Daten
data subject | data principal | 个人信息主体 | 정보주체 | ilgili kişi | titular | titular de los datos | personne concernée | chủ thể dữ liệu | subjek data pribadi | صاحب البيانات | เจ้าของข้อมูลส่วนบุคคล
controller | data controller | data fiduciary | personal information handler | 个人信息处理者 | 個人情報取扱事業者 | 개인정보처리자 | veri sorumlusu | controlador | responsable del tratamiento | responsable du traitement | pengendali data pribadi | جهة التحكم | ผู้ควบคุมข้อมูลส่วนบุคคล
processor | data processor | data intermediary | service provider | 受托人 | 수탁자 | veri işleyen | operador | encargado del tratamiento | sous-traitant | prosesor data pribadi | جهة المعالجة | ผู้ประมวลผลข้อมูลส่วนบุคคล
cross-border transfer | transfer to a third country | transborder flow | international transfer | transfer abroad | disclosure abroad | overseas transfer | 向境外提供 | 数据出境 | 跨境提供 | 國際傳輸 | 国外移転 | 국외 이전 | yurt dışına aktarım | transferência internacional | transferencia internacional | transfert transfrontière | flux transfrontières | chuyển dữ liệu cá nhân ra nước ngoài
data localization | data localisation | location of computing facilities | local storage | data residency | 境内存储 | 存储在境内 | ubicación de las instalaciones informáticas
supervisory authority | data protection authority | data protection board | data protection commissioner | information commissioner | privacy commissioner | 国家网信部门 | 個人情報保護委員会 | 보호위원회 | autoridade nacional | autoridad de control | autorité de contrôle
data breach | personal data breach | security incident | breach of security safeguards | confidentiality incident | 个人信息泄露 | 漏えい | 유출 | veri ihlali | incidente de segurança | violation de données
sensitive personal data | sensitive personal information | special categories of personal data | 敏感个人信息 | 要配慮個人情報 | 민감정보 | özel nitelikli kişisel veriler | dados pessoais sensíveis | datos sensibles | données sensibles
consent | 同意 | 동의 | açık rıza | consentimento | consentimiento | consentement | persetujuan | ความยินยอม | موافقة
adequacy | adequate level of protection | adequate protection | comparable protection | comparable level of protection | 同等の水準 | nível adequado | nivel adecuado | niveau de protection adéquat | yeterlilik
standard contractual clauses | standard data protection clauses | model clauses | standard contract | 标准合同 | cláusulas-padrão contratuais | cláusulas contractuales tipo | clauses contractuelles types | standart sözleşme
binding corporate rules | global corporate rules | normas corporativas globais | normas corporativas vinculantes | règles d'entreprise contraignantes | bağlayıcı şirket kuralları
impact assessment | data protection impact assessment | privacy impact assessment | 影响评估 | 영향평가 | relatório de impacto | evaluación de impacto | analyse d'impact
data protection officer | privacy officer | 个人信息保护负责人 | 개인정보 보호책임자 | encarregado | delegado de protección de datos | délégué à la protection des données
erasure | right to be forgotten | deletion | 删除 | 消去 | 삭제 | silinmesi | eliminação | supresión | effacement
data portability | portability | 전송요구 | portabilidade | portabilidad | portabilité
anonymisation | anonymization | anonymised | de-identification | de-identified | 匿名化 | 匿名加工情報 | 익명처리 | anonimização | anonimización
automated decision-making | automated individual decision-making | automated decision | profiling | 自动化决策 | 자동화된 결정 | decisões automatizadas
direct marketing | unsolicited commercial electronic messages | unsolicited communications | 商业营销 | mensajes comerciales electrónicos no solicitados
source code | 源代码 | ソース・コード | código fuente
electronic commerce | digital trade | 电子商务 | 電子商取引 | 전자상거래 | comercio electrónico | commerce électronique | thương mại điện tử
`;

const CONCEPTS: readonly (readonly string[])[] = TABLE.trim()
  .split('\n')
  .map((line) => line.split(' | '));
/** No term of the table has more index terms that a query would type as separate words. */
const LONGEST_RUN = 5;

/**
 * The query with each term of the table, typed as a phrase or as words in a row, widened to what other laws call the same
 * thing. Words no concept knows stay as they are; what NOT excludes is not widened.
 */
export function withSynonyms(query: Query): Query {
  return { root: query.root === null ? null : widen(query.root) };
}

function widen(node: QueryNode): QueryNode {
  if (node.type === 'word' || (node.type === 'phrase' && node.near === null)) return alternatives([node]) ?? node;
  if (node.type === 'or') return { type: 'or', nodes: node.nodes.map(widen) };
  if (node.type !== 'and') return node;
  const nodes: QueryNode[] = [];
  for (let i = 0; i < node.nodes.length; ) {
    const run = longestRun(node.nodes, i);
    const [first] = run.nodes;
    nodes.push(run.wide ?? (first === undefined ? node : widen(first)));
    i += run.nodes.length;
  }
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { type: 'and', nodes };
}

function longestRun(
  nodes: readonly QueryNode[],
  from: number,
): { nodes: readonly QueryNode[]; wide: QueryNode | null } {
  for (let length = Math.min(LONGEST_RUN, nodes.length - from); length > 1; length -= 1) {
    const run = nodes.slice(from, from + length);
    if (!run.every((n) => n.type === 'word' && n.field === (run[0] as TextLeaf).field)) continue;
    const wide = alternatives(run as TextLeaf[]);
    if (wide !== null) return { nodes: run, wide };
  }
  return { nodes: nodes.slice(from, from + 1), wide: null };
}

function alternatives(leaves: readonly TextLeaf[]): QueryNode | null {
  const field = leaves[0]?.field ?? null;
  const concept = conceptOf(leaves.map((l) => l.text).join(' '));
  if (concept === undefined) return null;
  return { type: 'or', nodes: concept.map((text) => ({ type: 'phrase', field, text, near: null })) };
}

let concepts: ReadonlyMap<string, readonly string[]> | null = null;

function conceptOf(text: string): readonly string[] | undefined {
  concepts ??= new Map(CONCEPTS.flatMap((c) => c.map((term) => [key(term), c] as const)));
  return concepts.get(key(text));
}

function key(text: string): string {
  return termsOf(text)
    .map((t) => t.term)
    .join(' ');
}
