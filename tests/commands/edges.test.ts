/** Commands off the trodden path: asked for what is not there, told to be quiet, or with a note beside that nobody can read. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NOTE, PAGE, check, edit, findings, goodRepo, read } from '../checks/good-repo.ts'
import { commitAll } from '../repository.ts'
import { contents, folder, personas, put } from '../workbench.ts'

const BROKEN = new Uint8Array([0x61, 0xff, 0xfe, 0x62])

/** A good repo with a note in it that is no text. */
async function withBrokenNote(): Promise<string> {
  const home = await goodRepo()
  put(home, 'notes/broken.md', BROKEN)
  return home
}

describe('a note that can not be read', () => {
  test.each([
    ['tag', ['tag', 'notes']],
    ['people', ['people', 'notes']],
    ['quotes', ['quotes', 'notes']],
    ['questions', ['questions', 'notes']],
    ['themes list', ['themes', 'list', 'notes']],
    ['ingest', ['ingest', 'notes']],
  ])('%s does its work on the others, names it, and exits with 1', async (_, args) => {
    const home = await withBrokenNote()
    const ran = await personas(home, args)
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('notes/broken.md')
    if (args[0] !== 'ingest') expect(ran.stdout.length).toBeGreaterThan(100)
  })

  test('forget lists it: the name may be in it', async () => {
    const home = await withBrokenNote()
    const ran = await personas(home, ['forget', 'Katrin Vogt', 'notes'])
    expect(ran.stdout + ran.stderr).toContain('notes/broken.md (could not be read)')
  })

  test('check reports it once, and not as gone', async () => {
    const home = await goodRepo()
    put(home, NOTE, BROKEN)
    const { found, code } = await findings(home)
    expect(code).toBe(1)
    expect(found.filter(({ file }) => file === NOTE).map(({ rule }) => rule)).toEqual(['note/not-text'])
  })

  test('explain says what is wrong with it', async () => {
    const home = await withBrokenNote()
    const ran = await personas(home, ['explain', 'notes/broken.md:1'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('notes/broken.md')
  })
})

describe('explain', () => {
  test('needs one note, with a statement on the line', async () => {
    const home = await goodRepo()
    put(home, 'notes/empty.md', '---\ndate: 2026-03-02\naccount: Hallmann\n---\n')
    for (const [place, says] of [
      ['notes:3', 'notes'],
      [`${NOTE}:1`, '18'],
      ['notes/empty.md:2', ''],
      ['notes/gone.md:2', 'notes/gone.md'],
    ] as const) {
      const ran = await personas(home, ['explain', place])
      expect(ran.code).toBe(2)
      expect(ran.stderr).toContain(says)
    }
  })

  test('tells of a tag that somebody wrote', async () => {
    const home = await goodRepo()
    const lines = read(home, NOTE).split('\n')
    const at = (words: string) => lines.findIndex((line) => line.includes(words)) + 1
    const written = await personas(home, ['explain', `${NOTE}:${at('#objection')}`])
    expect(written.stdout).toMatch(/objection/)
  })
})

describe('check', () => {
  test('--quiet says nothing where nothing was found', async () => {
    const home = await goodRepo()
    expect(await check(home, ['--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('--fix says that there was nothing to do, and that it can do nothing without a lock', async () => {
    const home = await goodRepo()
    expect((await check(home, ['--fix'])).stderr).toContain('There was no quote whose link had to be set.')
    rmSync(join(home, 'personas/personas.lock'))
    const ran = await check(home, ['--fix'])
    expect(ran.stderr).toContain('Without a sound personas.lock no link is set')
    expect(ran.code).toBe(1)
  })

  test('--fix --quiet sets the links of a renamed note without a word, and the next check is content', async () => {
    const home = await goodRepo()
    renameSync(join(home, NOTE), join(home, 'notes/hallmann.md'))
    expect((await check(home, ['--fix', '--quiet'])).code).toBe(0)
    expect(read(home, PAGE)).toContain('../notes/hallmann.md')
    expect((await findings(home)).found).toEqual([])
  })

  test('--full with no note left has nothing to tag', async () => {
    const home = await goodRepo()
    rmSync(join(home, 'notes'), { recursive: true })
    const { found } = await findings(home, ['--full'])
    expect(found.map(({ rule }) => rule)).toContain('quote/not-verbatim')
  })

  test('--since a revision that is not there, and without git: a sentence', async () => {
    const home = await goodRepo()
    expect(await check(home, ['--since', 'v1'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--since') })
    commitAll(home)
    expect(await check(home, ['--since', 'v9'])).toMatchObject({ code: 2, stderr: expect.stringContaining('v9') })
    edit(home, PAGE, (text) => text.replace('## Evidence\n', '## Evidence\n\nThey love us.\n'))
    expect((await findings(home, ['--since', 'HEAD'])).found).toHaveLength(1)
  })

  test('in a pull request on GitHub whose base is not there, everything is reported', async () => {
    const home = await goodRepo()
    commitAll(home)
    edit(home, PAGE, (text) => text.replace('## Evidence\n', '## Evidence\n\nThey love us.\n'))
    const ran = await personas(home, ['check', '--now', '2026-08-31'], { GITHUB_BASE_REF: 'main' })
    expect(ran.stdout).toContain('persona/drift')
  })

  test('pages that lie beside the notes, at the root', async () => {
    const home = folder({
      'a.md': '---\ndate: 2026-03-02\naccount: H\n---\n\n**Ann Lee (CFO):** Too dear for us. #objection\n',
    })
    expect((await personas(home, ['ingest', 'a.md', '--out', '.', '--now', '2026-03-03'])).code).toBe(0)
    const ran = await personas(home, ['check', '--out', '.', '--now', '2026-03-03', '--format', 'json'], {})
    const { findings: found } = JSON.parse(ran.stdout) as { findings: { rule: string; file: string }[] }
    expect(found.map(({ rule }) => rule).filter((rule) => /^(?:lock|page|persona)\//.test(rule))).toEqual([])
  })
})

describe('themes', () => {
  test('as markdown, with figures and without', async () => {
    const home = await goodRepo()
    const bare = await personas(home, ['themes', 'list', '--format', 'markdown'])
    expect(bare.stdout).toMatch(/^\| id \| name \| tag \|/m)
    expect(bare.stdout).not.toContain('accounts')
    const counted = await personas(home, ['themes', 'list', 'notes', '--format', 'markdown'])
    expect(counted.stdout).toContain('accounts')
  })

  test('pinned, and the pin taken back; one that is not there: a sentence', async () => {
    const home = await goodRepo()
    const id =
      /- id: ([a-z-]+)/.exec(read(home, 'personas/themes.yaml'))?.[1] ??
      /id: ([a-z-]+)/.exec(read(home, 'personas/themes.yaml'))?.[1] ??
      ''
    const before = read(home, 'personas/themes.yaml')
    expect((await personas(home, ['themes', 'pin', id, 'notes', '--quiet'])).stderr).toBe('')
    expect(read(home, 'personas/themes.yaml')).toContain('pinned: true')
    expect((await personas(home, ['themes', 'pin', id, '--off'])).code).toBe(0)
    expect(read(home, 'personas/themes.yaml')).not.toContain('pinned')
    expect(read(home, 'personas/themes.yaml').split('\n')).toHaveLength(before.split('\n').length)
    expect(await personas(home, ['themes', 'pin', 'nobody'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nobody'),
    })
  })

  test.each([
    ['no YAML', 'themes: [', 2],
    ['of a newer version', 'version: 9\nthemes: []\n', 2],
  ])('a codebook that is %s is not edited', async (_, text, code) => {
    const home = await goodRepo()
    put(home, 'personas/themes.yaml', text)
    for (const args of [
      ['rename', 'a', 'b'],
      ['merge', 'a', '--into', 'b'],
      ['alias', 'a', 'b'],
      ['split', 'a', 'b', '--keywords', 'c'],
    ])
      expect((await personas(home, ['themes', ...args])).code).toBe(code)
    expect(read(home, 'personas/themes.yaml')).toBe(text)
  })

  test('a name of nothing but spaces is none', async () => {
    const home = await goodRepo()
    const id = /id: ([a-z-]+)/.exec(read(home, 'personas/themes.yaml'))?.[1] ?? ''
    expect((await personas(home, ['themes', 'rename', id, '  '])).code).toBe(2)
    expect((await personas(home, ['themes', 'split', id, ' ', '--keywords', 'x'])).code).toBe(2)
  })
})

describe('a configuration with templates', () => {
  const withTemplates = (files: Record<string, string>, templates = 'own') =>
    folder({
      'personas.config.json': JSON.stringify({ templates }),
      'notes/a.md': '---\ndate: 2026-03-02\naccount: H\n---\n\n**Ann Lee (CFO):** Too dear for us. #objection\n',
      ...files,
    })

  test.each([
    ['in a folder that is not there', {}, 'own'],
    ['in a folder without any', { 'own/mine.md': 'x' }, 'own/'],
  ])('%s: the names that are looked for', async (_, files, says) => {
    const ran = await personas(withTemplates(files as Record<string, string>), ['ingest', 'notes'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(says.replace('/', ''))
    expect(ran.stderr).toContain('persona.md')
  })

  test('with a slot that is none: the file and the line', async () => {
    const ran = await personas(withTemplates({ 'own/persona.md': '# {{name}}\n\n{{nothing-like-it}}\n' }), [
      'ingest',
      'notes',
    ])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/own\/persona\.md, line 3/)
  })

  test('that is no JSON, or of a newer version', async () => {
    for (const [text, says] of [
      ['{', 'not JSON'],
      ['{"version": 9}', 'v9'],
      ['{"outt": "x"}', 'outt'],
    ] as const) {
      const ran = await personas(folder({ 'personas.config.json': text, 'a.md': 'x' }), ['ingest', 'a.md'])
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(says) })
    }
  })
})

describe('notes', () => {
  test('behind links: within the folder they are read once, out of it they are named', async () => {
    const home = folder({
      'elsewhere.md': 'x\n',
      'other/x.md': 'x\n',
      'notes/a.md': '---\ndate: 2026-03-02\naccount: H\n---\n\n**Ann Lee (CFO):** Too dear for us. #objection\n',
    })
    symlinkSync(join(home, 'notes/a.md'), join(home, 'notes/again.md'))
    symlinkSync(join(home, 'elsewhere.md'), join(home, 'notes/out.md'))
    symlinkSync(join(home, 'other'), join(home, 'notes/other'))
    symlinkSync(join(home, 'nothing'), join(home, 'notes/nowhere.md'))
    symlinkSync(join(home, 'nothing'), join(home, 'notes/no-note.txt'))
    symlinkSync('circle.md', join(home, 'notes/circle.md'))
    const ran = await personas(home, ['ingest', 'notes'])
    for (const [path, reason] of [
      ['notes/out.md', 'it is a link that leads out of the folder'],
      ['notes/other', 'it is a link that leads out of the folder'],
      ['notes/nowhere.md', 'it is a link that leads nowhere'],
      ['notes/circle.md', 'its links form a circle'],
    ]) {
      expect(ran.stderr).toContain(path)
      expect(ran.stderr).toContain(reason)
    }
    expect(ran.stderr).not.toContain('no-note')
  })

  test('each is named as it is read, where somebody wants to know', async () => {
    const home = await goodRepo()
    const ran = await personas(home, ['ingest', 'notes', '--verbose', '--now', '2026-08-31'], {})
    expect(ran.stderr).toContain(`reading ${NOTE}\n`)
    expect(ran.stderr).toMatch(/unchanged/)
  })

  test('a folder without a note is a sentence, not an empty run', async () => {
    const home = folder({ 'notes/x.txt': 'x' })
    mkdirSync(join(home, 'empty'))
    expect((await personas(home, ['ingest', 'empty'])).code).toBe(2)
    expect((await personas(home, ['ingest', 'notes'])).code).toBe(2)
    expect(Object.keys(contents(home))).toEqual(['notes/x.txt'])
  })
})

describe('eval', () => {
  test('of a folder without a label: a sentence', async () => {
    const ran = await personas(folder({ 'labels/README.txt': 'x', 'notes/a.md': 'x' }), ['eval', 'labels'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('labels')
  })

  test.each(['-1', '2', 'good', ' '])('a macro-F1 of "%s" is none', async (value) => {
    const ran = await personas(folder(), ['eval', 'labels', '--min-f1', value])
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('It is a number from 0 to 1.') })
  })
})

describe('forget', () => {
  test('somebody of one name, without notes and without writing', async () => {
    const home = await goodRepo()
    put(home, PAGE, `${read(home, PAGE)}\nAsk Wanda twice, Wanda knows.\n`)
    const dry = await personas(home, ['forget', 'Wanda', '--dry-run'])
    expect(dry.stdout + dry.stderr).toMatch(/would change .*finance-leader\.md \(2 times\)/)
    expect(dry.stdout + dry.stderr).toContain('Nothing was written.')
    expect(dry.stdout + dry.stderr).toContain('No notes were searched')
    expect(read(home, PAGE)).toContain('Wanda')
    await personas(home, ['forget', 'Wanda'])
    expect(read(home, PAGE)).not.toContain('Wanda')
  })
})
