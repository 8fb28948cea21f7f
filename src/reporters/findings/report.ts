/** What `check` found, as every format gets it. */
import type { Finding, Hunk, Waived } from '../../checks/rule.ts'

export interface CheckReport {
  /** UTC day. */
  today: string
  version: string
  pages: number
  notes: number
  /** In path and line order. */
  findings: readonly Finding[]
  waived: readonly Waived[]
  /** From the top folder of the repository to the folder that paths are relative to, with a slash at its end; empty where they are one. */
  prefix: string
  /** Paths of findings that changed in this branch, where that is known. */
  changed: ReadonlySet<string> | null
}

export function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length
}

/** "2 errors, 1 warning in 16 pages" */
export function summaryOf({ findings, waived, pages, notes }: CheckReport): string {
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  const from = `${plural(pages, 'page')} from ${plural(notes, 'note')}`
  const left = waived.length === 0 ? '' : `, ${waived.length} waived`
  if (findings.length === 0) return `${from}: nothing to complain about${left}.`
  return `${from}: ${plural(countOf(findings, 'error'), 'error')}, ${plural(countOf(findings, 'warn'), 'warning')}${left}.`
}

/** The differing lines as a unified diff without context; empty where there is none. */
export function diffOf(hunks: readonly Hunk[] | undefined): string[] {
  return (hunks ?? []).flatMap(({ at, lines }) => [`@@ line ${at} @@`, ...lines])
}
