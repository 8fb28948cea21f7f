/** What a list of rules says of each (SARIF, GitHub's code scanning), and that the page of the rule says the same severity. In memory. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultSeverity } from '../../src/checks/check.ts'
import { RULE_IDS } from '../../src/checks/rule-ids.ts'
import { RULES } from '../../src/checks/rules.ts'

describe.each(RULE_IDS)('%s', (rule) => {
  test('is summed up in one sentence', () => {
    expect(RULES[rule].summary).toMatch(/^(?:[A-Z]|personas\.lock )[^.]+\.$/)
  })

  test('has the severity that its page names', () => {
    const page = readFileSync(resolve(import.meta.dirname, `../../src/checks/${rule}.md`), 'utf8')
    expect(/default: `(\w+)`/.exec(page)?.[1]).toBe(defaultSeverity(rule))
  })
})

test('no two rules are summed up alike', () => {
  expect(new Set(RULE_IDS.map((rule) => RULES[rule].summary)).size).toBe(RULE_IDS.length)
})
