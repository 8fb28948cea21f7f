import { chmodSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contents, folder, personas, put } from '../workbench.ts'

const NOTE = `date: 2026-03-02
account: Hallmann
stage: negotiation

**Katrin Vogt (CFO):** It is far too expensive for what it does. #objection
**Katrin Vogt:** I doubt that a company of your size will still be there in five years. #objection
**Lena Brandt (Dispatcher):** Ask Katrin, or write to katrin.vogt@hallmann.example: without offline mode nobody signs. #criterion
`
const repo = (files: Record<string, string> = {}) => folder({ 'notes/2026-03-02-hallmann.md': NOTE, ...files })
const codebook = (home: string) => readFileSync(join(home, 'personas/themes.yaml'), 'utf8')

async function ingested(): Promise<string> {
  const home = repo()
  expect((await personas(home, ['ingest', 'notes'])).code).toBe(0)
  return home
}

describe('personas themes', () => {
  test('a rename reaches the pages with the next ingest, and no later ingest takes it back', async () => {
    const home = await ingested()
    const ran = await personas(home, ['themes', 'rename', 'price-level', 'They find us dear'])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(ran.stderr).toContain('is now “They find us dear”')
    for (let run = 0; run < 2; run += 1) {
      await personas(home, ['ingest', 'notes'])
      expect(contents(home)['personas/finance-leader.md']).toContain('They find us dear')
      expect(codebook(home)).toContain('name: They find us dear')
    }
  })

  test('merge, split, alias and pin say what they did; what changes nothing says so', async () => {
    const home = await ingested()
    const id = /id: (vendor[a-z-]*|trust[a-z-]*|[a-z-]*)(?=, name: [^,]+, tag: objection)/.exec(
      codebook(home).replace(/.*price-level.*\n/, ''),
    )?.[1]
    expect((await personas(home, ['themes', 'merge', id ?? '', '--into', 'price-level'])).stderr).toContain(id)
    const split = await personas(home, ['themes', 'split', 'price-level', 'Young firm', '--keywords', 'five years'])
    expect(split.stderr).toContain('young-firm')
    expect((await personas(home, ['themes', 'alias', 'young-firm', 'start-up'])).stderr).toContain('start-up')
    expect((await personas(home, ['themes', 'alias', 'young-firm', 'start-up'])).stderr).toContain('Nothing changed')
    expect((await personas(home, ['themes', 'pin', 'price-level'])).stderr).toContain('pinned with 1 statement')
    const listed = await personas(home, ['themes', 'list', 'notes', '--tag', 'objection', '--format', 'json'])
    expect((JSON.parse(listed.stdout) as { themes: unknown[] }).themes).toMatchObject([
      { id: 'price-level', pinned: true, statements: 1, accounts: 1 },
      { id: 'young-firm', aliases: ['start-up'], statements: 1, accounts: 1 },
    ])
    expect((await personas(home, ['themes', 'list'])).stdout).toMatch(/^young-firm {2,}Young firm {2,}objection/m)
  })

  test.each<[string, string[], string]>([
    ['an unknown theme', ['rename', 'nowhere', 'X'], 'There is no theme "nowhere"'],
    ['a split without words', ['split', 'price-level', 'X'], 'Nothing says what goes from price-level'],
    ['a theme into itself', ['merge', 'price-level', '--into', 'price-level'], 'can not be merged into itself'],
    ['no theme to merge into', ['merge', 'price-level'], "required option '--into <theme>'"],
    ['an empty name', ['rename', 'price-level', ' '], 'A theme needs a name.'],
  ])('%s: a sentence, exit 2, and the file as it was', async (_, args, says) => {
    const home = repo({ 'personas/themes.yaml': 'themes:\n  - {id: price-level, name: Price, tag: objection}\n' })
    const before = codebook(home)
    const ran = await personas(home, ['themes', ...args])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(says)
    expect(codebook(home)).toBe(before)
  })

  test('a codebook of a newer personas is refused, one that is not there named', async () => {
    const home = repo({ 'personas/themes.yaml': 'version: 9\nthemes: []\n' })
    expect((await personas(home, ['themes', 'list'])).stderr).toContain('written by a newer personas')
    expect((await personas(home, ['ingest', 'notes'])).stderr).toContain('Install the newest personas')
    expect((await personas(folder(), ['themes', 'list'])).stderr).toContain('Run `personas ingest` on your notes first')
  })

  test.skipIf(process.platform === 'win32')('a codebook that is a link is left alone', async () => {
    const book = 'themes:\n  - {id: price-level, name: Price, tag: objection}\n'
    const home = repo({ 'elsewhere.yaml': book, 'personas/.keep': '' })
    symlinkSync(join(home, 'elsewhere.yaml'), join(home, 'personas/themes.yaml'))
    const ran = await personas(home, ['themes', 'rename', 'price-level', 'X'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('it is a symbolic link')
    expect(contents(home)['elsewhere.yaml']).toBe(book)
  })

  test.skipIf(process.platform === 'win32')('a folder that can not be written: a sentence, nothing lost', async () => {
    const home = await ingested()
    const before = codebook(home)
    chmodSync(join(home, 'personas'), 0o555)
    const ran = await personas(home, ['themes', 'rename', 'price-level', 'X'])
    chmodSync(join(home, 'personas'), 0o755)
    expect(ran.code).toBe(2)
    expect(codebook(home)).toBe(before)
  })
})

describe('personas quotes', () => {
  test('finds what was said in the notes that the pages rest on, with its source, and names nobody', async () => {
    const home = await ingested()
    const ran = await personas(home, ['quotes', '--tag', 'criterion'])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('“Ask [CFO], or write to [e-mail]: without offline mode nobody signs.”')
    expect(ran.stdout).toMatch(/Dispatcher {2}Hallmann {2}2026-03-02 {2}negotiation {2}criterion .*hallmann\.md:7/)
    expect(ran.stdout).not.toMatch(/Katrin|Lena|Brandt/)
    expect(ran.stderr).toBe('1 quote.\n')
  })

  test('a note past its retention day is quoted no more', async () => {
    const home = await ingested()
    const quotes = async () => (await personas(home, ['quotes', 'notes', '--format', 'json'])).stdout
    expect(await quotes()).toContain('hallmann.md')
    put(home, 'notes/2026-03-02-hallmann.md', `---\nretention: 2026-04-01\n${NOTE.replace('\n\n', '\n---\n\n')}`)
    expect(await quotes()).not.toContain('hallmann.md')
  })

  test.each<[string[], string[]]>([
    [
      ['--persona', 'finance-leader'],
      ['price-level', 'vendor'],
    ],
    [['--account', 'hallmann gmbh', '--stage', 'negotiation', '--theme', 'Price level'], ['price-level']],
    [['--text', 'expensiveness'], ['price-level']],
    [['--text', 'expensive five'], []],
    [['--stage', 'won'], []],
  ])('%j', async (filters, themes) => {
    const home = await ingested()
    const ran = await personas(home, ['quotes', 'notes', '--format', 'json', ...filters])
    const found = (JSON.parse(ran.stdout) as { v: number; quotes: { theme: string; line: number }[] }).quotes
    expect(found).toHaveLength(themes.length)
    if (themes.length === 1) expect(found[0]).toMatchObject({ theme: 'price-level', line: 5 })
  })

  test('as markdown they are the block quotes of the pages', async () => {
    const home = await ingested()
    const quote = (await personas(home, ['quotes', '--format', 'markdown', '--theme', 'price-level'])).stdout
    expect(quote).toMatch(/^### Price level \(objection\)\n\n> “It is far too/)
    const onPage = contents(home)['personas/finance-leader.md'] ?? ''
    expect(onPage).toContain(quote.split('\n')[2]?.replace('](notes/', '](../notes/') ?? 'nothing')
  })

  test('names stand there where the configuration says so', async () => {
    const home = repo({ 'personas.config.json': '{"names": true}' })
    expect((await personas(home, ['quotes', 'notes', '--tag', 'criterion'])).stdout).toContain(
      'Lena Brandt, Dispatcher',
    )
  })

  test('what may not be quoted is counted, and stands nowhere', async () => {
    const home = folder({ 'notes/a.md': `---\nconsent: no\n---\n${NOTE}` })
    const ran = await personas(home, ['quotes', 'notes', '--format', 'json'])
    expect(JSON.parse(ran.stdout)).toEqual({ v: 1, quotes: [] })
    expect(ran.stderr).toContain('3 more may not be quoted')
  })

  test('no escape sequence of a note reaches the terminal', async () => {
    const home = folder({ 'notes/a.md': NOTE.replace('far too', 'far \u001B[2Jtoo\u202E') })
    const ran = await personas(home, ['quotes', 'notes', '--tag', 'objection'])
    for (const sign of ['\u001B', '\u202E']) expect(ran.stdout).not.toContain(sign)
    expect(ran.stdout).toContain('expensive')
  })

  test.each<[string, string[], string]>([
    ['an unknown persona', ['notes', '--persona', 'x'], 'There are finance-leader'],
    ['an unknown account', ['notes', '--account', 'Brill'], 'There are Hallmann'],
    ['an unknown theme', ['notes', '--theme', 'x'], 'There is no theme "x"'],
    ['no notes and no pages', [], 'No notes were named'],
  ])('%s: a sentence and exit 2', async (_, args, says) => {
    const ran = await personas(repo(), ['quotes', ...args])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(says)
  })
})

describe('personas questions', () => {
  const OTHER = `date: 2026-05-02
account: Brackley
stage: demo

**Ann Lee (CFO):** That is too expensive. #objection
`
  const asked = async (home: string, ...args: string[]) =>
    (
      JSON.parse((await personas(home, ['questions', '--format', 'json', ...args])).stdout) as {
        questions: { text: string; persona: string; accounts: string[] }[]
      }
    ).questions

  test('by persona, account and person: what is open for them and nothing else', async () => {
    const home = repo({ 'notes/2026-05-02-brackley.md': OTHER })
    await personas(home, ['ingest', 'notes'])
    const all = await asked(home)
    expect(new Set(all.map(({ persona }) => persona)).size).toBeGreaterThan(1)
    expect(
      (await asked(home, '--persona', 'Finance leader')).every(({ persona }) => persona === 'finance-leader'),
    ).toBe(true)
    for (const question of await asked(home, '--account', 'Brackley')) {
      expect(question.persona).toBe('finance-leader')
      expect(question.accounts.length === 0 || question.accounts.includes('Brackley')).toBe(true)
    }
    expect(await asked(home, '--person', 'Ann')).toEqual(await asked(home, '--account', 'Brackley'))
    put(home, 'personas/personas.lock', '')
    expect((await personas(home, ['questions'])).stderr).toContain('No notes were named')
  })

  test('as a list and as markdown', async () => {
    const home = repo({ 'notes/2026-05-02-brackley.md': OTHER })
    const plain = await personas(home, ['questions', 'notes', '--persona', 'finance-leader'])
    expect(plain.stdout).toMatch(
      /^1\. Which outcome would have been worth that price to you\?\n {3}“It is far too expensive for what it does\.”\n {3}2 answers without a reason\. /,
    )
    const markdown = await personas(home, ['questions', 'notes', '--persona', 'finance-leader', '--format', 'markdown'])
    expect(markdown.stdout).toMatch(/^1\. \*\*Which outcome/)
  })

  test('a person whom no note knows: a sentence and exit 2', async () => {
    const ran = await personas(repo(), ['questions', 'notes', '--person', 'Nobody'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('No customer of the name "Nobody"')
  })
})
