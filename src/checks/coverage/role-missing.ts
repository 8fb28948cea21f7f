/** A buying role that nobody in the accounts of a page was heard in. */
import { livingPages } from '../persona/freshness.ts'
import type { Rule } from '../rule.ts'

/** The sentence that sections/committee.ts writes. */
const NEVER = /^Never heard in these accounts: (.+)\.$/

export const roleMissing: Rule = {
  severity: 'warn',
  summary: 'A buying role was never heard in the accounts of a page.',
  look: (committed) =>
    livingPages(committed).flatMap((page) =>
      (page.block?.lines ?? []).flatMap((line, at) => {
        const never = NEVER.exec(line)?.[1]?.split(/, | and /) ?? []
        return committed.config.checks.roles
          .filter((role) => never.includes(role))
          .map((role) => ({
            file: page.file,
            line: (page.block?.marker ?? 0) + 1 + at,
            persona: page.persona,
            says: `In the accounts of this page, no ${role} was ever heard.`,
            remedy: `Ask who it is and talk to them; or name the person's role in the notes; or leave the role out of "checks.roles".`,
          }))
      }),
    ),
}
