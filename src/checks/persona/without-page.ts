/** A persona that the notes give, whose page is gone. */
import type { Rule } from '../rule.ts'

export const withoutPage: Rule = {
  severity: 'error',
  summary: 'A page that the notes give is missing.',
  look({ lock, pages, out, expected }) {
    const locked = lock === null || 'error' in lock ? [] : [...lock.pages.keys()]
    const there = new Set(pages.map(({ path }) => path))
    return [...new Set([...locked, ...expected.keys()])]
      .filter((path) => !there.has(path))
      .map((path) => ({
        file: `${out}${path}`,
        line: null,
        persona: /(?<![a-z0-9-])([a-z0-9-]+)(?:\.\d+)?\.md$/.exec(path)?.[1] ?? null,
        says: 'The page is missing, and the notes give it.',
        remedy: 'Run `personas ingest`, or restore the page from git with what people wrote on it.',
      }))
  },
}
