import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parse as parseYaml } from 'yaml'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/analyze/parse.ts'
import { readConfig } from '../../src/config.ts'
import { fillTemplate } from '../../src/setup/fill.ts'
import { noteName } from '../../src/setup/note-name.ts'
import { folder, personas, put } from '../workbench.ts'

const STAGES = ['discovery', 'demo', 'evaluation', 'proposal', 'negotiation', 'won', 'lost']
const TEMPLATES = join(import.meta.dirname, '../../templates/notes')
const template = (stage: string) => readFileSync(join(TEMPLATES, `${stage}.md`), 'utf8')
const records = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('personas new', () => {
  test.each(STAGES)('%s: the note is read well, and no question of the template counts as said', async (stage) => {
    const home = folder({ 'personas.config.json': '{}' })
    const made = await personas(home, [
      'new',
      stage,
      '--account',
      'Hallmann Mietpark',
      '--with',
      'Katrin Vogt (CFO)',
      '--with',
      'Lena Brandt – Dispatcher',
      '--us',
      'Sam Okafor (AE)',
      '--date',
      '2026-03-02',
    ])
    expect(made).toMatchObject({ code: 0, stdout: `notes/2026-03-02-hallmann-mietpark-${stage}.md\n` })
    const seen = await personas(home, ['tag', '--all', 'notes'])
    const [note, ...others] = records(seen.stdout)
    expect(note).toMatchObject({ date: '2026-03-02', account: 'Hallmann Mietpark', stage, language: 'en' })
    expect(others.map(({ kind, name, side }) => [kind, name, side])).toEqual([
      ['person', 'Katrin Vogt', 'customer'],
      ['person', 'Lena Brandt', 'customer'],
      ['person', 'Sam Okafor', 'seller'],
    ])
    expect(seen.stderr).toContain('The note holds no statement.')
    expect(seen.stderr.match(/note\/|date\/|front-matter\//g)).toHaveLength(1)
  })

  test.each(STAGES)('%s: every section says when to ask, and money comes from the middle of the call on', (stage) => {
    const sections = template(stage).split(/^## /m).slice(1)
    for (const section of sections) expect(section).toMatch(/^[^\n]+\n\n<!-- [A-Z][^\n]+\.\n(- [^\n]+\n)+-->\n/)
    const money = sections.findIndex((section) => section.startsWith('Money'))
    expect(money).toBeGreaterThanOrEqual(Math.floor(sections.length / 2))
    expect(sections[money]).toContain('From the middle of the call on')
  })

  test('what is written below the questions is read, with who said it', async () => {
    const home = folder()
    await personas(home, ['new', 'discovery', '--account', 'Hallmann', '--with', 'Katrin Vogt (CFO)'])
    const [name = ''] = readdirSync(join(home, 'notes'))
    const said = '**Katrin Vogt:** Anything over 25,000 EUR goes to the shareholders. #budget\n'
    const text = readFileSync(join(home, 'notes', name), 'utf8').replace(/(## Money[^]*?-->\n)/, `$1\n${said}`)
    put(home, `notes/${name}`, text)
    const statements = records((await personas(home, ['tag', '--all', 'notes'])).stdout).filter(
      ({ kind }) => kind === 'statement',
    )
    expect(statements).toEqual([
      expect.objectContaining({
        text: 'Anything over 25,000 EUR goes to the shareholders.',
        speaker: 'Katrin Vogt',
        heading: 'Money',
      }),
    ])
  })

  test('takes the day of today, and never writes over a note', async () => {
    const home = folder()
    const args = ['new', 'demo', '--account', 'Hallmann']
    expect((await personas(home, args)).stdout).toBe('notes/2026-11-22-hallmann-demo.md\n')
    put(home, 'notes/2026-11-22-hallmann-demo.md', 'mine')
    const again = await personas(home, args)
    expect(again).toMatchObject({ code: 2, stdout: '' })
    expect(again.stderr).toContain('There is a note notes/2026-11-22-hallmann-demo.md already; it was left as it is.')
    expect(readFileSync(join(home, 'notes/2026-11-22-hallmann-demo.md'), 'utf8')).toBe('mine')
    expect((await personas(home, [...args, '--now', '2026-11-23'])).stdout).toContain('2026-11-23')
  })

  test("the team's own template comes first; a slot that means nothing is named, and no note is made", async () => {
    const home = folder({ 'templates/notes/demo.md': '---\ncrm: 4711\naccount: {{ account }}\n---\n\n# {{stage}}\n' })
    await personas(home, ['new', 'demo', '--account', 'Hallmann', '--date', '2026-03-02'])
    expect(readFileSync(join(home, 'notes/2026-03-02-hallmann-demo.md'), 'utf8')).toBe(
      '---\ncrm: 4711\naccount: Hallmann\n---\n\n# demo\n',
    )
    put(home, 'templates/notes/demo.md', '# {{acount}}\n')
    const ran = await personas(home, ['new', 'demo', '--account', 'Other'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('templates/notes/demo.md has a slot {{acount}} that means nothing.')
    expect(ran.stderr).toContain('date, account, stage, participants, us')
    expect(readdirSync(join(home, 'notes'))).toHaveLength(1)
  })

  test.each([
    ['no account', ['new', 'demo', '--account', ' \u200B '], 'The account has no name.'],
    ['a day that is none', ['new', 'demo', '--account', 'A', '--date', '2026-02-30'], '"2026-02-30" given as --date'],
    ['an unknown stage', ['new', 'party', '--account', 'A'], 'Allowed choices are discovery, demo'],
  ])('%s: says so, and writes nothing', async (_, args, sentence) => {
    const home = folder()
    const ran = await personas(home, args)
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(sentence)
    expect(existsSync(join(home, 'notes'))).toBe(false)
  })
})

const anyName = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(...'a/\\.:*"<>|{}[]#&-_ \n\t\u202E..~`'), minLength: 1, maxLength: 40 }),
  fc.constantFrom('Müller & Søhne', '../../etc/passwd', '株式会社アクメ', '{{date}}', 'null', '---', '-->', 'CON'),
)

describe('any account', () => {
  test('gives a file name that every system takes and that stays in its folder', () => {
    fc.assert(
      fc.property(anyName, (account) => {
        const name = noteName('2026-03-02', account, 'demo')
        expect(name).toMatch(/^2026-03-02-[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*-demo\.md$/u)
        expect(Buffer.byteLength(name)).toBeLessThan(120)
        expect(name.toLowerCase()).toBe(name)
      }),
    )
    expect(noteName('2026-03-02', 'Müller & Søhne GmbH', 'won')).toBe('2026-03-02-muller-sohne-gmbh-won.md')
    expect(noteName('2026-03-02', '株式会社アクメ', 'won')).toBe('2026-03-02-株式会社アクメ-won.md')
    expect(noteName('2026-03-02', 'ᴬcme', 'won')).toBe('2026-03-02-acme-won.md')
    expect(noteName('2026-03-02', '???', 'won')).toBe('2026-03-02-account-won.md')
  })

  test('gives a note whose front matter holds it as it is, on one line, and in which nothing else is said', () => {
    const used = readConfig({})
    if ('error' in used) throw new Error(used.error)
    fc.assert(
      fc.property(anyName, anyName, fc.constantFrom(...STAGES), (account, person, stage) => {
        const filled = fillTemplate(template(stage), {
          date: '2026-03-02',
          account,
          stage,
          participants: [person],
          us: [],
        })
        if ('unknown' in filled) throw new Error(filled.unknown)
        const [, front = ''] = /^---\n([^]*?)\n---\n/.exec(filled.text) ?? []
        const fields = parseYaml(front) as Record<string, unknown>
        const flat = (text: string) => text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\s]/gu, '')
        expect(flat(String(fields['account']))).toBe(flat(account))
        const { note, problems } = parse({ path: 'notes/a.md', text: filled.text }, used.config)
        expect(problems).toEqual([])
        expect(note?.record).toMatchObject({ date: '2026-03-02', stage })
        expect(note?.blocks.flatMap((block) => block.lines)).toEqual([])
      }),
    )
  })
})
