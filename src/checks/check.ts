/** All rules over what is committed: findings in order, those that a waiver lets stand apart. Pure. */
import type { Config } from '../config.ts'
import { describe, severity as severityOfProblem, type Problem } from '../problems.ts'
import { settle, type Raw } from './precedence.ts'
import type { Committed, Finding, Waived } from './rule.ts'
import { RULE_IDS, type RuleId, type Severity } from './rule-ids.ts'
import { RULES } from './rules.ts'

export interface Checked {
  /** In path and line order. */
  findings: Finding[]
  waived: Waived[]
}

export function check(committed: Committed): Checked {
  const raw = RULE_IDS.flatMap((rule) => RULES[rule].look(committed).map((found): Raw => ({ ...found, rule })))
  const all = [...settle(raw), ...committed.problems.map(asFound)]
  const graded = all.flatMap((found): Finding[] => {
    const severity = severityOf(found, committed)
    return severity === 'off' ? [] : [{ ...found, severity, persona: found.persona ?? null }]
  })
  const findings: Finding[] = []
  const waived: Waived[] = []
  for (const finding of graded.toSorted(byPlace)) {
    const waiver = waiverOf(finding, committed)
    if (waiver === undefined) findings.push(finding)
    else waived.push({ ...finding, reason: waiver.reason, expires: waiver.expires })
  }
  return { findings, waived }
}

/** Severity without any configuration; the rules about notes have theirs in problems.ts. */
export function defaultSeverity(rule: RuleId): Severity {
  return RULES[rule].severity
}

function severityOf(found: Raw & { problem?: Problem }, { config }: Committed): Severity {
  const set = (config.checks.rules as Partial<Record<string, Severity>>)[found.rule]
  if (set !== undefined) return set
  if (found.problem !== undefined) return severityOfProblem(found.problem) === 'error' ? 'error' : 'warn'
  return defaultSeverity(found.rule as RuleId)
}

function asFound(problem: Problem): Raw & { problem: Problem } {
  const { says, remedy } = describe(problem)
  return { rule: problem.rule, file: problem.file, line: problem.line, says, remedy, problem }
}

type Waiver = Config['checks']['waivers'][number]

function waiverOf(finding: Finding, { config, today }: Committed): Waiver | undefined {
  if (finding.rule === 'waiver/expired') return undefined
  return config.checks.waivers.find(
    ({ rule, path, persona, expires }) =>
      rule === finding.rule &&
      expires >= today &&
      (persona === undefined || persona === finding.persona) &&
      (path === undefined || path === finding.file || (path.endsWith('/') && finding.file.startsWith(path))),
  )
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  if (a.line !== b.line) return (a.line ?? 0) - (b.line ?? 0)
  return a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0
}
