/** German terms of the field's concepts: the statutes of Germany, Austria and Switzerland name some of them differently. */
export const GERMAN = String.raw`
personal-data ¦ personendaten|personenbezogene[rn]? (daten|angaben|informationen)
data-subject ¦ betroffene[nrm]? person(en)?|betroffene[rn]?\b
controller ¦ (private[rn]? )?verantwortliche[nr]?\b|inhaber(in)? der datensammlung
processor ¦ auftrags(ver|be)arbeiter
entrust ¦ auftrags(be|ver)arbeitung|im auftrag|ubertrag(en|ung) .{0,40}bearbeitung
instructions ¦ weisung(en|sgebunden)?
joint-control ¦ gemeinsam (verantwortlich|mit anderen)|gemeinsam mit anderen
joint-liability ¦ solidarisch|gesamtschuldner
representative ¦ vertretung in der schweiz|vertreter(s|in)? (in|des)|vertretung
officer ¦ datenschutzbeauftragte|datenschutzberater
officer-contact ¦ kontaktdaten|anlaufstelle
authority ¦ aufsichtsbehorde|edob|beauftragte[rn]? fur (den )?datenschutz|datenschutzbehorde
lead-authority ¦ federfuhrend|hauptniederlassung
public-body ¦ bundesorgan|offentliche[nr]? (stelle|organ)|behorde
public-function ¦ offentliche[rn]? aufgabe|gesetzliche[rn]? aufgabe|ausubung offentlicher gewalt
telecom-operator ¦ telekommunikation|fernmelde
platform ¦ online-?plattform
third-party ¦ dritte[nrs]?\b|drittperson
recipient ¦ empfanger
disclose ¦ bekanntgabe|bekanntgeben|bekannt gegeben|bekanntzugeben|offenleg
sensitive ¦ besonders schutzenswert|besondere[rn]? kategorie
race-belief ¦ rassische|ethnische|religios|weltanschau|politische[nr]? (meinung|ansicht)|gewerkschaft|intimsphare
biometric ¦ biometrisch
genetic ¦ genetisch
health ¦ gesundheit|medizin
financial-data ¦ kreditwurdigkeit|finanz|bank(en)?\b
location-track ¦ standort|aufenthalt
criminal-record ¦ strafrechtliche[nr]? (verurteilung|verfolgung|sanktion)|verwaltungs- und strafrechtlich|vorstrafe
child ¦ kind(er|ern|es|s)?\b|minderjahrig|eltern
deceased ¦ verstorben|erb(en|in)\b
id-number ¦ ahv-?nummer|kennnummer|identifikationsnummer
anonymous ¦ anonymisier
pseudonym ¦ pseudonymisier
identifiable ¦ bestimmte oder bestimmbare|identifiziert|identifizierbar|bestimmbar
filing-system ¦ datensammlung|dateisystem|datenbank
processing-op ¦ (be|ver)arbeitung|(be|ver)arbeiten
employment ¦ arbeitnehm|arbeitgeb|beschaftig|anstellung
consumer ¦ verbraucher|konsument
journalism ¦ medien\b|medium|journalis|kunstler|meinungsfreiheit
research ¦ forschung|statisti|planung|wissenschaft
political ¦ wahlen?\b|politische[rn]? partei
consent ¦ einwillig
valid-consent ¦ freiwillig|angemessener information|unmissverstandlich
withdraw ¦ wider(ruf|rufen)
separate-consent ¦ ausdrucklich(e|en|er)? (einwillig|erfolgen)|ausdrucklich
purpose ¦ zweck(e|s|en|bindung)?\b|bestimmten? zweck
new-purpose ¦ weiterverarbeit|andere[nrm]? zweck
minimise ¦ verhaltnismassig|datenminimierung|mindestmass
accuracy ¦ richtigkeit|unrichtig|unvollstandig|richtig
retention ¦ aufbewahr|speicher(dauer|frist)|nicht mehr erforderlich
end-processing ¦ vernichte|beendigung
transparency ¦ transparen|erkennbar
lawful ¦ rechtmassig|treu und glauben|widerrechtlich
principles ¦ grundsatz|grundsatze
accountability ¦ rechenschaft|nachweis(en)?
non-discrimination ¦ diskriminier|weniger gunstig
legal-grounds ¦ rechtfertigungsgr(und|unde)|gerechtfertigt|gesetzliche grundlage
legitimate-interest ¦ uberwiegende[sn]? (privates |offentliches )?(oder )?.{0,16}interesse|berechtigte[sn]? interesse
contract-need ¦ abschluss oder (der )?abwicklung (eines|des) vertrags|vertragspartner|vertrag(s|es)?\b
legal-duty ¦ gesetzliche[rn]? (pflicht|verpflichtung)
vital ¦ das leben oder die korperliche|leib und leben|lebenswichtig
public-interest ¦ offentliche[sn]? interesse
made-public ¦ allgemein zuganglich|offentlich zuganglich
inform ¦ informationspflicht|informiert die betroffene|teilt der betroffenen|zu informieren|mitteil
notice-content ¦ identitat und (die )?kontaktdaten|bearbeitungszweck|kategorien von (empfanger|empfangerinnen)
source-not-subject ¦ nicht bei der betroffenen person beschafft|herkunft
exempt-notice ¦ informationspflicht entfallt|unverhaltnismassigen aufwand|einschrank(en|ung).{0,30}(auskunft|information)
automated ¦ automatisiert|profiling
explain-decision ¦ logik|naturlichen person uberpruft|standpunkt
marketing ¦ werbung|direktwerbung
records ¦ verzeichnis(se)? der (be|ver)arbeitung|verzeichnis
registration ¦ meldung an den beauftragten|register
security ¦ datensicherheit|technische[nr]? und organisatorische[nr]?|sicherheit der
unauthorised-access ¦ unbefugt|verlust|zufallig
encrypt ¦ verschlussel|kryptogra
breach ¦ verletzung(en)? der datensicherheit|verletzung des schutzes
breach-notice ¦ meldet .{0,60}verletzung|meldung von verletzung
notify ¦ meld(et|ung|en)\b|benachrichtig|mitgeteilt
impact ¦ folgenabschatzung
risk ¦ risik(o|en)|hohes risiko
prior-consult ¦ vorgangige konsultation|konsultation|stellungnahme
processor-contract ¦ vertraglich.{0,60}auftrags|auftragsbearbeiter.{0,80}(vertrag|vergewisser)
by-design ¦ durch technik|voreinstellung
audit ¦ prufung|kontrolle
training ¦ schulung|sensibilisier|ausbildung
conduct-code ¦ verhaltenskod|verhaltensregel
certify ¦ zertifizier|gutezeichen|qualitatszeichen|akkreditier
cooperate-duty ¦ mitwirkungspflicht|zusammenarbeit mit der aufsichtsbehorde
access-right ¦ auskunft(srecht|sbegehren|spflicht)?\b
confirm ¦ ob personendaten .{0,20}(be|ver)arbeitet|bestatigung
rectify ¦ berichtig
erase ¦ losch(ung|en)|vernicht
restrict ¦ einschrankung der verarbeitung|bestreitungsvermerk|eingeschrankt
portability ¦ datenherausgabe|datenubertrag|gangigen elektronischen format
object ¦ widerspruch|widersprechen|widersetz
know-decide ¦ selbstbestimmung
handle-request ¦ begehren|ausubung (seiner|ihrer|der) rechte|innert 30 tagen
free-charge ¦ kostenlos|unentgeltlich|gebuhr
complaint ¦ anzeige|beschwerde(recht)?
judicial-remedy ¦ gericht(e|s|en|lich)?\b|klag(e|en|erin|er)\b|rechtsanspruche|rechtsbehelf
appeal ¦ bundesverwaltungsgericht|anfecht|beschwerde .{0,20}(erheben|fuhren)
compensate ¦ schadenersatz|genugtuung|schaden
burden ¦ beweis(last|en)
collective ¦ verband(e|sklage)|gewinnerzielungsabsicht
mediation ¦ schlichtung|vermittlung|mediation
fine ¦ geldbuss|busse(n)?\b|geldstrafe
fine-amount ¦ franken|jahresumsatz
fine-criteria ¦ schwere|vorsatz|fahrlassig|mildernd
sanction ¦ sanktion
crime ¦ straf(bar|tat|bestimmung|verfolgung|rechtlich)|freiheitsstrafe|vorsatzlich
corporate-offence ¦ geschaftsbetrieb|leitungsperson
corrective ¦ verwaltungsmassnahme|anordnen|verfugen|untersag|unterbroch|abgebrochen
investigate ¦ untersuch|zeug(en|innen)|augenschein|ermittl
transfer ¦ (bekanntgabe|bekanntgeben|bekannt gegeben|ubermitt).{0,60}(ausland|drittl|drittstaat|international)|ins ausland|grenzuberschreitend
third-country ¦ drittland|drittlander|drittstaat|ausland|auslandisch|internationale[sn]? organ
transfer-general ¦ (ins ausland|drittl).{0,60}(nur|wenn)|personendaten durfen ins ausland
adequacy ¦ angemessene[nrs]? (schutz|datenschutz|schutzniveau)|angemessenheit
adequacy-criteria ¦ gesetzgebung des (betreffenden|drittl)|rechtsstaatlichkeit
safeguards ¦ standarddatenschutzklausel|datenschutzklausel|geeignete[nr]? (garantie|datenschutz|schutz)|garantien
bcr ¦ verbindliche[nr]? (unternehmens)?interne|konzern
transfer-derogation ¦ ausnahmen|in abweichung von
legal-claims ¦ rechtsanspruch(e|en)|durchsetzung
security-assessment ¦ genehmigt|genehmigung|vorgangig
transfer-notice ¦ den staat oder das internationale organ|so teilt er .{0,60}staat
onward ¦ weiterubermitt|weitergabe
localization ¦ im inland (gespeichert|aufbewahrt)|rechenzent|server
foreign-order ¦ auslandische[nr]? (gericht|behorde)|urteil.{0,60}drittland
compelled-access ¦ herausgabe(anordnung|befehl)|durchsuchung
executive-agreement ¦ rechtshilfe|staatsvertrag
reciprocity ¦ gegenseitigkeit|gegenrecht
suspend-flows ¦ bekanntgabe ins ausland .{0,40}(aufschieb|untersag)|aussetzung der ubermittlung
cooperation ¦ zusammenarbeit|amtshilfe|zusammenarbeiten
international-coop ¦ internationale[nr]? zusammenarbeit|auslandische[nr]? behorde.{0,60}datenschutz|amtshilfe .{0,40}auslandisch
territorial-scope ¦ raumliche[rn]? (geltungs|anwendungs)bereich|in der schweiz auswirken|niederlassung
targeting ¦ angebot von waren|beobachtung (von|des) verhalten
conflict-laws ¦ internationale[sn]? privatrecht|vorrang|anwendbares recht
treaty ¦ volkerrechtlich|staatsvertrag|abkommen
establish-authority ¦ beaufsichtigt die anwendung|wird errichtet|wahlt die leiterin
independence ¦ unabhangig|ohne weisungen
members ¦ leiter(in)? des edob|mitglied(er|s)?\b
appoint ¦ wahl und|gewahlt|ernenn|ernannt
term-office ¦ amtsdauer|wiederwahl|besold
removal ¦ abberuf|amtsenthebung|auflosung des arbeitsverhaltnis
after-office ¦ nebenbeschaftigung|ausstand
staff-budget ¦ budget|personal des|sekretariat
internal-rules ¦ geschaftsordnung|selbstkontrolle
tasks ¦ aufgaben
powers ¦ befugnis
competence ¦ zustandig
opinions-guidelines ¦ empfehlung|leitfaden|stellungnahme|arbeitsinstrument
report ¦ bericht(et|erstattung)?\b|tatigkeitsbericht
procedure ¦ verfahren
secrecy ¦ berufsgeheimnis|geheimhaltung|schweigepflicht|vertraulich
delegated ¦ bundesrat (regelt|erlasst|bestimmt|kann|legt)|ausfuhrungsbestimmung|delegierte rechtsakte
relation-other-law ¦ vorbehalt(en|lich)|spezialgesetz
amend-repeal ¦ aufhebung|anderung anderer erlasse|aufgehoben
commence ¦ inkrafttreten|in kraft
transition ¦ ubergangsbestimmung|laufende
definitions ¦ begriffe|begriffsbestimmung|bedeuten
scope ¦ geltungsbereich|anwendungsbereich|gilt fur|ist nicht anwendbar
object-purpose ¦ zweck dieses gesetzes|bezweckt|gegenstand
fundamental-rights ¦ grundrecht|personlichkeit
natural-person ¦ naturliche[nrs]? person
legal-person ¦ juristische[nr]? person
household ¦ personlichen gebrauch|familiare
state-security ¦ innere[nr]? oder aussere[nr]? sicherheit|nationale[nr]? sicherheit|offentliche[nr]? sicherheit|landesverteidigung
law-enforcement ¦ verhutung.{0,40}straftat|strafverfolgungsbehorde
restrictions ¦ einschrankung|ausnahme|verweiger|aufschieb
specific-situations ¦ vorbehalten bleib|besondere vorschrift
public-documents ¦ offentlichkeitsprinzip|amtliche dokumente
deadline ¦ innert|unverzuglich|so rasch als moglich|frist
proportion ¦ stand der technik|verhaltnismassigkeit
schedule ¦ anhang|anlage
party-state ¦ vertragspartei|jede partei
info-flow ¦ freie[rn]? (daten)?verkehr
national-treatment ¦ inlanderbehandlung|meistbegunstig
`;
