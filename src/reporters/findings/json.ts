/** Findings as JSON, version 1: fields may be added, none changes its meaning while `v` is 1. */
import type { Finding } from '../../checks/rule.ts'
import { countOf, diffOf, type CheckReport } from './report.ts'
import { printableJson } from '../printable.ts'

export function findingsAsJson(report: CheckReport): string {
  const { findings, waived, today, pages, notes, version } = report
  const written = {
    v: 1,
    tool: { name: 'personas', version },
    today,
    pages,
    notes,
    errors: countOf(findings, 'error'),
    warnings: countOf(findings, 'warn'),
    findings: findings.map(fields),
    waived: waived.map((one) => ({ ...fields(one), reason: one.reason, expires: one.expires })),
  }
  return `${printableJson(written, 2)}\n`
}

function fields({ rule, severity, file, line, persona, says, remedy, because, hunks }: Finding) {
  return {
    rule,
    severity,
    file,
    line,
    persona,
    message: says,
    remedy,
    ...(because !== undefined && because.length > 0 && { because }),
    ...(hunks !== undefined && { diff: diffOf(hunks).join('\n') }),
  }
}
