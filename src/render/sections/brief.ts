/** The short form of a page on which little stands: every quote under what it is about, and no table that would make more of it. */
import type { Persona, Signal } from '../../types.ts'
import type { Quoting } from '../quote.ts'
import { shareBehind, spaced } from './findings.ts'

/** Under so many statements, figures and charts would say more than is known. */
const FEW_STATEMENTS = 8

export function isBrief({ sample }: Persona): boolean {
  return sample.statements < FEW_STATEMENTS
}

/** The statements of one kind by theme, those of no theme last; empty where nothing may be quoted. */
export function briefly(persona: Persona, tag: Signal, quoting: Quoting): string[] {
  const quotes = (evidence: Persona['unthemed']) => spaced(evidence.flatMap((one) => quoting.quote(one) ?? []))
  const themed = persona.themes
    .filter((theme) => theme.tag === tag)
    .flatMap(({ name, evidence }) => {
      const accounts = new Set(evidence.map(({ account }) => account)).size
      return ['', `### ${quoting.text(name)}${shareBehind(accounts, persona)}`, ...quotes(evidence)]
    })
  const loose = quotes(persona.unthemed.filter(({ statement }) => statement.tag === tag))
  const apart = themed.length > 0 && loose.length > 0 ? ['', '### Of no theme yet'] : []
  return [...themed, ...apart, ...loose].slice(1)
}
