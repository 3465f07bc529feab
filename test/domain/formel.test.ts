import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/domain/decimal.ts'
import { parseFormel, refsOf, type Formelträd } from '../../src/domain/formel.ts'
import { evaluateFormel } from '../../src/domain/formelvarde.ts'
import { knownMåttenhet } from '../../src/domain/mattenhet.ts'
import { isFel } from '../../src/domain/referens.ts'
import type { Tal } from '../../src/domain/tal.ts'

const SPAN = { file: 'x.yaml', start: 0, end: 1 }

/** A tree with parentheses round every operation, so that one line shows how it was read. */
function show(träd: Formelträd): string {
  if (träd.slag === 'tal') return träd.värde.toString() + (träd.procent ? '%' : '')
  if (träd.slag === 'ref') return träd.ref + (träd.period === undefined ? '' : `[${träd.period}]`)
  if (träd.slag === 'minus') return `(-${show(träd.led)})`
  return `(${show(träd.vänster)} ${träd.slag} ${show(träd.höger)})`
}

function parsed(text: string): Formelträd {
  const träd = parseFormel(text)
  if ('fel' in träd) throw new Error(träd.fel)
  return träd
}

describe('parseFormel', () => {
  it.each([
    ['upparbetat - beslut', '(upparbetat - beslut)'],
    ['a - b - c', '((a - b) - c)'],
    ['a + b * c', '(a + (b * c))'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a / b / c', '((a / b) / c)'],
    ['a / (b / c)', '(a / (b / c))'],
    ['-a + b', '((-a) + b)'],
    ['a * -b', '(a * (-b))'],
    ['- (a + b)', '(-(a + b))'],
    ['it-mt.utfall - fm.utfall', '(it-mt.utfall - fm.utfall)'],
    ['sjukfrånvaro.utfall[2016] - 0,3', '(sjukfrånvaro.utfall[2016] - 0.3)'],
    ['a.utfall[föregående år] / 2', '(a.utfall[föregående år] / 2)'],
    ['a[ 2020-T2 ]', 'a[2020-T2]'],
    ['a / (100 % + b)', '(a / (100% + b))'],
    ['5,8 % * a', '(5.8% * a)'],
    ['1\u00a0367,5 + a', '(1367.5 + a)'],
    ['a × b · c ÷ d − e – f', '(((((a * b) * c) / d) - e) - f)'],
    ['2021-års-mål.utfall', '2021-års-mål.utfall'],
    ['  a  ', 'a'],
    ['((a))', 'a']
  ])('%j is read as %s', (text, tree) => {
    expect(show(parsed(text))).toBe(tree)
  })

  it.each([
    ['', 'Formeln slutar för tidigt', 0, 0],
    ['a /', 'Formeln slutar för tidigt', 3, 3],
    ['a b', 'Väntade en räkneoperator före "b"', 2, 3],
    ['a + * b', 'Väntade ett namn eller ett tal, fann "*"', 4, 5],
    ['(a + b', 'Parentesen avslutas inte', 0, 1],
    ['a + b)', 'Väntade en räkneoperator före ")"', 5, 6],
    ['a ^ b', 'Tecknet "^" kan inte stå i en formel', 2, 3],
    ['a; b', 'Tecknet ";" kan inte stå i en formel', 1, 2],
    ['()', 'Väntade ett namn eller ett tal, fann ")"', 1, 2]
  ])('%j is told as %s at %i–%i', (text, fel, start, end) => {
    expect(parseFormel(text)).toEqual({ fel, start, end })
  })

  it('finds every reference in order, with its place', () => {
    expect(
      refsOf(parsed('a.x / (b + a.x[2020])')).map(({ ref, period, start, end }) => [
        ref,
        period,
        start,
        end
      ])
    ).toEqual([
      ['a.x', undefined, 0, 3],
      ['b', undefined, 7, 8],
      ['a.x', '2020', 11, 20]
    ])
  })
})

/** "10 mnkr", "5,8 procent", "– st" (missing) as a figure. */
function tal(text: string): Tal {
  const [värde = '', enhet = ''] = text.split(' ')
  return {
    värde: värde === '–' ? null : decimal(värde.replace(',', '.')),
    enhet: knownMåttenhet(enhet),
    decimaler: 1,
    period: '2021',
    namn: text,
    saknas: värde === '–' ? 'Mättes inte.' : undefined,
    källa: { slag: 'datum', span: SPAN }
  }
}

/** The formula's value in a unit, with a, b and c standing for figures. */
function evaluate(text: string, talen: readonly string[], enhet: string): string {
  const namn = ['a', 'b', 'c']
  const resultat = evaluateFormel(
    { text, träd: parsed(text), span: SPAN },
    {
      resolve: (ref) => {
        const i = namn.indexOf(ref)
        return i < 0 ? { fel: 'okänt id', del: ref, kända: namn } : tal(talen[i] ?? '')
      }
    },
    { enhet: knownMåttenhet(enhet), decimaler: 1, period: '2021', namn: 'X' }
  )
  if (isFel(resultat)) return `${resultat.fel}: ${resultat.förklaring ?? resultat.del}`
  return resultat.värde === null ? `– ${resultat.saknas ?? ''}` : resultat.värde.toString()
}

describe('evaluateFormel', () => {
  it.each([
    ['a + b', ['10 mnkr', '500 tkr'], 'mnkr', '10.5'],
    ['a + b', ['10 mnkr', '500 tkr'], 'tkr', '10500'],
    ['a - b', ['0.3 mnkr', '0.1 mnkr'], 'mnkr', '0.2'],
    ['a / b', ['1 mnkr', '4 mnkr'], 'procent', '25'],
    ['a / b', ['500 tkr', '1 mnkr'], 'procent', '50'],
    ['a / b', ['1 st', '4 st'], 'kvot', '0.25'],
    ['a * 1,5', ['10 mnkr'], 'mnkr', '15'],
    ['a * b', ['10 mnkr', '5.8 procent'], 'mnkr', '0.58'],
    ['a * 5,8 %', ['10 mnkr'], 'mnkr', '0.58'],
    ['a / (100 % + b)', ['110 mnkr', '10 procent'], 'mnkr', '100'],
    ['a - 0,3', ['5.35 procent'], 'procent', '5.05'],
    ['a - b', ['6.03 procent', '5.35 procent'], 'procentenheter', '0.68'],
    ['a / b', ['100 mnkr', '50 st'], 'mnkr', '2'],
    ['a / b * 1000', ['100 mnkr', '50 st'], 'kr', '2000'],
    ['-a', ['10 mnkr'], 'mnkr', '-10'],
    ['a / b', ['10 mnkr', '0 mnkr'], 'procent', '– Nämnaren är noll.'],
    ['a + b', ['10 mnkr', '– mnkr'], 'mnkr', '– Mättes inte.'],
    ['a / b', ['– mnkr', '2 mnkr'], 'procent', '– Mättes inte.'],
    [
      'a + b',
      ['1 mnkr', '1 procent'],
      'mnkr',
      'formel: Tal i mnkr och procent går inte att lägga ihop'
    ],
    [
      'a + b',
      ['1 mnkr', '1 mnkr'],
      'procent',
      'formel: Formeln ger mnkr, men serien har enheten procent'
    ],
    ['a + x', ['1 mnkr'], 'mnkr', 'okänt id: x']
  ])('%s with %j in %s is %s', (text, talen, enhet, värde) => {
    expect(evaluate(text, talen, enhet)).toBe(värde)
  })

  it('is made up when one input is, and derived otherwise', () => {
    const of = (ursprung: Tal['ursprung']) =>
      evaluateFormel(
        { text: 'a', träd: parsed('a'), span: SPAN },
        { resolve: () => ({ ...tal('1 mnkr'), ursprung }) },
        { enhet: knownMåttenhet('mnkr'), decimaler: 0, period: '2021', namn: 'X' }
      )
    expect(of('konstruerat')).toMatchObject({ ursprung: 'konstruerat' })
    expect(of('publicerat')).toMatchObject({ ursprung: 'härlett' })
  })
})
