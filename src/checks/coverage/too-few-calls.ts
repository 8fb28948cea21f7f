/** A page that rests on so few calls that it may say more about them than about its kind of people. */
import { livingPages } from '../persona/freshness.ts'
import type { Rule } from '../rule.ts'

export const tooFewCalls: Rule = {
  severity: 'warn',
  summary: 'A page rests on too few calls.',
  look: (committed) =>
    livingPages(committed).flatMap((page) => {
      const calls = page.sample?.calls
      const least = committed.config.checks.minCalls
      if (calls === undefined || calls >= least) return []
      return [
        {
          file: page.file,
          line: page.sample?.line ?? null,
          persona: page.persona,
          says: `The page rests on ${calls} ${calls === 1 ? 'call' : 'calls'}, and ${least} are asked for.`,
          remedy:
            'Talk to more of them and add the notes; or merge the persona into another ("merge" in personas.config.json).',
        },
      ]
    }),
}
