/** The life of a page: whatever becomes of a persona, its file and people's words stay, and the block says what happened. */
import { describe, expect, test } from 'vitest'
import type { ConfigAsWritten } from '../../src/config.ts'
import { render } from '../../src/render/render.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import type { NoteAnalysis } from '../../src/types.ts'
import { config, note } from '../synthesize/notes.ts'

const call = (account: string, title: string, count = 1) =>
  note(
    `notes/${account}.md`,
    { account },
    [{ title }],
    Array.from({ length: count }, (_, n) => ({
      text: `The price is too high for the ${n + 1} yards of ${account}.`,
      tag: 'objection' as const,
    })),
  )
const OWN = '\n## Team notes\n\nCall her *Maria*.\n'

function ingest(
  notes: readonly NoteAnalysis[],
  written: ConfigAsWritten,
  existing: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const used = config(written)
  const { files } = render(synthesize(notes, used, []), used, { pages: existing, today: '2026-06-01', toRoot: '../' })
  return new Map([...existing, ...files.map(({ path, text }) => [path, text] as const)])
}

/** Pages as the first configuration gives them, with a word of people's own on one of them, brought up to date with the second. */
function later(
  path: string,
  [notes, written]: [readonly NoteAnalysis[], ConfigAsWritten],
  [notesLater, writtenLater]: [readonly NoteAnalysis[], ConfigAsWritten],
): { page: string; pages: Map<string, string> } {
  const first = ingest(notes, written)
  expect(first.get(path)).toContain('## Team notes')
  first.set(path, (first.get(path) ?? '').replace(/\n## Team notes\n$/, OWN))
  const pages = ingest(notesLater, writtenLater, first)
  const page = pages.get(path) ?? ''
  expect(page.endsWith(OWN)).toBe(true)
  // And it comes to rest.
  expect(ingest(notesLater, writtenLater, pages)).toEqual(pages)
  return { page, pages }
}

const fleet = { id: 'fleet-boss', name: 'Fleet boss', kind: 'buyer' as const, titles: ['fleet manager'] }

describe('the page of a persona', () => {
  test('whose notes were deleted says that nothing is left, and quotes nothing of them anywhere', () => {
    const { page, pages } = later(
      'finance-leader.md',
      [[call('Acme', 'CFO', 30), call('Brill', 'COO')], {}],
      [[call('Brill', 'COO')], {}],
    )
    expect(page).toContain('The notes hold no evidence for this persona any more.')
    expect(pages.has('evidence/finance-leader.md')).toBe(true)
    for (const text of pages.values()) expect(text).not.toContain('yards of Acme')
    expect(pages.get('evidence/finance-leader.md')).toContain('[its page](../finance-leader.md)')
  })

  test('comes back with its notes', () => {
    const first = ingest([call('Acme', 'CFO', 30)], {})
    const back = ingest([call('Acme', 'CFO', 30)], {}, ingest([], {}, first))
    expect(back).toEqual(first)
  })

  test('that was merged, over two steps, says where its evidence is now', () => {
    const merge = { 'finance-leader': 'procurement', procurement: 'executive-sponsor' }
    const { page } = later('finance-leader.md', [[call('Acme', 'CFO')], {}], [[call('Acme', 'CFO')], { merge }])
    expect(page).toContain('merged into [Executive sponsor](executive-sponsor.md).')
  })

  test('that was merged into one without evidence names it without a link', () => {
    const merge = { 'finance-leader': 'procurement' }
    const { page } = later('finance-leader.md', [[call('Acme', 'CFO')], {}], [[call('Brill', 'COO')], { merge }])
    expect(page).toContain('merged into Procurement.')
  })

  test('whose name changed in the configuration has the new name', () => {
    const notes = [call('Acme', 'Fleet manager')]
    const { page } = later(
      'fleet-boss.md',
      [notes, { personas: [fleet] }],
      [notes, { personas: [{ ...fleet, name: 'Head of fleet' }] }],
    )
    expect(page).toContain('# Head of fleet\n')
  })

  test('whose id changed in the configuration leads to its new page', () => {
    const notes = [call('Acme', 'Fleet manager')]
    const { page, pages } = later(
      'fleet-boss.md',
      [notes, { personas: [fleet] }],
      [notes, { personas: [{ ...fleet, id: 'fleet-lead' }] }],
    )
    expect(page).toContain('# Fleet boss\n\nThis persona has another id now: [Fleet boss](fleet-lead.md).')
    expect(pages.get('fleet-lead.md')).toContain('the 1 yards of Acme')
  })

  test('that the configuration names no more keeps its name and says so', () => {
    const { page } = later(
      'fleet-boss.md',
      [[call('Acme', 'Fleet manager')], { personas: [fleet] }],
      [[call('Acme', 'Fleet manager')], {}],
    )
    expect(page).toContain('# Fleet boss\n\nThe configuration names no persona of this id any more')
  })
})

describe('two personas that claim one title', () => {
  const first = {
    id: 'yard-boss',
    name: 'Yard boss',
    kind: 'buyer' as const,
    titles: ['Fleet manager'],
  }
  const notes = [call('Acme', 'Fleet manager')]

  test('the page of the one that had it says where it is counted now, and the other that it has it', () => {
    const { page, pages } = later(
      'fleet-boss.md',
      [notes, { personas: [fleet] }],
      [notes, { personas: [first, fleet] }],
    )
    expect(page).toContain('The notes hold no evidence for this persona any more.')
    expect(page).toContain(
      'The title “fleet manager” is claimed by [Yard boss](yard-boss.md) as well, which stands first in the configuration: whoever has one is counted there.',
    )
    expect(pages.get('yard-boss.md')).toContain('which stands later in the configuration')
  })

  test('one that is merged away, of another kind or rank, or built in claims nothing', () => {
    for (const written of [
      { personas: [first, fleet], merge: { 'fleet-boss': 'yard-boss' } },
      { personas: [first, { ...fleet, kind: 'user' as const }] },
      { personas: [first] },
    ])
      expect(ingest(notes, written).get('yard-boss.md')).not.toContain('claimed')
  })
})

test('two personas of one name point to each other', () => {
  const notes = [call('Acme', 'Fleet manager'), call('Brill', 'CFO')]
  const pages = ingest(notes, { personas: [{ ...fleet, name: 'Finance leader' }] })
  expect(pages.get('fleet-boss.md')).toContain(
    'Another persona has this name too: [Finance leader](finance-leader.md).',
  )
  expect(pages.get('finance-leader.md')).toContain('[Finance leader](fleet-boss.md)')
})
