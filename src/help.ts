/** What `--help` prints, by command. Written for somebody who sees Tertial for the first time. */
export const HELP: Readonly<Record<string, string>> = {
  tertial: `Tertial gör rapporter (HTML och PDF) av YAML-data och Markdown.

Användning: tertial <kommando> [rapport…] [val]

Kommandon
  build    bygg rapporter till output/
  check    kontrollera rapporter utan att skriva något

Val
  --help       hjälp, även för ett kommando: tertial build --help
  --version    versionen

En rapport är en mapp under content/, till exempel
content/region-norrbotten/regionstod/2021-arsrapport. Den del av sökvägen som
räcker för att skilja den från andra går bra: tertial build regionstod

Slutkod: 0 allt gick bra, 1 minst ett fel i rapporterna, 2 fel använt kommando.
`,
  build: `Bygg rapporter: HTML, PDF, tal.json och tabeller som CSV.

Användning: tertial build [rapport…] [val]

Utan rapport byggs alla under content/. En rapport med fel skrivs inte: dess
senaste felfria version ligger kvar, och de andra byggs.

Val
  --format html,pdf   vad som görs (båda om inget sägs)
  --out MAPP          mappen att skriva till (output)
  --strict            varningar räknas som fel
  --json              felen som JSON i stället för text

Exempel
  tertial build
  tertial build du-namnden --format html
  tertial build 2021-arsrapport --out /tmp/prov --strict
`,
  check: `Kontrollera rapporter: allt som går att hitta utan att skriva ut.

Användning: tertial check [rapport…] [val]

Val
  --strict   varningar räknas som fel
  --json     resultatet som JSON i stället för text

Exempel
  tertial check
  tertial check regionstod --strict
`
}
