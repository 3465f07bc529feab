import type { Rule } from './rule.ts'
import { rule as andelenStammer } from './andelen-stammer.ts'
import { rule as arsredovisningITid } from './arsredovisning-i-tid.ts'
import { rule as asteriskHarNot } from './asterisk-har-not.ts'
import { rule as asteriskIDataHarNot } from './asterisk-i-data-har-not.ts'
import { rule as atgardHarDatum } from './atgard-har-datum.ts'
import { rule as avsnittHarInnehall } from './avsnitt-har-innehall.ts'
import { rule as avsnittILagensOrdning } from './avsnitt-i-lagens-ordning.ts'
import { rule as avvikelseHarKommentar } from './avvikelse-har-kommentar.ts'
import { rule as bedomningHarSkal } from './bedomning-har-skal.ts'
import { rule as bristIGranskningHarSkal } from './brist-i-granskning-har-skal.ts'
import { rule as brygganGarIhop } from './bryggan-gar-ihop.ts'
import { rule as dataArFardiga } from './data-ar-fardiga.ts'
import { rule as datatabellerGarIhop } from './datatabeller-gar-ihop.ts'
import { rule as decimalteckenArKomma } from './decimaltecken-ar-komma.ts'
import { rule as delaretsJamforelser } from './delarets-jamforelser.ts'
import { rule as delarnaGerHelheten } from './delarna-ger-helheten.ts'
import { rule as delarsperiodEnligtLag } from './delarsperiod-enligt-lag.ts'
import { rule as delarsrapportITid } from './delarsrapport-i-tid.ts'
import { rule as delenRymsIHelheten } from './delen-ryms-i-helheten.ts'
import { rule as denSomSlutarErsatts } from './den-som-slutar-ersatts.ts'
import { rule as ejNattMalHarAtgard } from './ej-natt-mal-har-atgard.ts'
import { rule as enFormAvDatum } from './en-form-av-datum.ts'
import { rule as enFormAvEnhet } from './en-form-av-enhet.ts'
import { rule as enUppgiftEttVarde } from './en-uppgift-ett-varde.ts'
import { rule as ettMellanslag } from './ett-mellanslag.ts'
import { rule as ettSkiljetecken } from './ett-skiljetecken.ts'
import { rule as ettTalEnSak } from './ett-tal-en-sak.ts'
import { rule as forandringenStammer } from './forandringen-stammer.ts'
import { rule as foregaendeArStammer } from './foregaende-ar-stammer.ts'
import { rule as hanvisningMedSe } from './hanvisning-med-se.ts'
import { rule as indikatorHarMalvarde } from './indikator-har-malvarde.ts'
import { rule as indikatorHarUtfall } from './indikator-har-utfall.ts'
import { rule as ingetAttKomplettera } from './inget-att-komplettera.ts'
import { rule as kontrollArRedovisad } from './kontroll-ar-redovisad.ts'
import { rule as kontrollGarIhop } from './kontroll-gar-ihop.ts'
import { rule as kontrollHarAtgard } from './kontroll-har-atgard.ts'
import { rule as kontrollHarMetod } from './kontroll-har-metod.ts'
import { rule as kontrollHarNyPlan } from './kontroll-har-ny-plan.ts'
import { rule as lagensDelarFinns } from './lagens-delar-finns.ts'
import { rule as lanktextSagerVart } from './lanktext-sager-vart.ts'
import { rule as lydelsenGallerPerioden } from './lydelsen-galler-perioden.ts'
import { rule as malHarIndikator } from './mal-har-indikator.ts'
import { rule as maletArInteRedanNatt } from './malet-ar-inte-redan-natt.ts'
import { rule as maletNaddesSomDetStar } from './malet-naddes-som-det-star.ts'
import { rule as malstatusStammer } from './malstatus-stammer.ts'
import { rule as mellanslagForeEnhet } from './mellanslag-fore-enhet.ts'
import { rule as mellanslagVidTal } from './mellanslag-vid-tal.ts'
import { rule as minusArMinus } from './minus-ar-minus.ts'
import { rule as ordEnGang } from './ord-en-gang.ts'
import { rule as ordOmRiktningStammer } from './ord-om-riktning-stammer.ts'
import { rule as ordRattStavade } from './ord-ratt-stavade.ts'
import { rule as ordetArHelt } from './ordet-ar-helt.ts'
import { rule as organSkrivsLika } from './organ-skrivs-lika.ts'
import { rule as posternaForklararResultatet } from './posterna-forklarar-resultatet.ts'
import { rule as procentEllerProcentenheter } from './procent-eller-procentenheter.ts'
import { rule as procentHarEnBas } from './procent-har-en-bas.ts'
import { rule as prognosFinns } from './prognos-finns.ts'
import { rule as rakningarILagensForm } from './rakningar-i-lagens-form.ts'
import { rule as rapportEfterPerioden } from './rapport-efter-perioden.ts'
import { rule as rapportHarUppgifter } from './rapport-har-uppgifter.ts'
import { rule as rattSfsNummer } from './ratt-sfs-nummer.ts'
import { rule as rekommendationHarSvar } from './rekommendation-har-svar.ts'
import { rule as resultatreservFran2024 } from './resultatreserv-fran-2024.ts'
import { rule as revisionenProvarLagensFragor } from './revisionen-provar-lagens-fragor.ts'
import { rule as riskHarHantering } from './risk-har-hantering.ts'
import { rule as riskandringHarSkal } from './riskandring-har-skal.ts'
import { rule as rubrikerNumrerasAvMallen } from './rubriker-numreras-av-mallen.ts'
import { rule as samladBedomningHarSkal } from './samlad-bedomning-har-skal.ts'
import { rule as sammaRadSammaTal } from './samma-rad-samma-tal.ts'
import { rule as serierArSinaEgna } from './serier-ar-sina-egna.ts'
import { rule as serierIEnSkala } from './serier-i-en-skala.ts'
import { rule as sjukfranvaroISjuTal } from './sjukfranvaro-i-sju-tal.ts'
import { rule as snittArVagt } from './snitt-ar-vagt.ts'
import { rule as styckenEnGang } from './stycken-en-gang.ts'
import { rule as svarHarAtgard } from './svar-har-atgard.ts'
import { rule as tabellHarInnehall } from './tabell-har-innehall.ts'
import { rule as tabellensKolumnerStammer } from './tabellens-kolumner-stammer.ts'
import { rule as tabellensSummorStammer } from './tabellens-summor-stammer.ts'
import { rule as tabellensTalIEnSkala } from './tabellens-tal-i-en-skala.ts'
import { rule as tabellerMedSammaRader } from './tabeller-med-samma-rader.ts'
import { rule as talHamtasUrData } from './tal-hamtas-ur-data.ts'
import { rule as talHarKalla } from './tal-har-kalla.ts'
import { rule as talHarRattTecken } from './tal-har-ratt-tecken.ts'
import { rule as talStammerMedData } from './tal-stammer-med-data.ts'
import { rule as tankstreckIIntervall } from './tankstreck-i-intervall.ts'
import { rule as textenStammerMedTabellen } from './texten-stammer-med-tabellen.ts'
import { rule as underskottHarAtgardsplan } from './underskott-har-atgardsplan.ts'
import { rule as uppdragHarStatus } from './uppdrag-har-status.ts'
import { rule as varjeRadArSinEgen } from './varje-rad-ar-sin-egen.ts'

/** Every rule, in the order they are listed and tried. */
export const rules: readonly Rule[] = [
  andelenStammer,
  arsredovisningITid,
  asteriskHarNot,
  asteriskIDataHarNot,
  atgardHarDatum,
  avsnittHarInnehall,
  avsnittILagensOrdning,
  avvikelseHarKommentar,
  bedomningHarSkal,
  bristIGranskningHarSkal,
  brygganGarIhop,
  dataArFardiga,
  datatabellerGarIhop,
  decimalteckenArKomma,
  delaretsJamforelser,
  delarnaGerHelheten,
  delarsperiodEnligtLag,
  delarsrapportITid,
  delenRymsIHelheten,
  denSomSlutarErsatts,
  ejNattMalHarAtgard,
  enFormAvDatum,
  enFormAvEnhet,
  enUppgiftEttVarde,
  ettMellanslag,
  ettSkiljetecken,
  ettTalEnSak,
  forandringenStammer,
  foregaendeArStammer,
  hanvisningMedSe,
  indikatorHarMalvarde,
  indikatorHarUtfall,
  ingetAttKomplettera,
  kontrollArRedovisad,
  kontrollGarIhop,
  kontrollHarAtgard,
  kontrollHarMetod,
  kontrollHarNyPlan,
  lagensDelarFinns,
  lanktextSagerVart,
  lydelsenGallerPerioden,
  malHarIndikator,
  maletArInteRedanNatt,
  maletNaddesSomDetStar,
  malstatusStammer,
  mellanslagForeEnhet,
  mellanslagVidTal,
  minusArMinus,
  ordEnGang,
  ordOmRiktningStammer,
  ordRattStavade,
  ordetArHelt,
  organSkrivsLika,
  posternaForklararResultatet,
  procentEllerProcentenheter,
  procentHarEnBas,
  prognosFinns,
  rakningarILagensForm,
  rapportEfterPerioden,
  rapportHarUppgifter,
  rattSfsNummer,
  rekommendationHarSvar,
  resultatreservFran2024,
  revisionenProvarLagensFragor,
  riskHarHantering,
  riskandringHarSkal,
  rubrikerNumrerasAvMallen,
  samladBedomningHarSkal,
  sammaRadSammaTal,
  serierArSinaEgna,
  serierIEnSkala,
  sjukfranvaroISjuTal,
  snittArVagt,
  styckenEnGang,
  svarHarAtgard,
  tabellHarInnehall,
  tabellensKolumnerStammer,
  tabellensSummorStammer,
  tabellensTalIEnSkala,
  tabellerMedSammaRader,
  talHamtasUrData,
  talHarKalla,
  talHarRattTecken,
  talStammerMedData,
  tankstreckIIntervall,
  textenStammerMedTabellen,
  underskottHarAtgardsplan,
  uppdragHarStatus,
  varjeRadArSinEgen
]

export const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id))
