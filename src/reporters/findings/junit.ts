/** Findings as JUnit XML: a test case for each rule that holds, one for each finding. Warnings are skipped tests, so that they fail nothing. */
import { RULE_IDS } from '../../checks/rule-ids.ts'
import type { Finding } from '../../checks/rule.ts'
import { countOf, diffOf, type CheckReport } from './report.ts'

export function findingsAsJunit({ findings, today }: CheckReport): string {
  const broken = new Set(findings.map(({ rule }) => rule))
  const fine = RULE_IDS.filter((rule) => !broken.has(rule)).map(
    (rule) => `    <testcase classname="${attribute(rule)}" name="holds" time="0"/>`,
  )
  const cases = [...fine, ...findings.map(testcase)]
  const counts = `tests="${cases.length}" failures="${countOf(findings, 'error')}" errors="0"`
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="personas check" ${counts} skipped="${countOf(findings, 'warn')}" time="0" timestamp="${today}T00:00:00">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')}\n`
}

function testcase({ rule, severity, file, line, says, remedy, hunks }: Finding): string {
  const name = `${file}${line === null ? '' : `:${line}`}`
  const open = `    <testcase classname="${attribute(rule)}" name="${attribute(name)}" time="0">`
  const body = [says, remedy, ...diffOf(hunks)].join('\n')
  const inner =
    severity === 'error'
      ? `<failure message="${attribute(says)}" type="${attribute(rule)}">${escaped(body)}</failure>`
      : `<skipped>${escaped(body)}</skipped>`
  return `${open}\n      ${inner}\n    </testcase>`
}

/** XML 1.0 has no way to write most control characters, nor halves of surrogates. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}

function attribute(text: string): string {
  return escaped(text).replace(/"/g, '&quot;').replace(/\s/g, ' ')
}
