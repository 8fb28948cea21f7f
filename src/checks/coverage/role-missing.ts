/** A buying role that nobody in the accounts of a page was heard in, or nobody in any account. */
import type { CommittedPage } from '../page.ts'
import { livingPages } from '../persona/freshness.ts'
import type { Committed, Found, Rule } from '../rule.ts'

/** The sentence that sections/committee.ts writes. */
const NEVER = /^Never heard in these accounts: (.+)\.$/
/** The sentence that index-page.ts writes. */
const NOWHERE = / Never heard in any account: (.+)\.$/

export const roleMissing: Rule = {
  severity: 'warn',
  summary: 'A buying role was never heard in the accounts of a page.',
  look: (committed) => [
    ...livingPages(committed).flatMap((page) => missing(page, NEVER, 'the accounts of this page', committed)),
    ...committed.pages
      .filter(({ path }) => path === 'README.md')
      .flatMap((page) => missing(page, NOWHERE, 'all accounts', committed)),
  ],
}

function missing(page: CommittedPage, sentence: RegExp, where: string, { config }: Committed): Found[] {
  return (page.block?.lines ?? []).flatMap((line, at) => {
    const never = sentence.exec(line)?.[1]?.split(/, | and /) ?? []
    return config.checks.roles
      .filter((role) => never.includes(role))
      .map((role) => ({
        file: page.file,
        line: (page.block?.marker ?? 0) + 1 + at,
        persona: page.persona,
        says: `In ${where}, no ${role} was ever heard.`,
        remedy: `Ask who it is and talk to them; or name the person's role in the notes; or leave the role out of "checks.roles".`,
      }))
  })
}
