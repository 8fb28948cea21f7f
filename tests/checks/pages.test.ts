/** What each rule says of a page: the place, the sentence and the remedy, word for word, and where it is silent. In memory. */
import { describe, expect, test } from 'vitest'
import { check } from '../../src/checks/check.ts'
import type { Committed } from '../../src/checks/rule.ts'
import { blockDigest } from '../../src/render/managed.ts'
import { BLOCK, FILE, HEAD, NOTE, NOTE_TEXT, QUOTE, committed, page, type PageAs } from './committed.ts'

/** `severity rule file:line says remedy` of every finding. */
function found(parts: Partial<Committed> = {}, checks: Record<string, unknown> = {}): string[] {
  return check(committed(parts, checks)).findings.map(
    ({ severity, rule, file, line, says, remedy }) => `${severity} ${rule} ${file}:${line ?? '-'} ${says} ${remedy}`,
  )
}
/** The good state with another page, locked as it is. */
const pageAs = (as: PageAs): Partial<Committed> => {
  const one = page(as)
  const lock = committed().lock
  if (lock === null || 'error' in lock) throw new Error('no lock')
  const block = one.block?.content ?? ''
  return { pages: [one], lock: { ...lock, pages: new Map([[one.path, block]]) } }
}
const head = (from: string, to: string): string[] =>
  HEAD.flatMap((line) => (line.startsWith(from) ? (to === '' ? [] : to.split('\n')) : [line]))
const block = (from: string, to: string): string[] =>
  BLOCK.map((line) => (line.startsWith(from) ? line.replace(from, to) : line))
const SAMPLE = '**Indicative**: 4 calls, 3 accounts, 5 people, 9 statements; last heard 2026-08-13.'

test('the good state has no finding', () => {
  expect(found()).toEqual([])
})

describe('how old a page is', () => {
  const STALE = (says: string, limit = '6 months', line = 5, today = '2027-03-01') =>
    `error persona/stale ${FILE}:${line} The content last changed on ${says}: more than ${limit} ago. Add newer notes and run \`personas ingest\`; or read the page, and if it still holds, set \`reviewed: ${today}\` in its front matter.`

  test('to the day fresh, a day later stale', () => {
    expect(found({ today: '2027-02-28' }, { rules: { 'persona/evidence-stale': 'off' } })).toEqual([])
    expect(found({ today: '2027-03-01' })).toEqual([STALE('2026-08-31 and nobody has confirmed it')])
  })

  test.each([
    ['180d', '180 days'],
    ['1w', '1 week'],
    ['2w', '2 weeks'],
    ['1mo', '1 month'],
    ['1y', '1 year'],
  ])('a limit of %s is said as %s', (maxAge, words) => {
    expect(found({ today: '2027-09-09', maxAge })).toEqual([
      STALE('2026-08-31 and nobody has confirmed it', words, 5, '2027-09-09'),
    ])
  })

  test('a limit of its own comes before the one for all', () => {
    const own = { personas: { 'finance-leader': { maxAge: '1w' } } }
    expect(found({}, own)).toEqual([STALE('2026-08-31 and nobody has confirmed it', '1 week', 5, '2026-09-10')])
    expect(found({}, { personas: { procurement: { maxAge: '1w' } } })).toEqual([])
  })

  test('a review makes it fresh until it is too long ago itself; one that has not come yet does not', () => {
    const reviewed = (day: string) => pageAs({ head: head('updated', `updated: 2026-08-31\nreviewed: ${day}`) })
    const off = { rules: { 'persona/evidence-stale': 'off', 'date/future': 'off' } }
    expect(found({ ...reviewed('2026-12-01'), today: '2027-06-01' }, off)).toEqual([])
    expect(found({ ...reviewed('2026-12-01'), today: '2027-06-02' }, off)).toEqual([
      STALE('2026-08-31 and it was last confirmed on 2026-12-01', '6 months', 5, '2027-06-02'),
    ])
    expect(found({ ...reviewed('2027-04-01'), today: '2027-03-01' }, off)).toEqual([
      STALE('2026-08-31 and nobody has confirmed it'),
    ])
  })

  test('of the marker, the front matter and git the earliest day counts', () => {
    const off = { rules: { 'persona/hollow-refresh': 'off' } }
    const contentDays = new Map([['finance-leader.md', '2026-08-01']])
    expect(found({ contentDays, today: '2027-02-02' }, off)).toEqual([
      STALE('2026-08-01 and nobody has confirmed it', '6 months', 5, '2027-02-02'),
    ])
    const moved = pageAs({ head: head('updated', 'updated: 2026-09-09') })
    expect(found({ ...moved, today: '2027-03-01' }, off)).toEqual([STALE('2026-08-31 and nobody has confirmed it')])
  })

  test('without a day in the front matter the line is that of the marker', () => {
    const off = { rules: { 'date/missing': 'off' } }
    expect(found({ ...pageAs({ head: head('updated', '') }), today: '2027-03-01' }, off)).toEqual([
      STALE('2026-08-31 and nobody has confirmed it', '6 months', 7),
    ])
  })

  test('the newest call too: a warning, where the page itself is confirmed', () => {
    const reviewed = pageAs({ head: head('updated', 'updated: 2026-08-31\nreviewed: 2027-02-01') })
    expect(found({ ...reviewed, today: '2027-02-13' })).toEqual([])
    expect(found({ ...reviewed, today: '2027-02-14' })).toEqual([
      `warn persona/evidence-stale ${FILE}:7 The newest call behind this page is of 2026-08-13: more than 6 months ago. Talk to them again and add the notes (with their date), then run \`personas ingest\`.`,
    ])
  })

  test('a page whose calls have no date says so', () => {
    const undated = pageAs({
      head: head('evidence', 'evidence: {calls: 4, accounts: 3, people: 5, statements: 9}'),
      block: block('**', '**').map((line) => line.replace('; last heard 2026-08-13', '')),
    })
    expect(found(undated)).toEqual([
      `warn persona/evidence-stale ${FILE}:6 No call behind this page has a date, so nobody can tell how old its evidence is. Talk to them again and add the notes (with their date), then run \`personas ingest\`.`,
    ])
  })

  test('a day that moved without the content', () => {
    const refreshed = pageAs({ head: head('updated', 'updated: 2026-09-09') })
    expect(found(refreshed)).toEqual([
      `error persona/hollow-refresh ${FILE}:5 \`updated: 2026-09-09\` is later than the last change of the content, 2026-08-31. Set it back to 2026-08-31. Whoever has read the page and found it right writes \`reviewed: 2026-09-10\` instead.`,
    ])
    const contentDays = new Map([['finance-leader.md', '2026-08-20']])
    expect(found({ contentDays })).toEqual([
      `error persona/hollow-refresh ${FILE}:5 The page says that its content changed on 2026-08-31; in git it last changed on 2026-08-20. Set both days back to 2026-08-20. Whoever has read the page and found it right writes \`reviewed: 2026-09-10\` instead.`,
    ])
    expect(found({ contentDays: new Map([['finance-leader.md', '2026-08-31']]) })).toEqual([])
  })
})

describe('dates', () => {
  test('no day of the last change', () => {
    const MISSING = (line: number) =>
      `error date/missing ${FILE}:${line} The front matter has no \`updated:\`, so nobody can see how old the page is. Run \`personas ingest\`, which sets it, or write \`updated: 2026-08-31\`.`
    expect(found(pageAs({ head: head('updated', '') }))).toEqual([MISSING(1)])
    expect(found(pageAs({ head: head('updated', 'updated:') }))).toEqual([MISSING(5)])
  })

  test('what is no day', () => {
    const MALFORMED = (what: string, line: number) =>
      `error date/malformed ${FILE}:${line} \`${what}\` is not a day. Write it as YYYY-MM-DD, such as 2026-11-18.`
    expect(found(pageAs({ head: head('updated', 'updated: 31.08.2026') }))).toEqual([
      MALFORMED('updated: 31.08.2026', 5),
    ])
    expect(found(pageAs({ head: head('updated', 'updated: 2026-08-31\nreviewed: soon') }))).toEqual([
      MALFORMED('reviewed: soon', 6),
    ])
    const first = HEAD.map((line) => line.replace('first: 2026-05-10', 'first: 2026-05-32'))
    expect(found(pageAs({ head: first }))).toEqual([MALFORMED('evidence.first: 2026-05-32', 6)])
  })

  test('a day that has not come', () => {
    const FUTURE = (what: string, line: number, remedy: string) =>
      `error date/future ${FILE}:${line} \`${what}\` lies in the future; today is 2026-09-10 (UTC). ${remedy}`
    const DAYS = 'Set it to the day on which it happened; days are UTC days.'
    expect(found(pageAs({ head: head('updated', 'updated: 2026-08-31\nreviewed: 2026-09-11') }))).toEqual([
      FUTURE('reviewed: 2026-09-11', 6, DAYS),
    ])
    expect(found(pageAs({ head: head('updated', 'updated: 2026-08-31\nreviewed: 2026-09-10') }))).toEqual([])
    expect(found(pageAs({ head: head('updated', 'updated: 2026-09-11'), changed: '2026-09-11' }))).toEqual([
      FUTURE('updated: 2026-09-11', 5, DAYS),
      FUTURE('changed: 2026-09-11', 8, DAYS),
    ])
    const heard = (text: string) => text.replace('2026-08-13', '2026-12-13')
    expect(
      found(pageAs({ head: HEAD.map(heard), block: BLOCK.map((line) => (line === QUOTE ? line : heard(line))) })),
    ).toEqual([FUTURE('evidence.last: 2026-12-13', 6, 'Correct the date of the note, then run `personas ingest`.')])
  })
})

describe('what stands on the page', () => {
  const HEAD_DRIFT = (key: string, value: string, line: number) =>
    `error persona/drift ${FILE}:${line} \`${key}\` in the front matter is not what the page below it says: ${value}. Run \`personas ingest\` to have it written anew, or set it back.`

  test.each([
    ['persona: finance-leader', 'persona: procurement', 'persona', 'finance-leader', 2],
    ['name: "Finance leader"', 'name: "Finance boss"', 'name', 'Finance leader', 3],
    ['name: "Finance leader"\n', '', 'name', 'Finance leader', 1],
    ['kind: buyer', 'kind: user', 'kind', 'buyer', 4],
    ['calls: 4', 'calls: 40', 'evidence.calls', '4', 6],
    ['accounts: 3', 'accounts: 30', 'evidence.accounts', '3', 6],
    ['people: 5', 'people: 50', 'evidence.people', '5', 6],
    ['statements: 9', 'statements: 90', 'evidence.statements', '9', 6],
    ['last: 2026-08-13', 'last: 2026-08-14', 'evidence.last', '2026-08-13', 6],
    ['last: 2026-08-13', 'las: 2026-08-13', 'evidence.last', '2026-08-13', 6],
    ['updated: 2026-08-31', 'updated: 2026-08-30', 'updated', '2026-08-31', 5],
  ])('front matter: %s made "%s"', (from, to, key, value, line) => {
    const text = HEAD.map((one) => `${one}\n`).join('')
    const changed = text.replace(from, to).trimEnd().split('\n')
    expect(found(pageAs({ head: changed }))).toEqual([HEAD_DRIFT(key, value, line)])
  })

  test('a name that lost its signs on the way to the heading is the same name', () => {
    const named = (as: string, title: string) =>
      pageAs({ head: head('name', `name: "${as}"`), block: block('# Finance leader', title) })
    expect(found(named('Finance & "leader"'.replaceAll('"', '\\"'), '# Finance &amp; leader'))).toEqual([])
    expect(found(named('Finance-leader', '# Finance leader'))).toEqual([HEAD_DRIFT('name', 'Finance leader', 3)])
  })

  test('a user is a user', () => {
    expect(found(pageAs({ head: head('kind', 'kind: user'), block: block('A buyer: CFO.', 'A user.') }))).toEqual([])
  })

  const REMEDY =
    'Run `personas ingest` to have it written anew. What you want to add goes below the end marker, where it stays, or into a note.'

  test('an edit by hand, the digest left as it was', () => {
    expect(found({ pages: [page({ edit: (text) => text.replace('A buyer: CFO.', 'A buyer: boss.') })] })).toEqual([
      `error persona/drift ${FILE}:8 The part between the markers was edited by hand. ${REMEDY} \`personas check --full\` shows the difference.`,
    ])
  })

  test('a block that is right, with another digest in its marker', () => {
    const edit = (text: string) => text.replace(/digest=[0-9a-f]{16}/, 'digest=0123456789abcdef')
    expect(found({ pages: [page({ edit })] })).toEqual([
      `error persona/drift ${FILE}:8 The digest in the begin marker is not that of the block. ${REMEDY}`,
    ])
  })

  test('a block and a lock of two runs', () => {
    expect(found({ pages: [page({ block: block('A buyer: CFO.', 'A buyer: CEO.') })] })).toEqual([
      `error persona/drift ${FILE}:8 The part between the markers and personas.lock are not of the same run. ${REMEDY} \`personas check --full\` shows the difference.`,
    ])
  })

  test('where it is known what should stand there, the lines that differ are named and shown', () => {
    const now = [...BLOCK.slice(0, 2), 'A buyer: boss@acme.example.', ...BLOCK.slice(3, 7), ...BLOCK.slice(8), 'More.']
    const { findings } = check(
      committed(
        { pages: [page({ block: now })], expected: new Map([['finance-leader.md', BLOCK]]) },
        { rules: { 'privacy/email': 'off' } },
      ),
    )
    expect(findings.map(({ says, line, hunks }) => ({ says, line, hunks }))).toEqual([
      {
        says: 'The part between the markers is not what the notes give.',
        line: 16,
        hunks: [
          { lines: ['-'], at: 16, added: [] },
          { lines: ['+More.'], at: 17, added: [17] },
        ],
      },
    ])
    expect(found({ expected: new Map([['finance-leader.md', BLOCK]]) })).toEqual([])
  })

  test('no address of a page stands in the difference', () => {
    const now = BLOCK.map((line) => (line === SAMPLE ? `${line} Ring +49 30 5550123.` : line))
    const wanted = [...BLOCK.slice(0, 2), 'A buyer: boss@acme.example.', ...BLOCK.slice(3)]
    const { findings } = check(
      committed({ pages: [page({ block: now })], expected: new Map([['finance-leader.md', wanted]]) }),
    )
    const drift = findings.find(({ rule }) => rule === 'persona/drift')
    expect(drift?.hunks?.map(({ lines }) => lines)).toEqual([['-A buyer: [e-mail].', '+A buyer: CFO.']])
  })

  test.each([
    ['email', 'error', 'An e-mail address', 'mail kim@acme.example'],
    ['phone', 'error', 'A phone number', 'ring +49 30 5550123'],
    ['card-number', 'error', 'The number of a payment card', '4111 1111 1111 1111'],
    ['account-number', 'error', 'The number of a bank account', 'DE89 3704 0044 0532 0130 00'],
    ['id-number', 'error', 'The number by which a state knows a person', '219-09-9998'],
    ['secret', 'error', 'A password or a key', 'password: hunter2'],
  ])('privacy/%s, below the block and in it', (kind, severity, what, line) => {
    const says = (at: number) =>
      `${severity} privacy/${kind} ${FILE}:${at} ${what} stands on this line. Take it out; a page names kinds of people, and git keeps what was once committed. Who was heard stands in the notes.`
    expect(found(pageAs({ below: `\nmine\n${line}\n` }))).toEqual([says(21)])
    expect(found(pageAs({ block: [...BLOCK, line] }))).toEqual([says(18)])
    expect(found(pageAs({ head: [...HEAD, `owner: ${line.replaceAll(':', '')}`] }))).toEqual([])
  })

  test('a handle counts in the generated part alone', () => {
    const says = (at: number) =>
      `warn privacy/handle ${FILE}:${at} Somebody's handle stands on this line. Take it out; a page names kinds of people, and git keeps what was once committed. Who was heard stands in the notes.`
    expect(found(pageAs({ block: ['# Finance leader', 'ask @dana_p', ...BLOCK.slice(2), 'and @kim_l'] }))).toEqual([
      says(10),
      says(18),
    ])
    expect(found(pageAs({ head: [...HEAD, 'team: "@dana_p"'], below: 'ask @dana_p\n' }))).toEqual([])
  })

  test('escapes hide nothing, and the target of a link is no number', () => {
    expect(found(pageAs({ below: 'mail kim&#64;acme.example\n' }))).toHaveLength(1)
    expect(found(pageAs({ below: '[deal](https://crm.example/d/5500000000000004)\n' }))).toEqual([])
  })

  test('one account gives most of it', () => {
    const dominated = (sentence: string) => pageAs({ block: block(SAMPLE, `${SAMPLE} ${sentence}`) })
    const says = (share: string) =>
      `warn coverage/one-account-dominates ${FILE}:13 One account, Hallmann & Co, gives ${share} of this page. Talk to the same kind of people in other accounts and add the notes.`
    expect(found(dominated('One account, Hallmann &amp; Co, gives 40 % of this page.'))).toEqual([says('40 %')])
    expect(found(dominated('4 of 9 statements come from one account, Hallmann &amp; Co.'))).toEqual([
      says('4 of 9 statements'),
    ])
    expect(found(dominated('Every account counts the same.'))).toEqual([])
  })

  test('roles that were never heard, those alone that are asked for', () => {
    const says = (role: string) =>
      `warn coverage/role-missing ${FILE}:15 In the accounts of this page, no ${role} was ever heard. Ask who it is and talk to them; or name the person's role in the notes; or leave the role out of "checks.roles".`
    expect(found({}, { roles: ['decision-maker', 'user', 'saboteur'] })).toEqual([says('user'), says('saboteur')])
    expect(found({}, { roles: ['decision-maker'] })).toEqual([])
  })

  test('roles that were heard nowhere stand in the index', () => {
    const overview = (path: string) =>
      page({
        path,
        head: [],
        block: ['# Personas', '', '12 people were heard. Never heard in any account: user, recommender and saboteur.'],
      })
    const roleMissing = (path: string, roles: string[]) =>
      found({ pages: [page(), overview(path)] }, { roles }).filter((one) => one.includes('role-missing'))
    expect(roleMissing('README.md', ['recommender', 'decision-maker'])).toEqual([
      `warn coverage/role-missing personas/README.md:4 In all accounts, no recommender was ever heard. Ask who it is and talk to them; or name the person's role in the notes; or leave the role out of "checks.roles".`,
      `warn coverage/role-missing ${FILE}:15 In the accounts of this page, no recommender was ever heard. Ask who it is and talk to them; or name the person's role in the notes; or leave the role out of "checks.roles".`,
    ])
    expect(roleMissing('demands.md', ['recommender'])).toHaveLength(1)
  })

  test('too few calls: what is asked for is enough', () => {
    expect(found({}, { minCalls: 4 })).toEqual([])
    expect(found({}, { minCalls: 5 })).toEqual([
      `warn coverage/too-few-calls ${FILE}:13 The page rests on 4 calls, and 5 are asked for. Talk to more of them and add the notes; or merge the persona into another ("merge" in personas.config.json).`,
    ])
    const one = pageAs({
      head: HEAD.map((line) => line.replace('calls: 4', 'calls: 1')),
      block: block('**Indicative**: 4 calls', '**Thin**: 1 call'),
    })
    expect(found(one)[0]).toContain('The page rests on 1 call, and 3 are asked for.')
  })
})

describe('pages and their personas', () => {
  test('broken markers: that alone is said, with the line that it names', () => {
    const edit = (text: string) => text.replace('<!-- personas:end -->\n', '')
    expect(found({ pages: [page({ edit, below: 'mail kim@acme.example' })] })).toEqual([
      `error page/markers ${FILE}:- The generated part can't be told from people's own text: the block that begins on line 8 has no end marker. Restore the two marker lines from git; then run \`personas ingest\`.`,
    ])
    const twice = (text: string) => `${text}<!-- personas:end -->\n`
    expect(found({ pages: [page({ edit: twice })] })[0]).toMatch(/^error page\/markers personas\/finance-leader.md:19 /)
    const none = (text: string) => text.replaceAll(/<!--.*-->\n/g, '')
    expect(found({ pages: [page({ edit: none })] })[0]).toContain('it has no block of ours')
  })

  test('a page that nobody made', () => {
    const pages = [page(), page({ path: 'ghost.md' })]
    const says = (path: string, id: string) =>
      `error page/without-persona personas/${path}:2 The page is written like a persona's, and the notes give no persona "${id}". Delete the page, move its text to the page of a persona, or add the persona to personas.config.json and run \`personas ingest\`.`
    expect(found({ pages })).toEqual([says('ghost.md', 'ghost')])
    // Without a lock, those that are configured count.
    const off = { rules: { 'lock/missing': 'off', 'persona/drift': 'off' } }
    expect(found({ pages, lock: null }, off)).toEqual([says('ghost.md', 'ghost')])
    expect(found({ pages, lock: { error: 'line 3 is odd' } }, off)).toEqual([says('ghost.md', 'ghost')])
    expect(found({ pages: [page(), page({ path: 'README.md', head: [], block: ['# All'] })] })).toEqual([])
    expect(found({ pages: [page(), page({ path: 'demands.md', head: [], block: ['# All'] })] })).toEqual([])
  })

  test('a page that is gone', () => {
    const says = (path: string) =>
      `error persona/without-page personas/${path}:- The page is missing, and the notes give it. Run \`personas ingest\`, or restore the page from git with what people wrote on it.`
    expect(found({ pages: [] })).toEqual([says('finance-leader.md')])
    expect(found({ expected: new Map([['evidence/procurement.md', []]]) })).toEqual([says('evidence/procurement.md')])
    const { findings } = check(committed({ expected: new Map([['evidence/procurement.md', []]]) }))
    expect(findings[0]?.persona).toBe('procurement')
    expect(found({ pages: [], lock: null }, { rules: { 'lock/missing': 'off' } })).toEqual([])
  })

  test('a page that is kept for what people wrote does not grow old, and says that it is kept', () => {
    const kept: PageAs = {
      head: head('evidence', 'evidence: {calls: 0, accounts: 0, people: 0, statements: 0}'),
      block: ['# Finance leader', '', 'The notes hold no evidence for this persona any more.'],
    }
    expect(found({ ...pageAs(kept), today: '2036-01-01' })).toEqual([
      `warn page/retired ${FILE}:6 The persona was merged, renamed, or is heard no more; its page is kept for what people wrote on it. Move what people wrote to another page and delete this one; or add a waiver, where it is to stay.`,
    ])
  })
})

describe('the lock', () => {
  const lockOf = () => {
    const { lock } = committed()
    if (lock === null || 'error' in lock) throw new Error('no lock')
    return lock
  }
  const REMEDY = 'Run `personas ingest` on all notes and commit the pages with the notes.'
  const now = (notes: [string, string][], more: Partial<Committed['now']> = {}) => ({
    ...committed().now,
    notes: new Map(notes),
    ...more,
  })

  test('missing, or of no use', () => {
    const says = (line: string, why: string) =>
      `error lock/missing personas/personas.lock:${line} Nothing says which notes the pages come from: personas.lock can't be used, ${why}. Run \`personas ingest\` on all notes and commit personas.lock with the pages.`
    expect(found({ lock: null, texts: new Map([[NOTE, NOTE_TEXT]]) })).toEqual([says('-', 'it is missing')])
    expect(found({ lock: { error: 'line 3 is odd' }, texts: new Map([[NOTE, NOTE_TEXT]]) })).toEqual([
      says('3', 'line 3 is odd'),
    ])
    expect(found({ lock: { error: 'it is odd' }, texts: new Map([[NOTE, NOTE_TEXT]]) })).toEqual([
      says('1', 'it is odd'),
    ])
  })

  test('notes that are new, changed or gone, in order', () => {
    const lock = { ...lockOf(), notes: new Map([[NOTE, 'n1'], ['notes/m.md', 'n2'], ['notes/b.md', 'n3']]) } // prettier-ignore
    expect(
      found({
        lock,
        now: now([
          ['notes/z.md', 'n9'],
          [NOTE, 'n1'],
          ['notes/m.md', 'n7'],
        ]),
      }),
    ).toEqual([
      // prettier-ignore
      `error lock/notes notes/b.md:- The note is gone, and the pages still rest on it. ${REMEDY}`,
      `error lock/notes notes/m.md:- The note changed after the pages were made. ${REMEDY}`,
      `error lock/notes notes/z.md:- The note is new: no page rests on it yet. ${REMEDY}`,
    ])
  })

  test('what was piped in can not be read again, and is no note that is gone', () => {
    const lock = { ...lockOf(), notes: new Map([[NOTE, 'n1'], ['-', 'n2']]) } // prettier-ignore
    expect(found({ lock })).toEqual([
      'error lock/notes -:- The pages rest on what was piped in, which can not be read again. Save it as a file among the notes and run `personas ingest` on all of them.',
    ])
    expect(found({ lock, now: now([[NOTE, 'n1'], ['-', 'n2']]) })).toEqual([]) // prettier-ignore
  })

  test('a note that can not be read is not gone', () => {
    const problem = {
      rule: 'note/unreadable',
      file: NOTE,
      line: null,
      values: {},
    } as unknown as Committed['problems'][0]
    expect(found({ now: now([]), problems: [problem] }).filter((one) => one.includes('lock/notes'))).toEqual([])
  })

  test('a note that was renamed, as it was and changed', () => {
    const renamed = new Map([[NOTE, 'notes/z.md']])
    expect(found({ renamed, now: now([['notes/z.md', 'n1']]) })).toEqual([
      'warn note/renamed notes/z.md:- The note was notes/a.md when the pages were made; their links lead there. Run `personas check --fix` to set the links, or `personas ingest`.',
    ])
    const texts = new Map([['notes/z.md', NOTE_TEXT]])
    expect(found({ renamed, texts, now: now([['notes/z.md', 'n2']]) })).toEqual([
      `error lock/notes notes/z.md:- The note changed, and was renamed from notes/a.md, after the pages were made. ${REMEDY}`,
    ])
  })

  test.each([
    ['config', 'personas.config.json', 'configuration'],
    ['codebook', 'personas/themes.yaml', 'codebook'],
    ['corrections', 'personas/corrections.jsonl', 'corrections'],
  ] as const)('%s changed', (key, file, name) => {
    expect(found({ now: now([[NOTE, 'n1']], { [key]: 'other' }) })).toEqual([
      `error lock/settings ${file}:- The ${name} changed after the pages were made. Run \`personas ingest\` on all notes and commit the pages with it.`,
    ])
  })

  test('another model: that alone, however many pages differ', () => {
    const edited = [page({ edit: (text) => text.replace('A buyer: CFO.', 'A buyer: boss.') })]
    expect(found({ pages: edited, now: now([[NOTE, 'n1']], { model: 'm2' }) })).toEqual([
      'error lock/model personas/personas.lock:- The pages were made by another version of the tagger than the one installed. Run `personas ingest` on all notes with this version, and pin the version of personas that CI installs.',
    ])
  })

  test('a note that is kept too long', () => {
    const until = (day: string) => ({ retention: new Map([[NOTE, day]]) })
    expect(found(until('2026-09-10'))).toEqual([])
    expect(found(until('2026-09-09'))).toEqual([
      'error note/retention notes/a.md:- The note may be kept until 2026-09-09 only. Delete it and run `personas ingest` on the others, or correct its `retention:` if it may be kept longer.',
    ])
  })
})

describe('quotes', () => {
  const CHANGED = (text: string) =>
    `error quote/not-verbatim ${FILE}:17 The quote “${text}” does not stand in notes/a.md in these words. Restore the words in the note, or run \`personas ingest\` to take the quote as the note has it now.`
  const noteNow = (text: string) => ({
    now: { ...committed().now, notes: new Map([[NOTE, 'n2']]) },
    texts: new Map([[NOTE, text]]),
  })

  test('whose words the note has no more', () => {
    expect(found(noteNow('Cheap for what it does.'))).toEqual([CHANGED('Too dear for what it does.')])
    expect(found(noteNow(`New.\n${NOTE_TEXT}`)).map((one) => one.split(' ')[1])).toEqual(['lock/notes'])
  })

  test('whose note is gone; one that can not be read is a finding of its own', () => {
    const gone = { now: { ...committed().now, notes: new Map<string, string>() } }
    expect(found(gone)).toEqual([
      `error quote/not-verbatim ${FILE}:17 The quote “Too dear for what it does.” comes from notes/a.md, which is not there any more. Restore the note from git, or run \`personas ingest\`, which takes its quotes off the pages.`,
    ])
    const problem = {
      rule: 'note/unreadable',
      file: NOTE,
      line: null,
      values: {},
    } as unknown as Committed['problems'][0]
    expect(found({ ...gone, problems: [problem] }).filter((one) => one.includes('quote/'))).toEqual([])
  })

  test('that somebody changed on the page', () => {
    const edit = (text: string) => text.replace('Too dear', 'Not too dear')
    expect(found({ pages: [page({ edit })], texts: new Map([[NOTE, NOTE_TEXT]]) })).toEqual([
      CHANGED('Not too dear for what it does.'),
    ])
  })

  test('are cut between words and hold no address in a report', () => {
    const long = 'Write to kim@acme.example '.concat('and then to all the others who sit there '.repeat(3)).trim()
    const edit = (text: string) => text.replace('Too dear for what it does.', long)
    const [first = ''] = found(
      { pages: [page({ edit })], texts: new Map([[NOTE, NOTE_TEXT]]) },
      { rules: { 'privacy/email': 'off' } },
    )
    expect(first).toContain('“Write to [e-mail] and then to all the others who sit there …”')
    const solid = (text: string) => text.replace('Too dear for what it does.', 'x'.repeat(80))
    expect(found({ pages: [page({ edit: solid })], texts: new Map([[NOTE, NOTE_TEXT]]) })[0]).toContain(
      `“${'x'.repeat(30)} …”`,
    )
  })

  test('that stand twice are one finding, on the first of their lines', () => {
    const edit = (text: string) => text.replace(QUOTE, `${QUOTE}\n\n${QUOTE}`).replaceAll('Too dear', 'Not dear')
    const { findings } = check(committed({ pages: [page({ edit })], texts: new Map([[NOTE, NOTE_TEXT]]) }))
    expect(findings.map(({ rule, line, lines }) => ({ rule, line, lines }))).toEqual([
      { rule: 'quote/not-verbatim', line: 17, lines: [17, 19] },
    ])
  })

  test('as they were locked are not looked for again', () => {
    expect(found({ texts: new Map([[NOTE, 'Nothing.']]) })).toEqual([])
    expect(blockDigest(BLOCK)).toBe(page().block?.content)
  })
})

describe('severities and waivers', () => {
  const stale = { today: '2027-03-01' }
  const rules = (lines: string[]) => lines.map((one) => one.split(' ').slice(0, 2).join(' '))

  test('a rule has the severity that it is given, and none where it is off', () => {
    expect(rules(found(stale, { rules: { 'persona/stale': 'warn' } }))).toEqual(['warn persona/stale'])
    expect(rules(found(stale, { rules: { 'persona/stale': 'off' } }))).toEqual([])
  })

  test('a warning can be made an error', () => {
    expect(rules(found({}, { minCalls: 5, rules: { 'coverage/too-few-calls': 'error' } }))).toEqual([
      'error coverage/too-few-calls',
    ])
  })

  test('what is wrong with a note itself is a finding with its line, as grave as where it was read, or as it is set', () => {
    const problems = [
      { rule: 'note/page', file: 'notes/b.md', line: null, values: {} },
      { rule: 'note/unreadable', file: 'notes/c.md', line: 7, values: { reason: 'permission denied' } },
    ] as unknown as Committed['problems']
    const says = (severity: string) =>
      `${severity} note/page notes/b.md:- The file is a page that personas wrote, so it was not read as a note. Delete it, move it out of the notes, or list its folder in .personasignore.`
    const unreadable =
      'error note/unreadable notes/c.md:7 The note could not be read: permission denied. Check that the file exists and that you may read it, then run again.'
    expect(found({ problems })).toEqual([says('warn'), unreadable])
    expect(found({ problems }, { rules: { 'note/page': 'error' } })).toEqual([says('error'), unreadable])
    expect(found({ problems }, { rules: { 'note/unreadable': 'off' } })).toEqual([says('warn')])
  })

  const waiver = (more: Record<string, unknown>) => ({
    waivers: [{ rule: 'persona/stale', reason: 'on leave', expires: '2027-03-01', ...more }],
  })

  test.each([
    ['of the persona', { persona: 'finance-leader' }],
    ['of the page', { path: FILE }],
    ['of the folder', { path: 'personas/' }],
  ])('a waiver %s lets it stand, with its reason', (_, more) => {
    const { findings, waived } = check(committed(stale, waiver(more)))
    expect(findings).toEqual([])
    expect(waived).toMatchObject([
      { rule: 'persona/stale', file: FILE, reason: 'on leave', expires: '2027-03-01', persona: 'finance-leader' },
    ])
  })

  test.each([
    ['another rule', { rule: 'persona/drift', persona: 'finance-leader' }],
    ['another persona', { persona: 'procurement' }],
    ['another page', { path: 'personas/finance' }],
    ['another folder', { path: 'other/' }],
    ['the page, but another persona', { path: FILE, persona: 'procurement' }],
  ])('a waiver of %s does not', (_, more) => {
    expect(rules(found(stale, waiver(more)))).toEqual(['error persona/stale'])
  })

  test('a waiver whose day has passed waives nothing, and says so itself', () => {
    const says = (what: string) =>
      `error waiver/expired personas.config.json:- The waiver of persona/stale for ${what} ("on leave") expired on 2027-02-28. Mend what it waived and delete it from "checks.waivers", or give it a new day and a reason that holds.`
    const off = { rules: { 'persona/stale': 'off' } }
    expect(found(stale, { ...waiver({ persona: 'finance-leader', expires: '2027-02-28' }), ...off })).toEqual([
      says('finance-leader'),
    ])
    expect(found(stale, { ...waiver({ path: 'personas/', expires: '2027-02-28' }), ...off })).toEqual([
      says('personas/'),
    ])
  })

  test('findings come in the order of files, lines and rules', () => {
    const two = pageAs({
      head: [...HEAD.slice(0, 3), 'updated: soon', ...HEAD.slice(4)],
      below: 'Ring +49 30 5550123, write to kim@acme.example.\n',
    })
    expect(rules(found({ ...two, now: { ...committed().now, config: 'x', corrections: 'x' } }))).toEqual([
      'error lock/settings',
      'error lock/settings',
      'error date/malformed',
      'error privacy/email',
      'error privacy/phone',
    ])
  })
})
