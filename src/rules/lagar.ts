/** A law as writers name it, with its number; `före` where another law had the name until a year. */
export interface Lag {
  readonly namn: string
  /** The name and its short forms, as a pattern. */
  readonly mönster: string
  readonly sfs: string
  /** Numbers of earlier laws by the same name, with the date the new one came into force. */
  readonly tidigare?: { readonly sfs: string; readonly till: string }
}

const lag = (namn: string, mönster: string, sfs: string, tidigare?: Lag['tidigare']): Lag =>
  tidigare ? { namn, mönster, sfs, tidigare } : { namn, mönster, sfs }

/** Laws that reports of kommuner and regions cite (svenskforfattningssamling.se). */
export const LAGAR: readonly Lag[] = [
  lag('kommunallagen', 'kommunallag(?:en|ens)?', '2017:725', {
    sfs: '1991:900',
    till: '2018-01-01'
  }),
  lag(
    'lagen om kommunal bokföring och redovisning',
    'lag(?:en)? om kommunal bokföring och redovisning|LKBR',
    '2018:597',
    { sfs: '1997:614', till: '2019-01-01' }
  ),
  lag('lagen om offentlig upphandling', 'lag(?:en)? om offentlig upphandling|LOU', '2016:1145', {
    sfs: '2007:1091',
    till: '2017-01-01'
  }),
  lag(
    'lagen om upphandling inom försörjningssektorerna',
    'lag(?:en)? om upphandling inom försörjningssektorerna|LUF',
    '2016:1146',
    { sfs: '2007:1092', till: '2017-01-01' }
  ),
  lag('lagen om valfrihetssystem', 'lag(?:en)? om valfrihetssystem|LOV', '2008:962'),
  lag('arkivlagen', 'arkivlag(?:en|ens)?', '1990:782'),
  lag(
    'offentlighets- och sekretesslagen',
    'offentlighets- och sekretesslag(?:en)?|OSL',
    '2009:400'
  ),
  lag('hälso- och sjukvårdslagen', 'hälso- och sjukvårdslag(?:en)?|HSL', '2017:30', {
    sfs: '1982:763',
    till: '2017-04-01'
  }),
  lag('patientlagen', 'patientlag(?:en|ens)?', '2014:821'),
  lag('patientsäkerhetslagen', 'patientsäkerhetslag(?:en)?', '2010:659'),
  lag('patientdatalagen', 'patientdatalag(?:en)?', '2008:355'),
  lag('tandvårdslagen', 'tandvårdslag(?:en)?', '1985:125'),
  lag(
    'lagen om tillgänglighet till digital offentlig service',
    'lag(?:en)? om tillgänglighet till digital offentlig service|DOS-lagen',
    '2018:1937'
  ),
  lag('diskrimineringslagen', 'diskrimineringslag(?:en)?', '2008:567'),
  lag('skollagen', 'skollag(?:en|ens)?', '2010:800'),
  lag('socialtjänstlagen', 'socialtjänstlag(?:en)?|SoL', '2025:400', {
    sfs: '2001:453',
    till: '2025-07-01'
  }),
  lag('arbetsmiljölagen', 'arbetsmiljölag(?:en)?|AML', '1977:1160'),
  lag('förvaltningslagen', 'förvaltningslag(?:en)?', '2017:900', {
    sfs: '1986:223',
    till: '2018-07-01'
  }),
  lag('plan- och bygglagen', 'plan- och bygglag(?:en)?|PBL', '2010:900'),
  lag('miljöbalken', 'miljöbalk(?:en|ens)?', '1998:808'),
  lag('säkerhetsskyddslagen', 'säkerhetsskyddslag(?:en)?', '2018:585'),
  lag('språklagen', 'språklag(?:en)?', '2009:600'),
  lag('bibliotekslagen', 'bibliotekslag(?:en)?', '2013:801'),
  lag('smittskyddslagen', 'smittskyddslag(?:en)?', '2004:168'),
  lag('lagen om skydd mot olyckor', 'lag(?:en)? om skydd mot olyckor|LSO', '2003:778'),
  lag(
    'lagen om stöd och service till vissa funktionshindrade',
    'lag(?:en)? om stöd och service till vissa funktionshindrade|LSS',
    '1993:387'
  ),
  lag(
    'kollektivtrafiklagen',
    'lag(?:en)? om kollektivtrafik|kollektivtrafiklag(?:en)?',
    '2010:1065'
  ),
  lag('bokföringslagen', 'bokföringslag(?:en)?', '1999:1078'),
  lag('årsredovisningslagen', 'årsredovisningslag(?:en)?', '1995:1554'),
  lag('aktiebolagslagen', 'aktiebolagslag(?:en)?', '2005:551'),
  lag('semesterlagen', 'semesterlag(?:en)?', '1977:480'),
  lag('lagen om anställningsskydd', 'lag(?:en)? om anställningsskydd|LAS', '1982:80'),
  lag('medbestämmandelagen', 'medbestämmandelag(?:en)?|MBL', '1976:580'),
  lag(
    'lagen om extraordinära händelser',
    'lag(?:en)? om extraordinära händelser i kommuner och regioner|LEH',
    '2006:544'
  )
]
