/** What to ask next: what would change the page most comes first. */
import type { Persona } from '../../types.ts'
import type { Quoting } from '../quote.ts'
import { accountNames } from './findings.ts'

export function ask(persona: Persona, quoting: Quoting): string[] {
  return persona.questions.flatMap(({ text, why, accounts, quotes }, at) => {
    const where = accounts.length === 0 ? '' : ` Ask at ${accountNames(accounts, (text) => quoting.text(text))}.`
    const about = quotes.flatMap((one) => quoting.quote(one) ?? [])
    return [
      `${at + 1}. **${quoting.text(text)}** ${quoting.text(why)}${where}`,
      ...about.flatMap((quote, nth) => (nth === 0 ? [`   ${quote}`] : ['', `   ${quote}`])),
    ]
  })
}
