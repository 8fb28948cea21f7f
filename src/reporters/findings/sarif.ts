/** Findings as SARIF 2.1.0, for code scanning. */
import { digest } from '../../digest.ts'
import { defaultSeverity } from '../../checks/check.ts'
import { RULE_IDS, type RuleId } from '../../checks/rule-ids.ts'
import type { Finding, Waived } from '../../checks/rule.ts'
import { RULES } from '../../checks/rules.ts'
import { fromTop } from './github.ts'
import type { CheckReport } from './report.ts'
import { printableJson } from '../printable.ts'

const LEVELS = { error: 'error', warn: 'warning', off: 'none' } as const

export function findingsAsSarif(report: CheckReport): string {
  const used = [...report.findings, ...report.waived].map(({ rule }) => rule)
  const ids = [...new Set<string>([...RULE_IDS, ...used])]
  const run = {
    tool: { driver: { name: 'personas', semanticVersion: report.version, rules: ids.map(descriptor) } },
    columnKind: 'utf16CodeUnits',
    results: [
      ...report.findings.map((finding) => result(finding, ids, report.prefix)),
      ...report.waived.map((one) => ({ ...result(one, ids, report.prefix), suppressions: [suppression(one)] })),
    ],
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${printableJson(log, 2)}\n`
}

function descriptor(id: string) {
  const rule = RULES[id as RuleId] as (typeof RULES)[RuleId] | undefined
  // The rules about notes stand in another table; what they say is in the result.
  if (rule === undefined) return { id }
  return {
    id,
    shortDescription: { text: rule.summary },
    defaultConfiguration: { level: LEVELS[defaultSeverity(id as RuleId)] },
  }
}

function result(
  { rule, severity, file, line, says, remedy, persona }: Finding,
  ids: readonly string[],
  prefix: string,
) {
  const path = fromTop(prefix, file).toWellFormed()
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[severity],
    message: { text: `${says} ${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
          region: { startLine: line ?? 1 },
        },
      },
    ],
    // Lines move; the same thing said of the same file is the same finding.
    partialFingerprints: { 'personas/v1': digest([rule, path, persona ?? '', says].join('\n')) },
  }
}

function suppression({ reason, expires }: Waived) {
  return { kind: 'external', status: 'accepted', justification: `${reason} (until ${expires})` }
}
