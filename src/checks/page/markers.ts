/** A page whose markers are broken: nothing on it can be trusted, and ingest leaves it as it is. */
import type { Rule } from '../rule.ts'

export const markers: Rule = {
  severity: 'error',
  summary: "The markers of a page's generated part are broken.",
  look: ({ pages }) =>
    pages.flatMap((page) => {
      if (page.broken === null) return []
      return [
        {
          file: page.file,
          line: Number(/^line (\d+)/.exec(page.broken)?.[1] ?? 0) || null,
          persona: page.persona,
          says: `The generated part can't be told from people's own text: ${page.broken}.`,
          remedy: 'Restore the two marker lines from git; then run `personas ingest`.',
        },
      ]
    }),
}
