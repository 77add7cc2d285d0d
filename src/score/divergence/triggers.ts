/**
 * What can set a rule going or let it rest, as the concepts of the field's table (`src/text/field`) that name it in a condition. The grouping is
 * ours: conditions on the same ground in two laws count as the same trigger, whatever their words.
 */
export const TRIGGERS: readonly { readonly id: string; readonly concepts: readonly string[] }[] = [
  { id: 'consent', concepts: ['consent', 'separate-consent', 'valid-consent', 'withdraw'] },
  { id: 'protection abroad', concepts: ['adequacy', 'adequacy-criteria'] },
  { id: 'safeguards', concepts: ['safeguards', 'bcr', 'certify', 'conduct-code', 'processor-contract'] },
  { id: 'approval', concepts: ['security-assessment', 'prior-consult', 'registration'] },
  { id: 'contract', concepts: ['contract-need'] },
  { id: 'duty or claim at law', concepts: ['legal-duty', 'legal-claims'] },
  { id: 'vital interest', concepts: ['vital'] },
  { id: 'public interest', concepts: ['public-interest', 'public-policy', 'public-function'] },
  { id: 'legitimate interest', concepts: ['legitimate-interest'] },
  { id: 'security of the state', concepts: ['state-security', 'security-exception'] },
  { id: 'enforcement of law', concepts: ['law-enforcement', 'compelled-access', 'crime', 'investigate'] },
  { id: 'risk', concepts: ['risk', 'impact'] },
  { id: 'breach of security', concepts: ['breach', 'unauthorised-access'] },
  { id: 'kind of data', concepts: ['sensitive', 'health', 'financial-data', 'biometric', 'child'] },
  { id: 'end of need', concepts: ['end-processing', 'retention'] },
  { id: 'treaty or reciprocity', concepts: ['treaty', 'executive-agreement', 'reciprocity'] },
  { id: 'reach', concepts: ['territorial-scope', 'targeting', 'critical-infra', 'public-body'] },
];
