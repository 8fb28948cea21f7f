/** A page that looks like one of ours, and that no run of ingest has made. */
import type { Rule } from '../rule.ts'

export const withoutPersona: Rule = {
  severity: 'error',
  summary: 'A page belongs to no persona.',
  look: ({ lock, pages, config }) =>
    pages.flatMap((page) => {
      if (page.kind === 'index') return []
      const known =
        lock === null || 'error' in lock
          ? config.personas.some(({ id }) => id === page.persona)
          : lock.pages.has(page.path)
      if (known) return []
      return [
        {
          file: page.file,
          line: page.head.get('persona')?.line ?? null,
          persona: page.persona,
          says: `The page is written like a persona's, and the notes give no persona "${page.persona}".`,
          remedy:
            'Delete the page, move its text to the page of a persona, or add the persona to personas.config.json and run `personas ingest`.',
        },
      ]
    }),
}
