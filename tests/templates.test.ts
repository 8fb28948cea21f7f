import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillTemplate, readTemplates, SLOTS, type SectionChoice } from '../src/templates.ts'
import { contents, folder, personas } from './workbench.ts'

const ALL: SectionChoice = { order: [], drop: [], rename: {} }
const own = (text: string, choice: Partial<SectionChoice> = {}) =>
  readTemplates({ persona: { path: 'my/persona.md', text } }, { ...ALL, ...choice })
const page = (text: string, choice: Partial<SectionChoice> = {}, said: Record<string, string[]> = {}): string => {
  const read = own(text, choice)
  if ('error' in read) throw new Error(read.error)
  const sections = Object.fromEntries(SLOTS.persona.sections.map((slot) => [slot, said[slot] ?? []]))
  return fillTemplate(read.templates.persona, sections, { name: 'Finance leader', calls: '3' }).join('\n')
}

describe("the package's own templates", () => {
  test('have a place for everything that a page can say', () => {
    const read = readTemplates({}, ALL)
    if ('error' in read) throw new Error(read.error)
    for (const name of ['persona', 'index', 'evidence'] as const) {
      const text = read.templates[name].flatMap(({ lines }) => lines).join('\n')
      for (const slot of SLOTS[name].sections) expect(text).toContain(`{{${slot}}}`)
    }
  })
})

describe('a template', () => {
  const TEXT =
    '# {{name}} ({{ calls }} calls)\n\n{{introduction}}\n\n## Why not us\n\nSee the deck.\n\n{{stops}}\n\n## Money\n\n{{money}}\n\n## How we use this\n\nAsk Dana.\n'

  test('is filled; a section without a word is left out, text of the team stays', () => {
    expect(page(TEXT, {}, { stops: ['a', '', 'b', ''], introduction: ['Who.'] })).toBe(
      '# Finance leader (3 calls)\n\nWho.\n\n## Why not us\n\nSee the deck.\n\na\n\nb\n\n## How we use this\n\nAsk Dana.',
    )
  })

  test('sections are dropped, put in another order and renamed', () => {
    const said = { stops: ['a'], money: ['m'] }
    const choice = { order: ['money'], rename: { stops: 'No, because' } }
    expect(page(TEXT, choice, said).match(/^## .*/gm)).toEqual(['## Money', '## No, because', '## How we use this'])
    expect(page(TEXT, { drop: ['stops'] }, said).match(/^## .*/gm)).toEqual(['## Money', '## How we use this'])
  })

  test.each([
    ['# {{nmae}}', 1, 'there is no slot {{nmae}}; there are {{claims}}, '],
    ['# x\n\ntext {{money}}', 3, 'the slot {{money}} holds lines of its own'],
    ['# x\r\n\r\n{{summary}}', 3, 'there is no slot {{summary}}'],
    ['{{}}', 1, 'there is no slot {{}}'],
    ['a\n<!-- personas:end -->', 2, 'a marker of personas'],
  ])('%j is refused on its line with what is valid', (text, line, error) => {
    expect(own(text)).toEqual({ path: 'my/persona.md', line, error: expect.stringContaining(error) })
  })

  test.each([
    [{ drop: ['mony'] }, 'sections.drop: there is no section "mony"; there are stops, money, '],
    [{ order: ['jobs'] }, 'sections.order: there is no section "jobs"'],
    [{ rename: { money: 'a\nb' } }, 'is no heading'],
  ])('%j is refused with the sections that there are', (choice, error) => {
    expect(own(TEXT, choice)).toEqual({ path: null, line: null, error: expect.stringContaining(error) })
  })

  test('what notes say is never taken for a slot', () => {
    fc.assert(
      fc.property(fc.constantFrom('{{money}}', '{{name}}', '## {{stops}}', '$&', '$1'), (text) => {
        expect(page('{{stops}}', {}, { stops: [text] })).toBe(text)
      }),
    )
  })
})

describe('personas ingest', () => {
  const NOTE = '2026-03-02 Hallmann\n\n**Katrin Vogt (CFO):** Too dear for what it does. #objection\n'

  test("takes the team's template, and the package's where the team has none", async () => {
    const home = folder({
      'notes/a.md': NOTE,
      'personas.config.json':
        '{"templates": "./ours", "sections": {"rename": {"stops": "Why not us"}, "drop": ["coverage"]}}',
      'ours/persona.md': '# Our {{name}}\n\n## Stops\n\n{{stops}}\n',
    })
    expect((await personas(home, ['ingest', 'notes'])).code).toBe(0)
    const files = contents(home)
    expect(files['personas/finance-leader.md']).toMatch(/# Our Finance leader\n\n## Why not us\n\n/)
    expect(files['personas/finance-leader.md']).not.toContain('## Evidence')
    expect(files['personas/README.md']).toContain('## How to read these pages')
    expect(files['personas/README.md']).not.toContain('## Who was heard when')
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'a slot that is none',
      { 'personas.config.json': '{"templates": "ours"}', 'ours/persona.md': '# x\n\n{{sotps}}\n' },
      'The template ours/persona.md, line 3, can not be used: there is no slot {{sotps}}; there are {{claims}}',
    ],
    ['a folder that is not there', { 'personas.config.json': '{"templates": "ours"}' }, 'holds none of persona.md'],
    [
      'a section that is none',
      { 'personas.config.json': '{"sections": {"drop": ["sale", "prices"]}}' },
      'sections.drop: there is no section "prices"; there are reasons, stops, jobs, criteria, money',
    ],
  ])('%s: a sentence, exit 2, nothing written', async (_, files, says) => {
    const home = folder({ 'notes/a.md': NOTE, ...files })
    const ran = await personas(home, ['ingest', 'notes'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(says)
    expect(Object.keys(contents(home)).some((path) => path.startsWith('personas/'))).toBe(false)
  })
})
