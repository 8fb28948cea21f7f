/** A page of which one account gives over 30 %: the words of one company, with the name of a kind of people. */
import { unescape } from '../../render/anchor.ts'
import { livingPages } from '../persona/freshness.ts'
import type { Rule } from '../rule.ts'

/** The sentences that persona-page.ts writes behind the sample. */
const DOMINANT =
  /^\*\*.* (?:One account, (.+), gives (\d+ %) of this page|(\d+ of \d+) statements? come from one account, (.+))\.$/

export const oneAccountDominates: Rule = {
  severity: 'warn',
  summary: 'One account gives over 30 % of a page.',
  look: (committed) =>
    livingPages(committed).flatMap((page) => {
      const line = page.sample?.line
      const [, account, share, count, other] = DOMINANT.exec(page.lines[(line ?? 0) - 1] ?? '') ?? []
      const name = account ?? other
      if (line === undefined || name === undefined) return []
      return [
        {
          file: page.file,
          line,
          persona: page.persona,
          says: `One account, ${unescape(name)}, gives ${share ?? `${count} statements`} of this page.`,
          remedy: 'Talk to the same kind of people in other accounts and add the notes.',
        },
      ]
    }),
}
