/** What to ask next: what would change the page most comes first. */
import type { Persona } from '../../types.ts'
import type { Quoting } from '../quote.ts'
import { accountNames } from './findings.ts'

const MOST = 8

export function ask(persona: Persona, quoting: Quoting): string[] {
  return persona.questions.slice(0, MOST).map(({ text, why, accounts }, at) => {
    const where = accounts.length === 0 ? '' : ` Ask at ${accountNames(accounts, (text) => quoting.text(text))}.`
    return `${at + 1}. **${quoting.text(text)}** ${quoting.text(why)}${where}`
  })
}
