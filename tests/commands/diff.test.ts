import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commitAll, type gitIn } from '../repository.ts'
import { contents, folder, personas, put } from '../workbench.ts'

/** Themes by words, so that no test hangs on what the model makes of a sentence. */
const CODEBOOK = `version: 1
themes:
  - id: boats
    name: Boats
    tag: objection
    keywords: [boats]
  - id: kites
    name: Kites
    tag: objection
    keywords: [kites]
  - id: lamps
    name: Lamps
    tag: job
    keywords: [lamps]
`

const note = (date: string, account: string, ...said: string[]) =>
  `---\ndate: ${date}\naccount: ${account}\nstage: demo\nparticipants:\n  - {name: Eva Roth, title: CFO, role: budget-holder}\n---\n\n` +
  said.map((line) => `**Eva Roth:** ${line}\n`).join('\n')

const FIRST = {
  'personas.config.json': '{}',
  'personas/themes.yaml': CODEBOOK,
  'notes/2026-01-05-hallmann.md': note('2026-01-05', 'Hallmann', 'We are afraid of boats. #objection'),
  'notes/2026-01-06-brackley.md': note('2026-01-06', 'Brackley', 'We are afraid of kites. #objection'),
}

async function ingested(files: Record<string, string>): Promise<{ home: string; git: ReturnType<typeof gitIn> }> {
  const home = folder(files)
  expect((await personas(home, ['ingest', 'notes'])).code).toBe(0)
  return { home, git: commitAll(home) }
}

interface Json {
  v: number
  from: { revision: string | null; commit: string | null; pages: boolean }
  notes: { before: number; after: number }
  personas: {
    id: string
    change: string
    sample: { before: object; after: object }
    themes: {
      id: string
      change: string
      accounts: object
      added: string[]
      left: string[]
      mergedInto: string | null
    }[]
    cameBack: object[]
    rolesHeard: { role: string; people: number; accounts: number }[]
  }[]
}

async function json(home: string, ...args: string[]): Promise<Json> {
  const ran = await personas(home, ['diff', ...args, '--format', 'json'])
  expect(ran).toMatchObject({ code: 0 })
  return JSON.parse(ran.stdout) as Json
}

describe('personas diff', () => {
  test('says what is new, rising, falling and gone, what came back and who is heard, by accounts', async () => {
    const { home, git } = await ingested({
      ...FIRST,
      'notes/2026-01-07-gulf.md': note('2026-01-07', 'Gulf', 'We are afraid of kites. #objection'),
    })
    rmSync(join(home, 'notes/2026-01-07-gulf.md'))
    put(
      home,
      'notes/2026-02-05-hallmann.md',
      note('2026-02-05', 'Hallmann', 'Still afraid of boats. #objection', 'I want lamps. #job').replace(
        '---\n\n',
        '  - {name: Ida Frey, title: Managing Director, role: decision-maker}\n---\n\n',
      ),
    )
    put(home, 'notes/2026-02-06-brackley.md', note('2026-02-06', 'Brackley', 'And what about boats? #objection'))
    await personas(home, ['ingest', 'notes'])
    const seen = await json(home)
    expect(seen).toMatchObject({ v: 1, from: { revision: 'HEAD', pages: true }, notes: { before: 3, after: 4 } })
    expect(seen.from.commit).toBe(git(['rev-parse', 'HEAD']))
    const [finance] = seen.personas.filter(({ id }) => id === 'finance-leader')
    expect(finance).toMatchObject({
      change: 'changed',
      sample: { before: { calls: 3, accounts: 3 }, after: { calls: 4, accounts: 2 } },
      themes: [
        { id: 'lamps', change: 'new', accounts: { before: 0, after: 1 }, added: ['Hallmann'] },
        { id: 'boats', change: 'rising', accounts: { before: 1, after: 2 }, added: ['Brackley'], left: [] },
        { id: 'kites', change: 'falling', accounts: { before: 2, after: 1 }, added: [], left: ['Gulf'] },
      ],
      cameBack: [{ id: 'boats', accounts: ['Hallmann'] }],
    })
    expect(finance?.rolesHeard).toContainEqual({ role: 'decision-maker', people: 1, accounts: 1 })
    const pretty = await personas(home, ['diff'])
    expect(pretty.stdout).toContain('Finance leader · 3 → 4 calls, 3 → 2 accounts')
    expect(pretty.stdout).toMatch(/Rising +Boats \(objection\), 1 of 3 → 2 of 2 accounts: now also Brackley/)
    expect(pretty.stdout).toMatch(/Came back +Boats \(objection\), raised again at Hallmann/)
    expect(pretty.stdout).toMatch(/Now heard +decision-maker, 1 person in 1 account/)
  })

  test('compares two revisions either way, and touches neither the working tree nor the index', async () => {
    const { home, git } = await ingested(FIRST)
    put(home, 'notes/2026-02-05-hallmann.md', note('2026-02-05', 'Hallmann', 'We want lamps. #job'))
    await personas(home, ['ingest', 'notes'])
    git(['add', '--all'])
    git(['commit', '--quiet', '--message', 'More'])
    put(home, 'notes/2026-01-05-hallmann.md', 'not committed yet')
    const before = contents(home)
    const there = await json(home, 'HEAD~1', 'HEAD')
    expect(there.personas.flatMap(({ themes }) => themes)).toMatchObject([{ id: 'lamps', change: 'new' }])
    const back = await json(home, 'HEAD', 'HEAD~1')
    expect(back.personas.flatMap(({ themes }) => themes)).toMatchObject([{ id: 'lamps', change: 'gone' }])
    expect((await json(home, 'HEAD', 'HEAD')).personas).toEqual([])
    expect(contents(home)).toEqual(before)
  })

  test('reads configuration, codebook and corrections as they were then', async () => {
    const { home, git } = await ingested({
      ...FIRST,
      'personas.config.json': '{"out": "docs"}',
      'docs/themes.yaml': CODEBOOK,
    })
    git(['mv', 'docs', 'personas'])
    put(home, 'personas.config.json', '{"aliases": {"Hallmann": ["Brackley"]}}')
    put(
      home,
      'personas/themes.yaml',
      CODEBOOK.replace('name: Boats', 'name: Boats\n    aliases: [kites]').replace(/  - id: kites[^]*?kites\]\n/, ''),
    )
    await personas(home, ['ingest', 'notes'])
    const [finance] = (await json(home)).personas
    expect(finance).toMatchObject({ sample: { before: { accounts: 2 }, after: { accounts: 1 } } })
    expect(finance?.themes).toContainEqual(
      expect.objectContaining({ id: 'kites', change: 'gone', mergedInto: 'Boats' }),
    )
    expect((await personas(home, ['diff'])).stdout).toContain('was in 1 of 2 accounts; merged into Boats')
  })

  test('a page that somebody edited, or that another version worded otherwise, is no change', async () => {
    const { home } = await ingested(FIRST)
    const page = readFileSync(join(home, 'personas/finance-leader.md'), 'utf8')
    put(home, 'personas/finance-leader.md', page.replaceAll('Boats', 'Ships'))
    expect((await personas(home, ['diff'])).stdout).toContain('From HEAD')
    expect((await personas(home, ['diff'])).stdout).toContain('2 notes, 2 accounts.\nNothing changed.\n')
  })

  test('as a comment on a pull request: marked, so that the next one replaces it; nothing of a note becomes markup', async () => {
    const { home } = await ingested(FIRST)
    const account = 'Boom <img src=x> @all #1'
    put(
      home,
      'notes/2026-02-05-x.md',
      note('2026-02-05', JSON.stringify(account), 'We are afraid of boats. #objection'),
    )
    await personas(home, ['ingest', 'notes'])
    const { stdout } = await personas(home, ['diff', '--format', 'markdown'])
    expect(stdout.startsWith('<!-- personas-diff -->\n### What changed in the personas\n')).toBe(true)
    expect(stdout).toContain('- **Rising**: Boats (objection), 1 of 2 → 2 of 3 accounts: now also Boom')
    expect(stdout).not.toMatch(/<img|@all|#1\b/)
  })

  test('a comment stays within what a reader takes and GitHub accepts', async () => {
    const word = (at: number) => `qu${'bdfgkmpt'[at % 8]}${'aeiou'[Math.floor(at / 8)]}xort`
    const themes = Array.from(
      { length: 40 },
      (_, at) => `  - {id: t${at}, name: Theme ${at}, tag: job, keywords: [${word(at)}]}\n`,
    )
    const { home } = await ingested({ ...FIRST, 'personas/themes.yaml': `version: 1\nthemes:\n${themes.join('')}` })
    const said = themes.map((_, at) => `We want ${word(at)}. #job`)
    put(home, 'notes/2026-02-05-x.md', note('2026-02-05', 'Gulf', ...said))
    await personas(home, ['ingest', 'notes'])
    const { stdout } = await personas(home, ['diff', '--format', 'markdown'])
    expect(stdout.match(/^- \*\*New\*\*: Theme/gm)).toHaveLength(8)
    expect(stdout).toContain('- **New**: 32 more\n')
    expect((await personas(home, ['diff'])).stdout.match(/New +Theme/g)).toHaveLength(40)
  })

  test('names notes that changed after the pages were written', async () => {
    const { home } = await ingested(FIRST)
    put(home, 'notes/2026-01-05-hallmann.md', note('2026-01-05', 'Hallmann', 'No fear at all. #none'))
    const ran = await personas(home, ['diff'])
    expect(ran.stderr).toContain('1 note is not what the pages were written from: notes/2026-01-05-hallmann.md.')
    expect(ran.stderr).toContain('Run personas ingest')
    expect((await personas(home, ['diff', '--quiet'])).stderr).toBe('')
  })

  test('works in a folder below the top, in a worktree and on a detached head', async () => {
    const home = folder(Object.fromEntries(Object.entries(FIRST).map(([path, text]) => [`sales/team a/${path}`, text])))
    const inside = join(home, 'sales/team a')
    await personas(inside, ['ingest', 'notes'])
    const git = commitAll(home)
    const other = folder()
    git(['worktree', 'add', '--quiet', '--detach', join(other, 'tree')])
    for (const place of [inside, join(other, 'tree/sales/team a')]) {
      put(place, 'notes/2026-02-05-x.md', note('2026-02-05', 'Gulf', 'We want lamps. #job'))
      await personas(place, ['ingest', 'notes'])
      expect((await json(place)).personas).toMatchObject([
        { id: 'finance-leader', themes: [{ id: 'lamps', change: 'new' }] },
      ])
    }
  })

  test('where there were no pages yet, everything is new, and it says so', async () => {
    const home = folder({ 'README.md': 'x' })
    commitAll(home)
    for (const [path, text] of Object.entries(FIRST)) put(home, path, text)
    await personas(home, ['ingest', 'notes'])
    const ran = await personas(home, ['diff'])
    expect(ran.stdout).toContain('There were no persona pages then, so everything is new.')
    expect(ran.stdout).toContain('Finance leader (new persona) · 0 → 2 calls, 0 → 2 accounts')
  })

  test.each([
    ['no repository', false, ['diff'], 'is in no git repository'],
    ['no such revision', true, ['diff', 'nope'], 'There is no revision nope here.'],
    [
      'an option in place of a revision',
      true,
      ['diff', '--', '--output=stolen'],
      'There is no revision --output=stolen here.',
    ],
    ['no pages', true, ['diff'], 'There is no personas.lock in'],
  ])('%s: says so, exit 2', async (_, repository, args, sentence) => {
    const home = folder({ 'personas.config.json': '{}' })
    if (repository) commitAll(home)
    const ran = await personas(home, args)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(sentence)
  })

  test('a shallow clone that lacks the revision says how to fetch it', async () => {
    const { home, git } = await ingested(FIRST)
    const first = git(['rev-parse', 'HEAD'])
    git(['commit', '--quiet', '--allow-empty', '--message', 'More'])
    const clone = join(folder(), 'clone')
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${home}`, clone], { stdio: 'ignore' })
    const ran = await personas(clone, ['diff', first])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('fetch all history')
  })
})
