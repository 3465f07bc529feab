import type { Rapportrule } from './rule.ts'

export const rule: Rapportrule = {
  id: 'avsnitt-har-innehall',
  severity: 'error',
  on: 'rapport',
  why: 'En rubrik utan något under den lovar ett avsnitt som inte finns. Är avsnittet obligatoriskt ser rapporten fullständig ut fast den inte är det.',
  good: [
    { text: 'Ett stycke.' },
    {
      text: '{{tabell "resultat"}}',
      data: 'konton:\n  - id: personal\n    namn: Personal\n    enhet: mnkr\n    serie:\n      2021:\n        utfall: 1,0\nuppställningar:\n  - id: resultat\n    namn: Resultat\n    enhet: mnkr\n    kolumner:\n      - mått: utfall\n    rader:\n      - konto: personal\n'
    }
  ],
  bad: [
    {
      filer: { 'content/region/enhet/2021-arsrapport/20-ekonomi.md': '# Ekonomi\n' },
      väntat: ['ekonomi 1:1 Avsnittet "Ekonomi" är tomt.']
    },
    {
      filer: {
        'content/region/enhet/2021-arsrapport/20-ekonomi.md':
          '# Ekonomi\n\n<!-- Skriv om resultatet. -->\n\n## Resultat\n'
      },
      väntat: ['ekonomi 1:1 Avsnittet "Ekonomi" är tomt.']
    }
  ],
  check({ avsnitt, rapport }, report) {
    for (const { source, rubrik } of avsnitt) {
      const written = source.text
        .replace(/<!--[\s\S]*?-->/g, '')
        .split('\n')
        .some((line) => line.trim() !== '' && !/^\s{0,3}#{1,6}(?:\s|$)/.test(line))
      // A file without as much as a heading is told of elsewhere.
      if (written || rubrik === '') continue
      const end = source.text.search(/\n|$/)
      // In a draft, the guidance that still stands says the same.
      if (rapport.status === 'utkast' && /<!--\s*Vägledning:/u.test(source.text)) continue
      report({
        text: `Avsnittet "${rubrik}" är tomt.`,
        hint: 'Skriv avsnittet, eller ta bort filen. Kräver dokumenttypen det: skriv varför det inte gäller.',
        span: { file: source.path, start: 0, end }
      })
    }
  }
}
