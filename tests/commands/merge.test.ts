/** Two branches that both ran ingest, merged by real git. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commitAll, gitIn } from '../repository.ts'
import { contents, folder, personas, put } from '../workbench.ts'

const PAGE = 'personas/finance-leader.md'
const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})/m

const note = (date: string, account: string, ...said: string[]) =>
  `---\ndate: ${date}\naccount: ${account}\nstage: demo\nparticipants:\n  - Eva Roth (CFO)\n---\n\n` +
  said.map((line) => `**Eva Roth:** ${line}\n`).join('\n')

const START = {
  'personas.config.json': '{}',
  'notes/2026-01-05-hallmann.md': note(
    '2026-01-05',
    'Hallmann',
    'The price is too high for what it does. #objection',
    'We must have it in DATEV. #criterion',
  ),
}
const OURS = note('2026-02-05', 'Brackley', 'Will a company of your size be there in five years? #objection')
const THEIRS = note('2026-02-06', 'Gulf', 'Where is our data, and who can read it? #objection', 'I retype it all. #job')

/** Git as a person uses it: a merge may fail. */
function merge(home: string, ...settings: string[]): string {
  const env = { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }
  const who = ['-c', 'user.name=Dana', '-c', 'user.email=dana@acme.example']
  const args = [...who, ...settings.flatMap((one) => ['-c', one]), 'merge', '--no-edit', 'theirs']
  return spawnSync('git', args, { cwd: home, encoding: 'utf8', env }).stdout
}

const read = (home: string, path: string) => readFileSync(join(home, path), 'utf8')
const edit = (home: string, path: string, change: (text: string) => string) =>
  writeFileSync(join(home, path), change(read(home, path)))

/** Both branches begin with START, do their own work, ingest and commit; the first one is checked out at the end. */
async function branched(
  ours: (home: string) => void,
  theirs: (home: string) => void,
  files: Record<string, string> = {},
): Promise<{ home: string; git: ReturnType<typeof gitIn> }> {
  const home = folder({ ...START, ...files })
  await personas(home, ['ingest', 'notes', '--now', '2026-01-10'])
  const git = commitAll(home)
  for (const [branch, work, day] of [
    ['theirs', theirs, '2026-02-07'],
    ['ours', ours, '2026-02-08'],
  ] as const) {
    git(['switch', '--quiet', '--create', branch, 'main'])
    work(home)
    expect((await personas(home, ['ingest', 'notes', '--now', day])).code).toBe(0)
    git(['add', '--all'])
    git(['commit', '--quiet', '--message', branch])
  }
  return { home, git }
}

const addOurs = (home: string) => put(home, 'notes/2026-02-05-brackley.md', OURS)
const addTheirs = (home: string) => put(home, 'notes/2026-02-06-gulf.md', THEIRS)

describe('two branches that both ran ingest', () => {
  test.each([['merge'], ['diff3'], ['zdiff3']])(
    'with conflict style %s: the next ingest gives what the notes of both give, as if nobody had parted',
    async (style) => {
      const { home, git } = await branched(addOurs, addTheirs)
      expect(merge(home, `merge.conflictStyle=${style}`)).toContain(`CONFLICT (content): Merge conflict in ${PAGE}`)
      expect(read(home, PAGE)).toMatch(MARKER)
      expect(read(home, 'personas/themes.yaml')).toMatch(MARKER)
      expect(read(home, 'personas/personas.lock')).toMatch(MARKER)
      const healed = await personas(home, ['ingest', 'notes', '--now', '2026-02-09'])
      expect(healed.code).toBe(0)
      expect(healed.stderr).not.toContain('edited by hand')
      const pages = contents(join(home, 'personas'))
      for (const text of Object.values(pages)) expect(text).not.toMatch(MARKER)
      const together = folder({
        ...START,
        'notes/2026-02-05-brackley.md': OURS,
        'notes/2026-02-06-gulf.md': THEIRS,
        'personas/themes.yaml': pages['themes.yaml'] ?? '',
      })
      await personas(together, ['ingest', 'notes', '--now', '2026-02-09'])
      expect(pages).toEqual(contents(join(together, 'personas')))
      git(['add', '--all'])
      git(['commit', '--quiet', '--message', 'Merge'])
      expect((await personas(home, ['ingest', 'notes', '--now', '2026-03-01'])).stderr).toContain('Nothing changed')
    },
  )

  test('the codebook holds the themes of both, each once, and the comments and names that people gave', async () => {
    const named = (home: string) =>
      edit(home, 'personas/themes.yaml', (text) =>
        text
          .replace('themes:\n', '# Dana looks after these.\nthemes:\n')
          .replace('name: Price level', 'name: Too dear'),
      )
    const { home } = await branched((at) => (addOurs(at), named(at)), addTheirs)
    const ids = (text: string) => [...text.matchAll(/^ *- id: (.+)$/gm)].map(([, id]) => id)
    const git = gitIn(home)
    const both = [
      ...ids(git(['show', 'ours:personas/themes.yaml'])),
      ...ids(git(['show', 'theirs:personas/themes.yaml'])),
    ]
    merge(home)
    await personas(home, ['ingest', 'notes'])
    const text = read(home, 'personas/themes.yaml')
    expect(ids(text).toSorted()).toEqual([...new Set(both)].toSorted())
    expect(text).toContain('# Dana looks after these.\n')
    expect(text).toContain('name: Too dear')
  })

  test('with the lines that init puts into .gitattributes, lock and corrections never conflict', async () => {
    const attributes = {
      '.gitattributes': 'personas/personas.lock merge=union\npersonas/corrections.jsonl merge=union\n',
    }
    const correction = (digest: string) => `{"v":1,"file":"notes/a.md","digest":"${digest}","tag":"none"}\n`
    const { home } = await branched(
      (at) => (addOurs(at), put(at, 'personas/corrections.jsonl', correction('0000000000000001'))),
      (at) => (addTheirs(at), put(at, 'personas/corrections.jsonl', correction('0000000000000002'))),
      { ...attributes, 'personas/corrections.jsonl': '' },
    )
    const said = merge(home)
    expect(said).not.toMatch(/CONFLICT.*(?:personas\.lock|corrections\.jsonl)/)
    expect(read(home, 'personas/corrections.jsonl').trim().split('\n')).toHaveLength(2)
    expect((await personas(home, ['ingest', 'notes'])).code).toBe(0)
    expect(read(home, 'personas/personas.lock').match(/^page .*(?<!\/)finance-leader/gm)).toHaveLength(1)
  })
})

describe("people's words in a merge", () => {
  const say = (words: string) => (at: string) => edit(at, PAGE, (text) => `${text}\n${words}\n`)

  test.each([['merge'], ['diff3']])(
    'style %s: changed on both branches, they stay in conflict, named with file and line, while the block is healed',
    async (style) => {
      const { home } = await branched(
        (at) => (addOurs(at), say('Kim: she never answers mails.')(at)),
        (at) => (addTheirs(at), say('Dana: call her before nine.')(at)),
      )
      merge(home, `merge.conflictStyle=${style}`)
      const ran = await personas(home, ['ingest', 'notes'])
      expect(ran.code).toBe(1)
      const page = read(home, PAGE)
      const [block = '', below = ''] = page.split('<!-- personas:end -->\n')
      expect(block).not.toMatch(MARKER)
      expect(block).toContain('Brackley')
      expect(block).toContain('Gulf')
      expect(below).toMatch(
        /<<<<<<< HEAD\n[^]*Kim: she never answers mails\.\n[^]*=======\n[^]*Dana: call her before nine\.\n>>>>>>> theirs\n/,
      )
      const line = page.split('\n').indexOf('<<<<<<< HEAD') + 1
      expect(ran.stderr).toContain(`finance-leader.md\n  error line ${line}: Two branches say different things here`)
      // Nothing moves until a person has decided; then it is well.
      await personas(home, ['ingest', 'notes'])
      expect(read(home, PAGE)).toBe(page)
      edit(home, PAGE, (text) => text.replace(/^(?:<{7}|={7}|>{7}).*\n/gm, '').replace(/^\|{7}[^]*?(?=^Dana)/m, ''))
      expect((await personas(home, ['ingest', 'notes'])).code).toBe(0)
      expect(read(home, PAGE)).toContain('Kim: she never answers mails.')
      expect(read(home, PAGE)).toContain('Dana: call her before nine.')
    },
  )

  test('changed on one branch alone, they are kept without a word, though git saw a conflict beside them', async () => {
    const { home, git } = await branched(
      (at) => (
        addOurs(at),
        edit(at, PAGE, (text) => text.replace('## Team notes\n', '## Team notes\nKim: mails are no use.\n'))
      ),
      (at) => (
        addTheirs(at),
        edit(at, PAGE, (text) => text.replace(/^updated: .*$/m, '$&\nreviewed: 2026-02-06\nowner: dana'))
      ),
    )
    merge(home)
    expect(read(home, PAGE)).toMatch(/=======\n[^>]*reviewed: 2026-02-06/)
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(0)
    const page = read(home, PAGE)
    expect(page).toMatch(/^---\npersona: [^]*^reviewed: 2026-02-06\nowner: dana\n[^]*^---\n<!-- personas:begin/m)
    expect(page).toContain('## Team notes\nKim: mails are no use.\n')
    expect(page.match(/^updated:/gm)).toHaveLength(1)
    expect(git(['diff', '--check', '--', PAGE])).toBe('')
  })

  test('`reviewed` set to two days stays in conflict', async () => {
    const reviewed = (day: string) => (at: string) =>
      edit(at, PAGE, (text) => text.replace(/^updated: .*$/m, `$&\nreviewed: ${day}`))
    const { home } = await branched(
      (at) => (addOurs(at), reviewed('2026-02-03')(at)),
      (at) => (addTheirs(at), reviewed('2026-02-04')(at)),
    )
    merge(home)
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(1)
    expect(read(home, PAGE)).toMatch(
      /<<<<<<< HEAD\nreviewed: 2026-02-03\n=======\nreviewed: 2026-02-04\n>>>>>>> theirs\n/,
    )
    expect(read(home, PAGE).match(MARKER)).toHaveLength(1)
  })

  test('in corrections and in notes: reported with file and line, and left', async () => {
    const correction = (tag: string) => `{"v":1,"file":"notes/a.md","digest":"0000000000000001","tag":"${tag}"}\n`
    const more = (words: string) => (at: string) =>
      edit(at, 'notes/2026-01-05-hallmann.md', (text) => `${text}\n**Eva Roth:** ${words}\n`)
    const { home } = await branched(
      (at) => (more('It is summer.')(at), put(at, 'personas/corrections.jsonl', correction('job'))),
      (at) => (more('It is winter.')(at), put(at, 'personas/corrections.jsonl', correction('budget'))),
      { 'personas/corrections.jsonl': '' },
    )
    merge(home)
    const files = ['personas/corrections.jsonl', 'notes/2026-01-05-hallmann.md'] as const
    const before = files.map((path) => read(home, path))
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('personas/corrections.jsonl\n  error line 1: Two branches say different things here')
    const line = (before[1] ?? '').split('\n').indexOf('<<<<<<< HEAD') + 1
    expect(ran.stderr).toContain(
      `notes/2026-01-05-hallmann.md\n  error line ${line}: Two branches say different things`,
    )
    expect(files.map((path) => read(home, path))).toEqual(before)
  })

  test('comments in the codebook that would be lost: it can not run, names the line, and writes nothing', async () => {
    const comment = (words: string) => (at: string) =>
      edit(at, 'personas/themes.yaml', (text) => text.replace('themes:\n', `# ${words}\nthemes:\n`))
    const { home } = await branched(
      (at) => (addOurs(at), comment('Kim owns this')(at)),
      (at) => (addTheirs(at), comment('Dana owns this')(at)),
    )
    merge(home)
    const before = contents(join(home, 'personas'))
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(2)
    const line = (before['themes.yaml'] ?? '').split('\n').indexOf('<<<<<<< HEAD') + 1
    expect(ran.stderr).toMatch(new RegExp(`in the codebook .*themes\\.yaml, line ${line},`))
    expect(contents(join(home, 'personas'))).toEqual(before)
  })
})

test('a rebase heals as a merge does', async () => {
  const { home } = await branched(addOurs, addTheirs)
  const env = { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1', GIT_EDITOR: 'true' }
  const who = ['-c', 'user.name=Dana', '-c', 'user.email=dana@acme.example']
  expect(spawnSync('git', [...who, 'rebase', 'theirs'], { cwd: home, env }).status).toBe(1)
  expect((await personas(home, ['ingest', 'notes'])).code).toBe(0)
  execFileSync('git', ['add', '--all'], { cwd: home, env })
  execFileSync('git', [...who, 'rebase', '--continue'], { cwd: home, env, stdio: 'ignore' })
  expect(read(home, PAGE)).toContain('Gulf')
  expect(read(home, PAGE)).toContain('Brackley')
  expect((await personas(home, ['ingest', 'notes'])).stderr).toContain('Nothing changed')
})
