/** Each rule by itself: a good repo is broken in the one way that the rule names, and that rule, and no other, says so. */
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultSeverity } from '../../src/checks/check.ts'
import { RULE_IDS, type RuleId } from '../../src/checks/rule-ids.ts'
import { personas, put } from '../workbench.ts'
import { INGESTED, NOTE, PAGE, check, configure, edit, findings, goodRepo, pagesOf, read } from './good-repo.ts'

interface Break {
  breaks(home: string): void
  /** Beside it, the settings under which the rule speaks. */
  checks?: Record<string, unknown>
  now?: string
  says: string
}

const addToBlock = (line: string) => (home: string) =>
  edit(home, PAGE, (text) => text.replace('## Evidence\n', `## Evidence\n\n${line}\n`))
const setHead = (from: RegExp, to: string) => (home: string) => edit(home, PAGE, (text) => text.replace(from, to))

const BREAKS: Record<RuleId, Break> = {
  'persona/stale': { breaks: () => {}, now: '2027-03-01', says: 'last changed on 2026-08-31' },
  'persona/evidence-stale': {
    breaks: (home) => {
      for (const path of Object.keys(pagesOf(home)))
        if (/^updated:/m.test(read(home, `personas/${path}`)))
          edit(home, `personas/${path}`, (text) => text.replace(/^updated:.*$/m, '$&\nreviewed: 2027-04-01'))
    },
    now: '2027-04-01',
    says: 'newest call behind this page is of 2026-08-13',
  },
  'persona/hollow-refresh': {
    breaks: setHead(/^updated: .*$/m, 'updated: 2026-09-20'),
    now: '2026-09-30',
    says: 'later than the last change of the content, 2026-08-31',
  },
  'persona/drift': { breaks: addToBlock('They love us.'), says: 'edited by hand' },
  'persona/without-page': { breaks: (home) => rmSync(join(home, PAGE)), says: 'The page is missing' },
  'page/without-persona': {
    breaks: (home) => put(home, 'personas/ghost.md', read(home, PAGE)),
    says: 'no persona "ghost"',
  },
  'page/retired': {
    // What ingest leaves of a page whose persona is merged, in one move: the front matter's figures and the block.
    breaks: () => {},
    says: 'kept for what people wrote',
  },
  'page/markers': {
    breaks: (home) => edit(home, PAGE, (text) => text.replace('<!-- personas:end -->\n', '')),
    says: 'has no end marker',
  },
  'quote/not-verbatim': {
    breaks: (home) => edit(home, NOTE, (text) => text.replace('a company of your size', 'a company of such a size')),
    says: 'does not stand in notes/2026-05-10-hallmann.md',
  },
  'lock/missing': { breaks: (home) => rmSync(join(home, 'personas/personas.lock')), says: 'it is missing' },
  'lock/notes': {
    breaks: (home) => put(home, 'notes/2026-08-30-brackley-demo.md', 'Brackley\n\nPeter Brack: fine.\n'),
    says: 'The note is new',
  },
  'lock/settings': {
    breaks: (home) => edit(home, 'personas/themes.yaml', (text) => `${text}# a new remark\n`),
    says: 'The codebook changed',
  },
  'lock/model': {
    breaks: (home) =>
      edit(home, 'personas/personas.lock', (text) => text.replace(/^model .*$/m, 'model 0123456789abcdef')),
    says: 'another version of the tagger',
  },
  'note/renamed': {
    breaks: (home) => renameSync(join(home, NOTE), join(home, 'notes/hallmann.md')),
    says: 'The note was notes/2026-05-10-hallmann.md',
  },
  'note/retention': {
    breaks: () => {},
    checks: { maxAge: '9y' },
    now: '2028-01-01',
    says: 'may be kept until 2027-12-31 only',
  },
  'date/missing': { breaks: setHead(/^updated: .*\n/m, ''), says: 'has no `updated:`' },
  'date/malformed': {
    breaks: setHead(/^updated: .*$/m, '$&\nreviewed: 2026-02-30'),
    says: '`reviewed: 2026-02-30` is not a day',
  },
  'date/future': {
    breaks: setHead(/^updated: .*$/m, '$&\nreviewed: 2026-09-01'),
    says: '`reviewed: 2026-09-01` lies in the future',
  },
  'privacy/email': { breaks: addToBlock('Write to katrin.vogt@hallmann.example.'), says: 'An e-mail address stands' },
  'privacy/phone': {
    breaks: (home) => edit(home, PAGE, (text) => `${text}Katrin's number is +49 30 1234567.\n`),
    says: 'A phone number stands',
  },
  'privacy/card-number': {
    breaks: (home) => edit(home, PAGE, (text) => `${text}4111 1111 1111 1111\n`),
    says: 'payment card',
  },
  'privacy/account-number': {
    breaks: (home) => edit(home, PAGE, (text) => `${text}DE89 3704 0044 0532 0130 00\n`),
    says: 'bank account',
  },
  'privacy/id-number': {
    breaks: (home) => edit(home, PAGE, (text) => `${text}Her number is 219-09-9998.\n`),
    says: 'by which a state knows a person',
  },
  'privacy/secret': {
    breaks: (home) => edit(home, PAGE, (text) => `${text}The password is Winter2026! for all.\n`),
    says: 'A password or a key',
  },
  'privacy/handle': { breaks: addToBlock('Ask @katrin_vogt.'), says: 'handle' },
  'coverage/role-missing': {
    breaks: () => {},
    checks: { roles: ['decision-maker', 'recommender'] },
    says: 'no recommender was ever heard',
  },
  'coverage/too-few-calls': {
    breaks: () => {},
    checks: { minCalls: 5 },
    says: 'rests on 4 calls, and 5 are asked for',
  },
  'coverage/one-account-dominates': { breaks: () => {}, says: 'One account, Hallmann' },
  'waiver/expired': {
    breaks: () => {},
    checks: {
      waivers: [{ rule: 'persona/stale', persona: 'finance-leader', reason: 'on leave', expires: '2026-08-30' }],
    },
    says: 'expired on 2026-08-30',
  },
}

/** What only notes can bring about: they are changed, and ingest runs again. */
const BY_NOTES: Partial<Record<RuleId, (home: string) => void>> = {
  'page/retired': (home) =>
    edit(home, 'personas.config.json', (text) =>
      text.replace('{', '{ "merge": { "executive-sponsor": "finance-leader" },'),
    ),
  'coverage/one-account-dominates': (home) =>
    edit(home, NOTE, (text) =>
      text.replace(
        '**Sam Okafor:**',
        `**Katrin Vogt:** I fear that the data of ten years is lost when we move it. #objection
**Katrin Vogt:** Our last change of systems took two years, I do not want that again. #objection
**Katrin Vogt:** It has to write into DATEV before we sign anything. #criterion
**Katrin Vogt:** I want the month closed in three days. #job
**Sam Okafor:**`,
      ),
    ),
}

async function explained(rule: RuleId): Promise<string> {
  const ran = await personas(process.cwd(), ['check', '--explain', rule])
  expect(ran.code).toBe(0)
  return ran.stdout
}

describe('the good repo', () => {
  test('has nothing to complain about, warnings included', async () => {
    const ran = await check(await goodRepo(), ['--fail-on', 'warn'])
    expect(ran.stdout).toMatch(/^\d+ pages from 4 notes: nothing to complain about\.\n$/)
    expect(ran.code).toBe(0)
  })
})

describe.each(RULE_IDS)('%s', (rule) => {
  const { breaks, checks, now, says } = BREAKS[rule]

  async function broken(): Promise<string> {
    const home = await goodRepo()
    const change = BY_NOTES[rule]
    if (change !== undefined) {
      change(home)
      await personas(home, ['ingest', 'notes', '--now', INGESTED])
    }
    breaks(home)
    return home
  }

  test('a repo broken in this one way fails by this rule alone', async () => {
    const home = await broken()
    if (checks !== undefined) configure(home, checks)
    const { code, found } = await findings(home, ['--fail-on', 'warn'], now)
    expect([...new Set(found.map((one) => one.rule))]).toEqual([rule])
    expect(found.map((one) => one.message).join('\n')).toContain(says)
    expect(code).toBe(1)
  })

  test('switched off, it is silent and the exit code 0', async () => {
    const home = await broken()
    const off = { ...checks, rules: { [rule]: 'off' } }
    if (rule === 'page/retired')
      edit(home, 'personas.config.json', (text) => text.replace('{', `{ "checks": ${JSON.stringify(off)},`))
    else configure(home, off)
    const { code, found } = await findings(home, ['--fail-on', 'warn'], now)
    expect(found).toEqual([])
    expect(code).toBe(0)
  })

  test('has a page that says why, how to mend it and how to set it', async () => {
    const page = await explained(rule)
    expect(page).toMatch(new RegExp(`^# ${rule}\n`))
    for (const part of ['## Why', '## How to mend it', '## How to set it', '| fails ', '| passes '])
      expect(page).toContain(part)
    const severity = /default: `(\w+)`/.exec(page)?.[1]
    expect(severity).toBe(defaultSeverity(rule))
  })
})
