/** Configuration, codebook or corrections changed after the pages were made. */
import type { Rule } from '../rule.ts'

export const lockSettings: Rule = {
  severity: 'error',
  summary: 'Configuration, codebook or corrections changed after the pages were made.',
  look({ lock, now, out, configFile }) {
    if (lock === null || 'error' in lock) return []
    const files = { config: configFile, codebook: `${out}themes.yaml`, corrections: `${out}corrections.jsonl` } as const
    const names = { config: 'configuration', codebook: 'codebook', corrections: 'corrections' } as const
    return (['config', 'codebook', 'corrections'] as const)
      .filter((name) => lock[name] !== now[name])
      .map((name) => ({
        file: files[name],
        line: null,
        says: `The ${names[name]} changed after the pages were made.`,
        remedy: 'Run `personas ingest` on all notes and commit the pages with it.',
      }))
  },
}
