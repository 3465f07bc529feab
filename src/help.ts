/** What `--help` prints, by command. Written for somebody who sees Tertial for the first time. */
export const HELP: Readonly<Record<string, string>> = {
  tertial: `Tertial gör rapporter (HTML och PDF) av YAML-data och Markdown.

Användning: npx tertial <kommando> [rapport…] [val]

Tertial körs i projektets mapp, alltid med npx före.

Kommandon
  build       bygg rapporter till output/
  preview     visa rapporter i webbläsaren medan du skriver
  check       kontrollera rapporter utan att skriva något
  explain     förklara reglerna som check prövar
  status      visa hur långt rapporterna har kommit och vem som är skyldig vad
  new         gör en ny rapport från en mall och från förra periodens rapport
  init        gör ett nytt projekt i en tom mapp
  schema      ge textredigeraren scheman, så att den föreslår och förklarar nycklar
  diff        visa vad som skiljer mot en tidigare version eller period
  completion  låt skalet fylla i kommandon, rapporter och regler

Val
  --help       hjälp, även för ett kommando: npx tertial build --help
  --version    versionen

En rapport är en mapp under content/, till exempel
content/region-norrbotten/regionstod/2021-arsrapport. Den del av sökvägen som
räcker för att skilja den från andra går bra:

  npx tertial build regionstod/2021-arsrapport

Slutkod: 0 allt gick bra, 1 minst ett fel i rapporterna, 2 fel använt kommando.
`,
  build: `Bygg rapporter: HTML, PDF, tal.json och tabeller som CSV.

Användning: npx tertial build [rapport…] [val]

Utan rapport byggs alla under content/. En rapport med fel skrivs inte: dess
senaste felfria version ligger kvar, och de andra byggs.

Val
  --format html,pdf   html: sidan, tal.json och CSV. pdf: detsamma och PDF-filen.
                      Båda om inget sägs
  --out MAPP          mappen att skriva till (output)
  --strict            varningar räknas som fel
  --kontrollera-pdf   pröva varje PDF mot PDF/UA-1 och PDF/A med veraPDF; kräver
                      Java 17, och Maven första gången
  --json              felen som JSON i stället för text

Exempel
  npx tertial build
  npx tertial build du-namnden --format html
  npx tertial build regionstod/2021-arsrapport --out /tmp/prov --strict
`,
  check: `Kontrollera rapporter: allt som går att hitta utan att skriva ut.

Användning: npx tertial check [rapport…] [val]

Val
  --strict          varningar räknas som fel
  --fix             rätta det som går att rätta utan att fråga: typografi, och tal
                    som bara kan vara en uppgift i data. Filerna skrivs om.
  --tystade         visa också det som är tystat, med skälen
  --sjalvgranskning svara på revisorernas frågor ur data: vad som är uppfyllt, inte
                    helt uppfyllt och inte uppfyllt, och varför
  --json            resultatet som JSON i stället för text
  --sarif           resultatet som SARIF 2.1.0
  --annotera SYSTEM kommentarer i ändringsförslag: github, gitlab eller azure
                    (i GitHub Actions och Azure Pipelines görs det av sig självt)

En regels nivå ställs i styrmodell.yaml för projektet och i rapport.yaml för en
rapport, och ett fynd tystas med skäl på sitt ställe. Hur, säger
npx tertial explain <regel>

Exempel
  npx tertial check
  npx tertial check regionstod/2021-arsrapport --strict
  npx tertial check --fix
  npx tertial check --annotera gitlab > gl-code-quality-report.json
`,
  preview: `Visa rapporter i webbläsaren medan du skriver.

Användning: npx tertial preview [rapport] [val]

Sidan följer med varje gång du sparar, och står kvar där du läser. Fel visas
över den senaste felfria sidan, med rad och råd. Det som check anmärker på står
i marginalen. Peka på ett stycke så visas filen och raden; klicka på ett tal så
visas var det kommer ifrån. Pdf-filen görs när du ber om den.

Bara den här datorn kommer åt sidan. Avsluta med Ctrl+C.

Val
  --port PORT       port att svara på; annars väljs en ledig
  --editor EDITOR   vart länkar till rader leder: vscode, cursor, vscodium,
                    windsurf, zed, idea, sublime, ingen, eller ett eget mönster
                    med {path} och {line}. Kan också stå i miljövariabeln
                    TERTIAL_EDITOR. Om inget sägs: vscode
  --öppna-inte      skriv adressen utan att öppna webbläsaren

Exempel
  npx tertial preview
  npx tertial preview regionstod/2021-arsrapport --editor cursor
  npx tertial preview --port 8080 --öppna-inte
  npx tertial preview --editor "min-editor://open?file=/{path}&line={line}"
`,
  explain: `Förklara reglerna: varför de finns, och vad som är fel och rätt.

Användning: npx tertial explain [regel…]

Utan regel listas alla med sin nivå.

Exempel
  npx tertial explain
  npx tertial explain tal-stammer-med-data
`,
  status: `Visa hur långt rapporterna har kommit.

Användning: npx tertial status [rapport…] [val]

För varje enhet och rapport: status, hur många avsnitt som är klara, antal fel,
varningar och råd, och vad som saknas med den som ska lämna det. Ägare och
status för ett avsnitt står i rapport.yaml:

  avsnitt:
    - id: ekonomi
      ägare: Karin Ek
      status: klar

Ett avsnitt utan status har rapportens. Utan ägare svarar den som mallen
anger, annars rapportens ansvariga. En rapport som inte är beslutad får
märket Utkast i HTML och på varje sida i PDF.

Val
  --json   resultatet som JSON i stället för text

Exempel
  npx tertial status
  npx tertial status regionstod/2021-arsrapport
  npx tertial status --json

Slutkod: 0, eller 2 om ingen rapport passar namnet.
`,
  new: `Gör en ny rapport.

Användning: npx tertial new <dokumenttyp> --enhet <enhet> --period <period>

Gör mappen content/<organisation>/<enhet>/<period>-<dokumenttyp>/ med
rapport.yaml och en fil för varje avsnitt. Rubriker och vägledning kommer från
mallen i templates/dokument. Finns en tidigare rapport av samma slag för
enheten följer dess avsnitt, rubriker, ansvariga och ägare med. Data följer
med av sig själva, eftersom serierna fortsätter.

Ingenting skrivs över. En fil som redan finns lämnas orörd, och det sägs.

Val
  --enhet ENHET     organisation/enhet, eller den del av namnet som räcker
  --period PERIOD   2026, 2026-T1 (jan–apr), 2026-T2 (jan–aug) eller 2026-03

Exempel
  npx tertial new årsrapport --enhet region-norrbotten/regionstod --period 2022
  npx tertial new internkontrollplan --enhet regionstod --period 2022
  npx tertial new "uppföljning av intern kontroll" --enhet du-namnden --period 2018-T1

Slutkod: 0 rapporten är gjord, 2 fel dokumenttyp, enhet eller period.
`,
  init: `Gör ett nytt projekt i en tom mapp: en organisation med en enhet, dess data, en
årsrapport som visar vad som går att göra, och mallarna. Det går att bygga direkt.

Användning: npx tertial init [val]

Organisationens namn frågas efter om det inte är angivet. Heter den något med
region blir den en region, annars en kommun. Ingenting skrivs över: finns data/,
content/ eller templates/ redan görs ingenting, och andra filer lämnas orörda.

Val
  --namn NAMN   organisationens namn, så som det ska skrivas i rapporterna
  --år ÅR       året som årsrapporten gäller (förra året)

Exempel
  npx tertial init
  npx tertial init --namn "Region Mellansjö"

Slutkod: 0 projektet är gjort, 2 mappen är inte tom.
`,
  schema: `Skriv scheman som hjälper den som skriver YAML.

Användning: npx tertial schema [val]

Scheman (JSON Schema) gör att textredigeraren föreslår nycklar, tillåtna värden
och projektets egna id, förklarar dem när du pekar, och stryker under det som
inte passar. De skrivs till .vscode/tertial/ och kopplas i .vscode/settings.json.
I VS Code behövs tillägget YAML från Red Hat, som föreslås när mappen öppnas.

Kör kommandot igen när nya enheter eller id har tillkommit.

Val
  --out MAPP   skriv bara schemana, och dit, för en annan redigerare

Exempel
  npx tertial schema
  npx tertial schema --out scheman

Slutkod: 0, eller 1 om projektet eller inställningarna inte går att läsa.
`,
  diff: `Visa vad som skiljer i rapporterna, så som en läsare ser dem.

Användning: npx tertial diff <version eller period> [rapport…] [val]

Jämför arbetsmappen, med det som inte är incheckat, mot en version i git: en gren,
en tagg eller en commit. Med en period jämförs varje rapport med samma enhets
rapport av samma slag för den perioden. Utan rapport jämförs alla.

Resultatet är en sida med ändrade tal (de som ändrats i data först, de som följer
av dem under), bedömningar, text ord för ord på sin plats, rader i tabeller och
diagram sida vid sida. Det läses ur historiken: inga filer och inget i git ändras.

  main          mot grenen main, som den ser ut nu
  main...       mot den punkt där arbetet skildes från main
  v1..v2        mellan två versioner
  2023-T2       mot rapporterna för januari–augusti 2023

Val
  --out MAPP        mappen att skriva sidan till (output/diff)
  --markdown FIL    en kort sammanfattning för ett ändringsförslag
  --json            skillnaderna som JSON i stället för text

Exempel
  npx tertial diff HEAD
  npx tertial diff main... regionstod/2021-arsrapport
  npx tertial diff HEAD~1 --markdown skillnader.md
  npx tertial diff 2023-T2 regionstyrelsen/2024-t2-delarsrapport

Slutkod: 0 jämförelsen är gjord, 2 versionen, perioden eller rapporten finns inte.
`,
  completion: `Låt skalet fylla i det du skriver: kommandon, val, rapporter, enheter och regler.

Användning: npx tertial completion <bash|zsh|fish|powershell>

Skriver ut det som skalet ska köra när det startar. Sedan fyller tabb i både
tertial och npx tertial, med det projekt som du står i.

Exempel
  source <(npx tertial completion bash)        i ~/.bashrc
  source <(npx tertial completion zsh)         i ~/.zshrc
  npx tertial completion fish | source         i ~/.config/fish/config.fish
  npx tertial completion powershell | Out-String | Invoke-Expression
`
}

/** What `--help` says of each command, for the handbook. */
export function kommandon(): { namn: string; hjälp: string }[] {
  return Object.entries(HELP)
    .filter(([namn]) => namn !== 'tertial')
    .map(([namn, hjälp]) => ({ namn, hjälp }))
}
