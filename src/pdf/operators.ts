import { operatorCode } from './content.ts'

/** Codes of the operators that a survey looks at. */
export const [BT, ET, Td, Tj, TJ, Tm] = ['BT', 'ET', 'Td', 'Tj', 'TJ', 'Tm'].map(operatorCode)
export const [Tf, BDC, BMC, EMC, Do, sh] = ['Tf', 'BDC', 'BMC', 'EMC', 'Do', 'sh'].map(operatorCode)
export const [q, Q, cm, gs, rg, scn] = ['q', 'Q', 'cm', 'gs', 'rg', 'scn'].map(operatorCode)
export const [m, l, c, v, y, re] = ['m', 'l', 'c', 'v', 'y', 're'].map(operatorCode)
export const [W, Wstar, n, f, fstar, S, s] = ['W', 'W*', 'n', 'f', 'f*', 'S', 's'].map(operatorCode)
export const [B, Bstar, b, bstar] = ['B', 'B*', 'b', 'b*'].map(operatorCode)
