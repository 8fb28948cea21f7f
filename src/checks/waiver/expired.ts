/** A waiver whose day has passed waives nothing any more, and says so itself. */
import type { Rule } from '../rule.ts'

export const waiverExpired: Rule = {
  severity: 'error',
  summary: 'A waiver has expired.',
  look: ({ config, configFile, today }) =>
    config.checks.waivers
      .filter(({ expires }) => expires < today)
      .map(({ rule, path, persona, reason, expires }) => ({
        file: configFile,
        line: null,
        persona: persona ?? null,
        says: `The waiver of ${rule} for ${path ?? persona} ("${reason}") expired on ${expires}.`,
        remedy:
          'Mend what it waived and delete it from "checks.waivers", or give it a new day and a reason that holds.',
      })),
}
