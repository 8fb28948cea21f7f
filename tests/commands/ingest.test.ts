import { chmodSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contents, folder, personas, put } from '../workbench.ts'

const NOTE = `---
date: 2026-03-02
account: Hallmann
stage: negotiation
participants:
  - name: Katrin Vogt
    title: CFO
  - name: Lena Brandt
    title: Dispatcher
us: Sam Okafor (AE)
---

# Negotiation

**Katrin Vogt:** Honestly, I doubt that a company of your size will still be there in five years. #objection
**Katrin Vogt:** Anything over 25,000 EUR goes to the shareholders. #budget
**Katrin Vogt:** It has to write into DATEV before we sign anything. #criterion
**Sam Okafor:** I will send you two references.
**Lena Brandt:** I want to be home before seven for once. #job
**Lena Brandt:** The offline mode must work in the yard, or my drivers will not use it. #criterion
`

const repo = (files: Record<string, string | Uint8Array> = {}) =>
  folder({ 'notes/2026-03-02-hallmann-negotiation.md': NOTE, ...files })

describe('personas ingest', () => {
  test('writes a page per kind of buyer and user, an index, the codebook and the lock', async () => {
    const home = repo()
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    const files = contents(join(home, 'personas'))
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['README.md', 'finance-leader.md', 'personas.lock', 'themes.yaml']),
    )
    expect(files['finance-leader.md']).toContain(
      'I doubt that a company of your size will still be there in five years.',
    )
    expect(files['finance-leader.md']).toContain('(../notes/2026-03-02-hallmann-negotiation.md?plain=1#L15 "')
    expect(files['finance-leader.md']).not.toContain('two references')
    expect(ran.stderr).toContain('1 note read')
  })

  test('a second run writes nothing, and a later day alone changes nothing', async () => {
    const home = repo()
    await personas(home, ['ingest', 'notes'])
    const before = contents(home)
    const touched = statSync(join(home, 'personas/finance-leader.md')).mtimeMs
    const again = await personas(home, ['ingest', 'notes', '--now', '2027-06-01'])
    expect(again.stderr).toContain('Nothing changed in personas/.')
    expect(contents(home)).toEqual(before)
    expect(statSync(join(home, 'personas/finance-leader.md')).mtimeMs).toBe(touched)
  })

  test('`updated` moves when the content changes, on the pages that changed alone', async () => {
    const home = repo()
    await personas(home, ['ingest', 'notes', '--now', '2026-03-03'])
    const more =
      '**Katrin Vogt (CFO):** Three years fixed is not possible for us, we pay yearly or not at all. #budget\n'
    put(home, 'notes/2026-04-01-hallmann-negotiation.md', `date: 2026-04-01\naccount: Hallmann\n\n${more}`)
    await personas(home, ['ingest', 'notes', '--now', '2026-04-02'])
    const files = contents(join(home, 'personas'))
    expect(files['finance-leader.md']).toContain('updated: 2026-04-02')
    const others = Object.entries(files).filter(
      ([name, text]) => /^updated: 2026-03-03$/m.test(text) && name !== 'README.md',
    )
    expect(others.length).toBeGreaterThan(0)
  })

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('keeps what people wrote outside the block, byte for byte, with %s and no final line end', async (_, end) => {
    const home = repo()
    await personas(home, ['ingest', 'notes'])
    const page = contents(join(home, 'personas'))['finance-leader.md'] ?? ''
    const own = [
      '',
      '## Team notes',
      '',
      'Ask *Dana* first.  ',
      '```',
      '<!-- personas:begin v1 -->',
      '```',
      '\ttab, no line end',
    ].join(end)
    const named = page.replace('updated:', 'reviewed: 2026-01-02 # by hand\nowner: dana\nupdated:')
    put(
      home,
      'personas/finance-leader.md',
      `${(end === '\n' ? named : named.replaceAll('\n', end)).trimEnd()}${end}${own}`,
    )
    put(
      home,
      'notes/2026-04-01-hallmann.md',
      '2026-04-01, Hallmann\n\n**Katrin Vogt (CFO):** We pay yearly or not at all. #budget\n',
    )
    expect((await personas(home, ['ingest', 'notes'])).code).toBe(0)
    const after = contents(join(home, 'personas'))['finance-leader.md'] ?? ''
    expect(after.endsWith(own)).toBe(true)
    expect(after).toContain('reviewed: 2026-01-02 # by hand')
    expect(after).toContain('owner: dana')
    expect(after).toContain('We pay yearly or not at all.')
  })

  test('leaves a page alone that it did not write, or whose markers are broken, and says so', async () => {
    const home = repo({ 'personas/finance-leader.md': '# My own page\n' })
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('page/not-ours')
    expect(contents(home)['personas/finance-leader.md']).toBe('# My own page\n')
  })

  test.each([
    ['not ours', () => '# My own page\n'],
    ['with a marker twice', (page: string) => `${page}<!-- personas:end -->\n`],
    ['unclosed', (page: string) => page.replace('<!-- personas:end -->\n', '')],
    ['with an unknown marker', (page: string) => `<!-- personas:draft -->\n${page}`],
    ['of a newer version', (page: string) => page.replace('begin v1', 'begin v9')],
  ])('a page %s stays as it is, exit 1; --force writes it anew and keeps a backup', async (_, spoil) => {
    const home = repo()
    await personas(home, ['ingest', 'notes'])
    const page = contents(home)['personas/finance-leader.md'] ?? ''
    const spoilt = spoil(page)
    put(home, 'personas/finance-leader.md', spoilt)
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('personas/finance-leader.md\n  error')
    expect(contents(home)['personas/finance-leader.md']).toBe(spoilt)
    const forced = await personas(home, ['ingest', 'notes', '--force'])
    expect(forced.code).toBe(0)
    expect(forced.stderr).toContain('page/forced')
    expect(contents(home)['personas/finance-leader.md']).toBe(page)
    const backups = Object.entries(contents(home)).filter(([name]) => name.endsWith('.bak'))
    expect(backups.map(([, text]) => text)).toEqual([spoilt])
  })

  test('a note that says nothing is no call and no account', async () => {
    const home = repo({ 'notes/2026-05-05-empty.md': '', 'notes/2026-05-06-brackley.md': '# Brackley\n' })
    await personas(home, ['ingest', 'notes'])
    expect(contents(home)['personas/README.md']).toContain('1 call with 1 account')
    expect(contents(home)['personas/personas.lock']).toContain('notes/2026-05-05-empty.md')
  })

  test('pages of an earlier output folder are not read as notes', async () => {
    const home = repo()
    await personas(home, ['ingest', 'notes', '--out', 'notes/old'])
    const before = contents(join(home, 'notes/old'))['finance-leader.md']
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stderr).toContain('note/page')
    expect(contents(home)['personas/README.md']).toContain('1 call with 1 account')
    expect(contents(home)['notes/old/finance-leader.md']).toBe(before)
  })

  test('--out . writes beside the notes and finds them', async () => {
    const home = repo()
    expect((await personas(home, ['ingest', '.', '--out', '.'])).code).toBe(0)
    expect((await personas(home, ['ingest', '.', '--out', '.'])).stderr).toContain('Nothing changed in ./.')
    expect(Object.keys(contents(home))).toContain('finance-leader.md')
  })

  test('where no note could be read, the pages stay as they are', async () => {
    const home = repo()
    await personas(home, ['ingest', 'notes'])
    const before = contents(join(home, 'personas'))
    put(home, 'notes/2026-03-02-hallmann-negotiation.md', new Uint8Array([0xff, 0xfe, 0x41, 0]))
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('No note could be read, so everything in personas/ was left as it is.')
    expect(contents(join(home, 'personas'))).toEqual(before)
  })

  test('a note past its retention day stands on no page, and a warning says so', async () => {
    const home = repo()
    const note = contents(home)['notes/2026-03-02-hallmann-negotiation.md'] ?? ''
    put(home, 'notes/2026-03-02-hallmann-negotiation.md', note.replace('us:', 'retention: 2026-06-30\nus:'))
    await personas(home, ['ingest', 'notes', '--now', '2026-06-30'])
    expect(contents(home)['personas/finance-leader.md']).toContain('I doubt that a company')
    const ran = await personas(home, ['ingest', 'notes', '--now', '2026-07-01'])
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stderr).toContain('The note may be kept until 2026-06-30 only')
    expect(contents(home)['personas/finance-leader.md']).not.toContain('I doubt that a company')
  })

  test.each([
    ['no', 'consent: no'],
    ['in words', 'consent: not asked'],
    ['as a map', 'consent: {quotes: false}'],
  ])('a note with consent %s gives no quotes', async (_, line) => {
    const home = repo()
    const note = contents(home)['notes/2026-03-02-hallmann-negotiation.md'] ?? ''
    put(home, 'notes/2026-03-02-hallmann-negotiation.md', note.replace('us:', `${line}\nus:`))
    await personas(home, ['ingest', 'notes'])
    expect(JSON.stringify(contents(join(home, 'personas')))).not.toContain('I doubt that a company')
    expect(contents(home)['personas/finance-leader.md']).toContain('1 call')
  })

  test.each([
    ['lock', 'personas.lock', 'personas-lock v2\nnote 0000000000000000 a.md\n'],
    ['codebook', 'themes.yaml', 'version: 2\nthemes: []\n'],
  ])('a %s of a newer format stops the run, and nothing is written', async (_, name, text) => {
    const home = repo({ [`personas/${name}`]: text })
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/has format v2, and this one knows v1/)
    expect(contents(join(home, 'personas'))).toEqual({ [name]: text })
  })

  test('a newer correction is named with its line; a newer configuration stops the run', async () => {
    const home = repo({ 'personas/corrections.jsonl': '{"v":2,"what":"ever"}\n' })
    expect((await personas(home, ['ingest', 'notes'])).stderr).toMatch(/error line 1: .*format v2/)
    put(home, 'personas.config.json', '{"version":2}')
    expect(await personas(home, ['ingest', 'notes'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('format v2'),
    })
  })

  test('says that a block edited by hand was written anew', async () => {
    const home = repo()
    await personas(home, ['ingest', 'notes'])
    const page = contents(home)['personas/finance-leader.md'] ?? ''
    put(home, 'personas/finance-leader.md', page.replace('# Finance leader', '# Finance leader\n\nMine.'))
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(0)
    expect(ran.stderr).toContain('page/edited')
    expect(contents(home)['personas/finance-leader.md']).toBe(page)
  })

  test('--dry-run prints the diff and writes nothing', async () => {
    const home = repo()
    const ran = await personas(home, ['ingest', 'notes', '--dry-run'])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('+++ b/finance-leader.md')
    expect(Object.keys(contents(home))).toEqual(['notes/2026-03-02-hallmann-negotiation.md'])
  })

  test('--format json prints the summary as JSON and nothing else on stdout', async () => {
    const ran = await personas(repo(), ['ingest', 'notes', '--format', 'json'])
    expect(JSON.parse(ran.stdout)).toMatchObject({ v: 1, files: 1, notes: 1, accepted: 5, problems: [] })
  })

  test('--quiet says nothing where nothing is wrong', async () => {
    expect(await personas(repo(), ['ingest', 'notes', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('names a broken note with its line and the remedy, does the others, exit 1', async () => {
    const home = repo({ 'notes/broken.md': '---\ndate: 2026-01-01\naccount: [unclosed\n---\ntext\n' })
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/notes\/broken\.md\n {2}error line [34]: The front matter is not valid YAML/)
    expect(ran.stderr).toContain('1 could not be read')
    expect(contents(home)['personas/finance-leader.md']).toBeDefined()
  })

  test.each([
    ['YAML', '---\na: 1\na: 2\n---\ntext\n'],
    ['TOML', '+++\na = 1\nb = \n+++\ntext\n'],
  ])('the line of an error in %s front matter is the line of the file', async (language, text) => {
    const ran = await personas(repo({ 'notes/broken.md': text }), ['ingest', 'notes'])
    expect(ran.stderr).toContain(`error line 3: The front matter is not valid ${language}`)
  })

  test('never runs JavaScript front matter', async () => {
    const home = repo({
      'notes/evil.md': '---js\n{ account: globalThis.personasWereRun = true }\n---\n\nHello there.\n',
    })
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('front-matter/executable')
    expect(globalThis).not.toHaveProperty('personasWereRun')
  })

  test('a note in another language is a warning, exit 0, and nothing of it is accepted by itself', async () => {
    const german = `Wir haben heute lange über die Einführung gesprochen. Die Kollegen im Lager wollen keine neue Software,
weil die letzte Umstellung ein Jahr gedauert hat. Der Preis ist uns zu hoch, und die Geschäftsführung entscheidet erst im Herbst.
Außerdem fehlt die Schnittstelle zu unserer Buchhaltung, ohne die können wir nicht unterschreiben.\n`
    const ran = await personas(repo({ 'notes/2026-05-05-oberland.md': german }), [
      'ingest',
      'notes',
      '--format',
      'json',
    ])
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject({
      accepted: 5,
      problems: [{ rule: 'note/language', severity: 'warning' }],
    })
  })

  test('warns when the pages rested on notes that were not named this time', async () => {
    const home = repo({
      'notes/2026-04-01-brackley.md': '2026-04-01 Brackley\n\n**Ann Lee (CFO):** Too expensive. #objection\n',
    })
    await personas(home, ['ingest', 'notes'])
    const ran = await personas(home, ['ingest', 'notes/2026-04-01-brackley.md'])
    expect(ran.stderr).toContain(
      'The pages rested on 1 note that was not read this time: notes/2026-03-02-hallmann-negotiation.md',
    )
  })
})

describe('personas ingest, where it could not run', () => {
  test.each<[string, Record<string, string>, string[], string]>([
    ['a missing folder', {}, ['nowhere'], 'There is no file or folder nowhere.'],
    ['a folder without notes', { 'empty/a.txt': '' }, ['empty'], 'No notes were found in empty.'],
    ['a bad configuration', { 'personas.config.json': '{"dates":"ymd"}', 'notes/a.md': '' }, ['notes'], 'dates'],
    ['an output folder that is a file', { personas: 'x', 'notes/a.md': 'Hello.' }, ['notes'], 'it is a file'],
    [
      'a bad day',
      { 'notes/a.md': 'Hello.' },
      ['notes', '--now', '2026-02-30'],
      '"2026-02-30" given as --now is not a day.',
    ],
    [
      'a broken codebook',
      { 'personas/themes.yaml': 'a: [', 'notes/a.md': 'Hello.' },
      ['notes'],
      'themes.yaml could not be read',
    ],
    ['no path', {}, [], 'missing required argument'],
    ['an unknown option', {}, ['notes', '--dryrun'], 'Did you mean --dry-run?'],
  ])('%s: a sentence and exit 2', async (_, files, args, says) => {
    const ran = await personas(folder(files), ['ingest', ...args])
    expect(ran.code).toBe(2)
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain(says)
  })

  test.skipIf(process.platform === 'win32')('a read-only output folder: a sentence and exit 2', async () => {
    const home = repo({ 'personas/.keep': '' })
    chmodSync(join(home, 'personas'), 0o555)
    const ran = await personas(home, ['ingest', 'notes'])
    chmodSync(join(home, 'personas'), 0o755)
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('can not be written: permission denied.')
  })

  test('an unknown command: the nearest one is named', async () => {
    const ran = await personas(folder(), ['ingst', 'notes'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('Did you mean ingest?')
  })
})
