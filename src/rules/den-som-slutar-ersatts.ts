import type { Register } from '../domain/modell.ts'
import type { Datarule } from './rule.ts'

const data = (fler = '') => `register:
  - id: ledamöter
    namn: Ledamöter
    kolumner:
      - id: namn
        namn: Namn
      - id: uppdrag
        namn: Uppdrag
      - id: till
        namn: Till och med
    rader:
      - namn: Tom Lind
        uppdrag: Ordförande
      - namn: Carla Vik
        uppdrag: Vice ordförande
        till: 31 oktober
${fler}`

export const rule: Datarule = {
  id: 'den-som-slutar-ersatts',
  severity: 'advice',
  on: 'data',
  why: 'Lämnar en vice ordförande sitt uppdrag undrar läsaren vem som tog över. Står det ingenstans kan platsen ha varit tom, eller så är efterträdaren glömd.',
  good: [
    { data: data('      - namn: Maja Ek\n        uppdrag: Vice ordförande\n') },
    { data: data().replace('Vice ordförande', 'Ledamot') }
  ],
  bad: [
    {
      data: data(),
      väntat: [
        'data 14:9 Carla Vik, vice ordförande, slutar (31 oktober) utan att någon annan har uppdraget.'
      ]
    }
  ],
  check({ modell }, report) {
    for (const register of modell.register.values())
      for (const { rad, vem, roll, till } of leaving(register))
        report({
          text: `${vem}, ${roll.toLowerCase()}, slutar (${till}) utan att någon annan har uppdraget.`,
          hint: 'Lägg till efterträdaren, eller tysta här och skriv att platsen var obesatt.',
          span: rad.span
        })
  }
}

/** Roles that one person has at a time. */
const ENSAM = /ordförande|(?:chef|direktör|föredragande|sekreterare)$/iu

function leaving(register: Register) {
  const column = (pattern: RegExp) =>
    register.kolumner.find(({ id, namn }) => pattern.test(id) || pattern.test(namn))?.id ?? ''
  const rollkolumn = column(/^(?:uppdrag|roll|befattning|funktion)/iu)
  const tillkolumn = column(/^(?:till|t\.?o\.?m|slut|avgår|avgick|upphör|lämnade)/iu)
  const read = (rad: Register['rader'][number], id: string): string => {
    const cell = rad.celler.get(id)
    return cell?.slag === 'text' ? cell.text.trim() : cell?.slag === 'datum' ? cell.iso : ''
  }
  if (rollkolumn === '' || tillkolumn === '') return []
  return register.rader.flatMap((rad) => {
    const [roll, till] = [read(rad, rollkolumn), read(rad, tillkolumn)]
    if (till === '' || !ENSAM.test(roll)) return []
    const next = register.rader.some(
      (other) => other !== rad && read(other, rollkolumn).toLowerCase() === roll.toLowerCase()
    )
    return next ? [] : [{ rad, vem: read(rad, register.kolumner[0]?.id ?? ''), roll, till }]
  })
}
