/** What to ask next: what would change the page most comes first. */
import type { Persona } from '../../types.ts'
import { list } from '../phrases.ts'
import type { Quoting } from '../quote.ts'

const MOST = 8

export function ask(persona: Persona, quoting: Quoting): string[] {
  return persona.questions.slice(0, MOST).map(({ text, why, accounts }, at) => {
    const where =
      accounts.length === 0
        ? ''
        : ` Ask at ${list(
            accounts.map((account) => quoting.text(account)),
            3,
          )}.`
    return `${at + 1}. **${quoting.text(text)}** ${quoting.text(why)}${where}`
  })
}
