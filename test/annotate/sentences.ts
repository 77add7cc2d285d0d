/** Plain sentences as a scholar would try them, one or two a code; written for this test, taught to no model. */
export const SENTENCES: readonly (readonly [code: string, heading: string, text: string])[] = [
  [
    'transfer.general',
    'Transfer of data abroad',
    'Personal data shall not leave the country except as this Chapter allows.',
  ],
  [
    'transfer.general',
    'Cross-border transfers',
    'A controller may transfer personal data to another country only if the conditions of this Part are fulfilled.',
  ],
  [
    'transfer.adequacy',
    'Adequate protection',
    'Personal data may be transferred to countries that the Minister has listed as offering an adequate level of data protection.',
  ],
  [
    'transfer.adequacy',
    'Transfers',
    'The authority shall publish a list of states whose law protects personal data to an equivalent standard.',
  ],
  [
    'transfer.safeguards',
    'Contracts',
    'A transfer abroad is allowed where exporter and importer have signed the standard contractual clauses approved by the regulator.',
  ],
  [
    'transfer.safeguards',
    'Groups of companies',
    'Multinational groups may rely on binding corporate rules to transfer personal data to affiliates in third countries.',
  ],
  [
    'transfer.consent',
    'Consent to transfers',
    'The data subject must have explicitly consented to the transfer of his or her data to a third country after being told of the risks.',
  ],
  [
    'transfer.derogation',
    'Exceptions',
    'A transfer to a third country is permitted where it is necessary for the performance of a contract with the data subject.',
  ],
  [
    'transfer.derogation',
    'Exceptions to the ban on transfers',
    'Personal data may be transferred abroad where this is necessary to protect the vital interests of a person.',
  ],
  [
    'transfer.authorisation',
    'Prior approval',
    'No personal data may be exported without the prior authorisation of the data protection authority.',
  ],
  [
    'transfer.authorisation',
    'Security assessment',
    'Before providing important data abroad, the operator shall pass a security assessment by the national authority.',
  ],
  [
    'transfer.accountability',
    'Responsibility',
    'An organisation that transfers personal information to a recipient abroad remains responsible for its protection there.',
  ],
  [
    'transfer.onward',
    'Onward transfer',
    'The recipient shall not transfer the data onward to another third country without the exporter’s consent.',
  ],
  [
    'transfer.free-flow',
    'Free flow of data',
    'Each Party shall allow the cross-border transfer of data by electronic means for the conduct of business.',
  ],
  [
    'transfer.free-flow',
    'Movement of information',
    'The Parties shall refrain from imposing restrictions on the cross-border flow of information.',
  ],
  [
    'transfer.exception',
    'Cross-border transfer of information',
    'Nothing in this Article prevents a Party from restricting data transfers to achieve a legitimate public policy objective.',
  ],
  [
    'transfer.exception',
    'Security exception',
    'Nothing in this Digital Trade Chapter shall prevent a Party from taking measures that it considers necessary for its essential security interests.',
  ],
  [
    'transfer.reciprocity',
    'Counter-measures',
    'If another state adopts discriminatory restrictions on data transfers against this state, the Government may take reciprocal measures.',
  ],
  [
    'jurisdiction.territorial',
    'Territorial scope',
    'This Act applies to every controller established in the territory of the Republic.',
  ],
  [
    'jurisdiction.extraterritorial',
    'Application abroad',
    'This Act also applies to controllers outside the country that offer goods or services to individuals in the country.',
  ],
  [
    'jurisdiction.extraterritorial',
    'Scope',
    'The law applies to processing carried out abroad where the behaviour of persons located in the territory is monitored.',
  ],
  [
    'jurisdiction.representative',
    'Local representative',
    'A foreign controller shall appoint a representative in the territory in writing.',
  ],
  [
    'jurisdiction.compelled-access',
    'Production orders',
    'A court may order a provider to produce data in its control regardless of whether the data are stored within or outside the country.',
  ],
  [
    'jurisdiction.blocking',
    'Requests of foreign authorities',
    'Personal data shall not be disclosed to a foreign court or authority without the approval of the competent authority.',
  ],
  [
    'jurisdiction.conflict',
    'Conflict of laws',
    'A provider may move to quash the order where compliance would violate the law of a foreign country, and the court shall weigh comity.',
  ],
  ['localization.storage', 'Storage', 'Personal data shall be stored on servers located in the territory.'],
  [
    'localization.storage',
    'Local copy',
    'Every controller shall keep at least one copy of the personal data on a server within the country.',
  ],
  [
    'localization.facilities',
    'Local servers',
    'A provider must locate its data centre in the country as a condition of its licence.',
  ],
  [
    'localization.ban',
    'Location of computing facilities',
    'No Party shall require a company to use computing facilities in its territory as a condition of doing business there.',
  ],
  [
    'localization.exception',
    'Location of computing facilities',
    'Nothing in this Article prevents a Party from requiring local computing facilities to achieve a legitimate public policy objective.',
  ],
  [
    'remedies.complaint',
    'Complaints',
    'Every data subject has the right to lodge a complaint with the supervisory authority.',
  ],
  [
    'remedies.complaint',
    'Complaints to the Commissioner',
    'An individual may file a written complaint with the Privacy Commissioner about a breach of this Act.',
  ],
  [
    'remedies.judicial',
    'Judicial review',
    'Any person may bring an action before the courts against a decision of the data protection authority.',
  ],
  [
    'remedies.judicial',
    'Appeals',
    'A controller aggrieved by a decision of the Commissioner may appeal to the High Court.',
  ],
  [
    'remedies.compensation',
    'Compensation',
    'A person who has suffered damage from unlawful processing of personal data is entitled to compensation from the controller.',
  ],
  [
    'remedies.collective',
    'Class actions',
    'A consumer association may bring a representative action on behalf of data subjects.',
  ],
  [
    'remedies.administrative-penalty',
    'Administrative fines',
    'The authority may impose an administrative fine of up to 4 per cent of worldwide annual turnover.',
  ],
  [
    'remedies.administrative-penalty',
    'Civil penalties',
    'A business that violates this title is liable for a civil penalty of not more than 7,500 dollars for each violation.',
  ],
  [
    'remedies.criminal-penalty',
    'Offences',
    'A person who unlawfully discloses personal data commits an offence and is liable on conviction to imprisonment for two years.',
  ],
  [
    'remedies.corrective',
    'Enforcement notice',
    'The Commissioner may order the controller to stop processing and to erase personal data processed in breach of this Act.',
  ],
  [
    'remedies.corrective',
    'Suspension of transfers',
    'The authority may suspend or prohibit the transfer of personal data to a recipient in a third country.',
  ],
  [
    'remedies.foreign',
    'Redress for foreigners',
    'Foreign nationals not resident in the country enjoy the same judicial remedies for breaches of their data rights as citizens.',
  ],
  [
    'remedies.dispute-settlement',
    'Dispute settlement',
    'The Chapter on Dispute Settlement shall not apply to this Chapter on Electronic Commerce.',
  ],
  [
    'cooperation.authority',
    'Supervisory authority',
    'A Data Protection Authority is hereby established, which shall act with complete independence.',
  ],
  [
    'cooperation.international',
    'International cooperation',
    'The Commissioner shall cooperate and exchange information with the data protection authorities of other countries.',
  ],
  [
    'cooperation.international',
    'Cooperation',
    'The Parties shall cooperate and share experiences on the protection of personal information and consumers in electronic commerce.',
  ],
  [
    'cooperation.interoperability',
    'Interoperability',
    'Each Party should encourage mechanisms to promote compatibility between their different data protection regimes.',
  ],
  [
    'standards.framework',
    'Personal information protection',
    'Each Party shall adopt or maintain a legal framework that protects the personal information of users of digital trade.',
  ],
  [
    'standards.consent',
    'Consent',
    'Personal data may be processed only with the consent of the data subject, which may be withdrawn at any time.',
  ],
  [
    'standards.security',
    'Security',
    'The controller shall implement appropriate technical and organisational measures to protect personal data against unauthorised access.',
  ],
  [
    'standards.security',
    'Breach notification',
    'The controller shall notify the authority of a personal data breach within 72 hours.',
  ],
  [
    'standards.certification',
    'Certification',
    'The authority shall encourage data protection certification mechanisms and codes of conduct.',
  ],
  [
    'standards.certification',
    'Electronic signatures',
    'A Party shall not deny the legal validity of a signature solely because it is in electronic form.',
  ],
  [
    'standards.sensitive',
    'Special categories',
    'The processing of data concerning health, religion or sexual orientation is prohibited.',
  ],
  [
    'standards.sensitive',
    'Children',
    'The personal data of a child may be processed only with the permission of a parent.',
  ],
  [
    'standards.non-discrimination',
    'Digital products',
    'No Party shall accord less favourable treatment to digital products of another Party than to other like digital products.',
  ],
  [
    'concepts.personal-data',
    'Definitions',
    '“personal data” means any information relating to an identified or identifiable individual.',
  ],
  [
    'concepts.sensitive-data',
    'Definitions',
    '“sensitive data” means data revealing racial origin, political opinions, health or biometric data.',
  ],
  [
    'concepts.actor',
    'Definitions',
    '“controller” means the person who determines the purposes and means of the processing of personal data.',
  ],
  [
    'concepts.transfer',
    'Definitions',
    '“cross-border transfer” means making personal data available to a recipient located in another country.',
  ],
];

/** Sentences that carry no code, though they use the field's words. */
export const SILENT: readonly (readonly [heading: string, text: string])[] = [
  ['Short title', 'This Act may be cited as the Personal Data Protection Act.'],
  ['Funds', 'The expenses of the Data Protection Commission shall be paid out of the budget of the State.'],
  [
    'Transfer of capital',
    'A Party shall let investors move profits and capital of an investment freely and without delay into and out of its territory.',
  ],
  ['Test data', 'A Party shall protect undisclosed test data submitted for the approval of pharmaceutical products.'],
  ['Records', 'The controller shall keep a record of its processing activities.'],
  ['Entry into force', 'This Law enters into force six months after its publication.'],
  ['Term of office', 'The members of the Board hold office for four years and may be reappointed once.'],
  ['Paperless trading', 'Each Party shall accept trade administration documents submitted electronically.'],
  ['Plant protection', 'The Parties shall exchange information on pests of plants and plant products.'],
  ['Customs duties', 'No Party shall impose customs duties on electronic transmissions.'],
];
