import { describe, expect, test } from 'vitest'
import { folder, personas } from '../workbench.ts'

const NOTE = `2026-03-02 Hallmann, negotiation
with Katrin Vogt (CFO)

- Katrin doubts that we can do DATEV. #objection
- nice weather
`
const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('personas tag', () => {
  test('prints the note, its people, then its signals, a record a line', async () => {
    const home = folder({ 'b.md': NOTE, 'a.md': NOTE.replace('Hallmann', 'Brackley') })
    const ran = await personas(home, ['tag', '.'])
    expect(ran.code).toBe(0)
    const records = lines(ran.stdout)
    expect(records.map((record) => `${record['kind']} ${record['file']}`)).toEqual(
      ['a.md', 'b.md'].flatMap((file) => [`note ${file}`, `person ${file}`, `statement ${file}`]),
    )
    expect(records[2]).toMatchObject({
      v: 1,
      line: 4,
      text: 'Katrin doubts that we can do DATEV.',
      tag: 'objection',
      origin: 'explicit',
      accepted: true,
    })
    expect(records[2]).toMatchObject({ speaker: 'Katrin Vogt', side: 'customer', persona: 'finance-leader' })
  })

  test('--all prints what is no signal too', async () => {
    const ran = await personas(folder({ 'a.md': NOTE }), ['tag', 'a.md', '--all'])
    expect(lines(ran.stdout).map((record) => record['text'])).toContain('nice weather')
  })

  test('--format json prints one array', async () => {
    const ran = await personas(folder({ 'a.md': NOTE }), ['tag', 'a.md', '--format', 'json'])
    expect(JSON.parse(ran.stdout)).toHaveLength(3)
  })

  test('--codebook names the theme of each signal, and only by that codebook', async () => {
    const home = folder({ 'notes/a.md': NOTE.replace('we can do', 'it has an interface to') })
    await personas(home, ['ingest', 'notes'])
    const without = lines((await personas(home, ['tag', 'notes'])).stdout)
    const withBook = lines((await personas(home, ['tag', 'notes', '--codebook', 'personas/themes.yaml'])).stdout)
    expect(without.at(-1)?.['theme']).toBeNull()
    expect(withBook.at(-1)?.['theme']).toEqual(expect.stringMatching(/^[a-z0-9-]+$/))
  })

  test('a codebook that is not there: a sentence and exit 2', async () => {
    const ran = await personas(folder({ 'a.md': NOTE }), ['tag', 'a.md', '--codebook', 'nowhere.yaml'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('There is no file or folder nowhere.yaml.')
  })

  test('a correction is the last word on a statement', async () => {
    const home = folder({ 'a.md': NOTE })
    const seen = lines((await personas(home, ['tag', 'a.md', '--all'])).stdout).find(
      (record) => record['text'] === 'nice weather',
    )
    const correction = { v: 1, file: 'a.md', digest: seen?.['digest'], tag: 'criterion' }
    const corrected = folder({
      'a.md': NOTE,
      'personas/corrections.jsonl': `${JSON.stringify(correction)}\nnot json\n`,
    })
    const ran = await personas(corrected, ['tag', 'a.md'])
    expect(lines(ran.stdout)).toContainEqual(
      expect.objectContaining({ text: 'nice weather', tag: 'criterion', origin: 'correction', accepted: true }),
    )
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('error line 2: The correction could not be read: it is not JSON.')
  })
})

describe('personas people', () => {
  test('prints each person once, with side, role and persona', async () => {
    const ran = await personas(folder({ 'a.md': NOTE }), ['people', 'a.md'])
    expect(lines(ran.stdout)).toEqual([
      expect.objectContaining({
        kind: 'person',
        name: 'Katrin Vogt',
        title: 'CFO',
        side: 'customer',
        persona: 'finance-leader',
      }),
    ])
  })

  test('the configuration settles side, role and persona of one person', async () => {
    const config = { people: { 'Katrin Vogt': { role: 'saboteur', persona: 'procurement' } } }
    const home = folder({ 'a.md': NOTE, 'personas.config.json': JSON.stringify(config) })
    expect(lines((await personas(home, ['people', 'a.md'])).stdout)).toEqual([
      expect.objectContaining({ role: 'saboteur', persona: 'procurement' }),
    ])
  })
})

describe('personas explain', () => {
  test('says in words what counted', async () => {
    const ran = await personas(folder({ 'a.md': NOTE.replace(' #objection', '') }), ['explain', 'a.md:4'])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('Katrin doubts that we can do DATEV.')
    expect(ran.stdout).toMatch(/for/i)
  })

  test('names the lines that hold statements where the line has none', async () => {
    const ran = await personas(folder({ 'a.md': NOTE }), ['explain', 'a.md:3'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('There is no statement on line 3 of a.md.')
    expect(ran.stderr).toContain('4, 5')
  })

  test('says how a place is written', async () => {
    const ran = await personas(folder({ 'a.md': NOTE }), ['explain', 'a.md'])
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.stderr).toContain('FILE:LINE')
  })
})

describe('personas', () => {
  test.each(['ingest', 'tag', 'people', 'explain'])('%s --help has examples', async (command) => {
    const ran = await personas(folder(), [command, '--help'])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain(`$ personas ${command}`)
  })

  test('--version prints the version of the package', async () => {
    expect(await personas(folder(), ['--version'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    })
  })
})
