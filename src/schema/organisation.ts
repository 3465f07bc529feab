import { z } from 'zod'
import { formatDatum } from '../text/swedish.ts'
import { about, janej, pointing, regler, text } from './common.ts'

/** Folder names: ASCII, since they become addresses. */
const mapp = about(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'mapp' }),
  'Enhetens mapp under data/ och content/: a–z, siffror och bindestreck.',
  'regionstod'
)

const enhet = z.strictObject({
  id: mapp,
  namn: about(text, 'Namnet som det skrivs i rapporten.', 'Division Regionstöd'),
  kortnamn: about(text, 'Kortare namn, för tabeller och sidfot.', 'Regionstöd').optional(),
  slag: about(text, 'Vad enheten är.', 'nämnd', 'division', 'förvaltning').optional(),
  värdar: about(z.array(text), 'De andra organisationer som en gemensam nämnd hör till.', [
    'Region Västmanland'
  ]).optional(),
  get enheter() {
    return about(z.array(enhet), 'Enheterna under den här.').optional()
  }
})
export type EnhetRecord = z.infer<typeof enhet>

const typsnitt = z.union([
  text,
  z.strictObject({
    namn: about(text, 'Typsnittets namn.', 'Vår Sans'),
    normal: about(text, 'Filen med normala bokstäver (400).', 'var-sans-400.woff2'),
    halvfet: about(text, 'Filen med halvfeta bokstäver (600).', 'var-sans-600.woff2'),
    kursiv: about(text, 'Filen med kursiva bokstäver.', 'var-sans-400-kursiv.woff2').optional(),
    'halvfet kursiv': about(
      text,
      'Filen med halvfeta kursiva bokstäver.',
      'var-sans-600-kursiv.woff2'
    ).optional()
  })
])
export type Typsnittsrecord = z.infer<typeof typsnitt>

export const organisation = z.strictObject({
  namn: about(text, 'Organisationens namn.', 'Region Norrbotten'),
  kortnamn: about(text, 'Kortare namn, för sidfot och index.', 'Norrbotten').optional(),
  slag: about(
    z.enum(['region', 'kommun', 'annan']),
    'Region eller kommun, vilket styr vilka lagregler som prövas, eller annan, som inga prövas för.',
    'region'
  ),
  exempel: about(
    text,
    'Märker alla organisationens rapporter som exempel, med den här meningen. Utelämnas för egna rapporter.',
    'Exempel med publicerade siffror. All text är nyskriven.'
  ).optional(),
  sidfot: about(
    text,
    'Vad sidfoten i exemplets rapporter säger, i stället för den vanliga meningen.',
    'Exempel. Regionen finns inte.'
  ).optional(),
  enheter: about(z.array(enhet).min(1), 'Nämnder, förvaltningar och divisioner, som ett träd.'),
  benämningar: about(z.array(text), 'Andra organ som nämns i rapporterna, så som de ska skrivas.', [
    'Patientnämnden'
  ]).optional(),
  tema: about(
    z.strictObject({
      accent: about(
        z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'färg' }),
        'Färgen på rubriklinjer, länkar och diagram. Prövas mot kraven på kontrast.',
        '#0f5c6e'
      ).optional(),
      varm: about(
        z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'färg' }),
        'Färgen på det som är sämre, i diagram.',
        '#a84a22'
      ).optional(),
      omslag: about(
        z.enum(['fylld', 'delad', 'ljus']),
        'Omslaget: accentfärg över hela, över övre delen, eller vitt.',
        'delad'
      ).optional(),
      logotyp: about(
        z.strictObject({
          fil: about(text, 'SVG eller PNG i organisationens mapp.', 'logotyp.svg'),
          negativ: about(
            text,
            'Samma logotyp för färgad botten. Utan den får logotypen en vit platta där.',
            'logotyp-vit.svg'
          ).optional(),
          alt: about(text, 'Vad bilden föreställer, för den som inte ser den.', 'Region Norrbotten')
        }),
        'Logotypen på omslag och brev.'
      ).optional(),
      typsnitt: about(
        z.strictObject({
          rubriker: about(
            typsnitt,
            'Rubriker, tabeller och diagram. Ett namn på ett installerat typsnitt, eller egna filer.',
            'Fira Sans'
          ).optional(),
          text: about(typsnitt, 'Löpande text.', 'Literata').optional()
        }),
        'Typsnitt: fasta snitt, inte variabla.'
      ).optional()
    }),
    'Hur rapporterna ser ut.'
  ).optional()
})
export type OrganisationRecord = z.infer<typeof organisation>

export const rapportstatus = about(
  z.enum(['utkast', 'klar', 'granskad', 'beslutad']),
  'Hur långt arbetet har kommit. Allt utom beslutad märks Utkast.',
  'utkast'
)
export type Rapportstatus = z.infer<typeof rapportstatus>

export const rapport = z.strictObject({
  dokumenttyp: pointing(
    text,
    'dokumenttyp',
    'Mallen i templates/dokument som rapporten följer.',
    'årsrapport'
  ),
  titel: about(text, 'Titeln på omslaget.', 'Årsrapport 2021'),
  ingress: about(
    text,
    'En eller två meningar under titeln.',
    'Så gick det för division Regionstöd under 2021.'
  ).optional(),
  period: about(
    text,
    'Perioden: år, tertial (T1 jan–apr, T2 jan–aug) eller till och med en månad.',
    '2021',
    '2021-T2',
    '2021-03'
  ),
  status: rapportstatus,
  lagstadgad: about(
    janej,
    'Skriv ja i den delårsrapport som en kommun eller region lämnar enligt 13 kap. LKBR.',
    'ja'
  ).optional(),
  nysida: about(
    z.enum(['kapitel', 'nej']),
    'Om varje kapitel börjar på ny sida i PDF, i stället för det som mallen säger.',
    'nej'
  ).optional(),
  diarienummer: about(text, 'Ärendets nummer i diariet.', 'EX 2022/0117').optional(),
  datum: about(
    z.string().refine((text) => formatDatum(text) !== undefined, { error: 'datum' }),
    'Rapportens dag: år-månad-dag.',
    '2022-02-14'
  ).optional(),
  ansvarig: about(text, 'Den som svarar för rapporten.', 'Karin Ek, ekonomichef').optional(),
  ansvariga: about(z.union([text, z.array(text)]), 'De som svarar för rapporten.', [
    'Karin Ek',
    'Nils Ahl'
  ]).optional(),
  regler: regler.optional(),
  till: about(
    z.union([text.transform((namn) => [namn]), z.array(text).min(1)]),
    'Den eller de som ett brev går till.',
    'Landstingets revisorer'
  ).optional(),
  ort: about(text, 'Orten där ett brev skrivs under.', 'Karlskrona').optional(),
  underskrifter: about(
    z
      .array(
        z.strictObject({
          namn: about(text, 'Den som skriver under.', 'Ingrid Tordmark'),
          titel: about(text, 'Titeln under namnet.', 'Ekonomidirektör').optional()
        })
      )
      .min(1),
    'De som skriver under ett brev.'
  ).optional(),
  förteckningar: about(
    z.array(z.enum(['tabeller', 'diagram'])),
    'Förteckningar med sidnummer efter innehållet.',
    ['tabeller', 'diagram']
  ).optional(),
  avsnitt: about(
    z.array(
      z.strictObject({
        id: pointing(
          text,
          'avsnitt',
          'Avsnittets namn: filens namn utan nummer, för 60-ekonomi.md alltså ekonomi.',
          'ekonomi'
        ),
        ägare: about(text, 'Den som skriver avsnittet.', 'Karin Ek').optional(),
        status: rapportstatus.optional()
      })
    ),
    'Vem som skriver varje avsnitt och hur långt det har kommit.'
  ).optional()
})
export type RapportRecord = z.infer<typeof rapport>
