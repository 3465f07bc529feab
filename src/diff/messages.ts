import type { Historiefel } from '../git.ts'
import { suggest } from '../text/suggest.ts'
import { formatLista } from '../text/swedish.ts'

/** What is said when there is nothing to compare, with the way to go on. */

export function historiefel({ slag, vad }: Historiefel, perioder: readonly string[]): string {
  switch (slag) {
    case 'inget-git':
      return 'Programmet git finns inte på datorn. Installera git, eller jämför två perioder: tertial diff 2023-T2'
    case 'inget-arkiv':
      return 'Projektet ligger inte i ett git-arkiv, så det finns inga tidigare versioner. Jämför två perioder i stället: tertial diff 2023-T2'
    case 'främmande':
      return `Git vill inte läsa arkivet, eftersom mappen ägs av någon annan. Kör: git config --global --add safe.directory ${vad}`
    case 'grund':
      return `Versionen "${vad}" finns inte i den här kopian, som bara har en del av historiken. Hämta resten med git fetch --unshallow, eller i CI med fetch-depth: 0.`
    case 'saknas':
      return `"${vad}" finns i historiken, men innehållet är inte hämtat hit. Hämta det med git fetch --refetch.`
    case 'okänd': {
      const nearest = suggest(vad, [...perioder])
      return `Det finns varken en version i git eller en period som heter "${vad}". ${
        nearest
          ? `Menade du "${nearest}"?`
          : 'Skriv en gren, en tagg eller en commit (main, HEAD~1), eller en period (2023-T2).'
      }`
    }
  }
}

export function ingenMotsvarighet(period: string, rapporter: readonly string[]): string {
  return rapporter.length === 0
    ? `Ingen rapport är senare än dem för ${period} med samma enhet och dokumenttyp. Skriv en tidigare period.`
    : `${formatLista(rapporter)} har ingen motsvarighet för ${period}.`
}
