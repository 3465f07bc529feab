/**
 * The word UTKAST as outlines (Source Sans 3 bold, SIL Open Font License): a picture has no fonts of
 * its own, and outlines are never read aloud.
 */
const ORDET =
  'M167 6Q135 6 111 -3Q87 -11 70 -30Q54 -49 45 -78Q37 -107 37 -147L37 -326L111 -326L111 -139Q111 -109 117 -91Q124 -73 136 -65Q149 -57 167 -57Q185 -57 198 -65Q211 -73 218 -91Q225 -109 225 -139L225 -326L296 -326L296 -147Q296 -107 287 -78Q279 -49 263 -30Q247 -11 223 -3Q199 6 167 6Z' +
  'M455 0L455 -264L365 -264L365 -326L618 -326L618 -264L529 -264L529 0ZM689 0L689 -326L763 -326L763 -192L765 -192L862 -326L943 -326L844 -196L961 0L880 0L801 -137L763 -87L763 0Z' +
  'M970 0L1072 -326L1160 -326L1262 0L1184 0L1142 -165Q1135 -189 1128 -217Q1122 -244 1115 -270L1113 -270Q1108 -244 1101 -217Q1095 -189 1088 -165L1045 0ZM1037 -77L1037 -135L1194 -135L1194 -77Z' +
  'M1417 6Q1385 6 1353 -6Q1322 -17 1297 -41L1336 -89Q1353 -74 1375 -66Q1398 -57 1419 -57Q1442 -57 1453 -66Q1465 -74 1465 -89Q1465 -99 1459 -106Q1453 -112 1443 -117Q1432 -122 1418 -128L1375 -145Q1359 -153 1343 -165Q1328 -176 1319 -194Q1310 -211 1310 -235Q1310 -262 1324 -284Q1339 -305 1365 -319Q1392 -332 1426 -332Q1455 -332 1483 -321Q1510 -311 1531 -291L1492 -243Q1476 -255 1459 -262Q1442 -268 1426 -268Q1407 -268 1395 -261Q1384 -253 1384 -239Q1384 -229 1391 -223Q1397 -216 1409 -211Q1420 -206 1434 -200L1476 -183Q1496 -175 1510 -163Q1524 -151 1532 -135Q1540 -118 1540 -95Q1540 -68 1526 -45Q1511 -22 1484 -8Q1456 6 1417 6Z' +
  'M1669 0L1669 -264L1580 -264L1580 -326L1833 -326L1833 -264L1743 -264L1743 0Z'

/** The word aslant in a square, as an address for CSS. */
function picture(fill: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1700 1700" width="1700" height="1700">` +
    `<path transform="translate(850 850) rotate(-40) translate(-935 163)" ${fill} d="${ORDET}"/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

/** Side of the picture, and where it lies to be in the middle: counted from the text's corner in utskrift.css. */
const SIDA = '185mm'
const STÅENDE = '-15.5mm 26mm'
const LIGGANDE = '34mm -13.5mm'

/**
 * Style for a report that isn't decided: the word behind the text on every printed page, upright and
 * landscape, and down the page on screen. A page background is drawn once a sheet and is no content,
 * so nothing of it is tagged or read; the page says "Utkast" in words once. `kapitel` is the number
 * of chapters with named pages of their own (see createPageStyle).
 */
export function utkastStyle(kapitel: number): string {
  const liggande = ['liggande', ...Array.from({ length: kapitel }, (_, i) => `kap${i + 1}l`)]
  return [
    `:root{--utkast:${picture('fill="#f1f3f4"')};--utkast-omslag:${picture('fill="#fff" fill-opacity=".08"')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{--utkast:${picture('fill="#1a2126"')}}}`,
    // Chromium reads no custom property here, and takes shares (center, %) of the whole document.
    `@page{background:${picture('fill="#eef0f2"')} ${STÅENDE}/${SIDA} no-repeat}`,
    ...liggande.map((namn) => `@page ${namn}{background-position:${LIGGANDE}}`)
  ].join('\n')
}
