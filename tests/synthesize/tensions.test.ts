import { describe, expect, test } from 'vitest'
import { render } from '../../src/render/render.ts'
import { synthesize } from '../../src/synthesize/synthesize.ts'
import { config, note, type Said } from './notes.ts'

const plain = config()
const OPS = 'Operations Director'
const STEWARD = 'Shop steward'

/** A page with less to say has no table to sit around. */
const more: Said[] = Array.from({ length: 9 }, (_, at) => ({
  speaker: 'Ola Nord',
  text: `We lose ${at + 2} hours a week to the paper of the yard.`,
  tag: 'job',
}))

/** An operations director and a shop steward of one account, a statement each. */
function call(file: string, wish: Said, fear: Said, account = 'Acme') {
  const people = [
    { name: 'Ola Nord', title: OPS },
    { name: 'Pia Wolk', title: STEWARD },
  ]
  return note(file, { account }, people, [{ speaker: 'Ola Nord', ...wish }, { speaker: 'Pia Wolk', ...fear }, ...more])
}

const wish: Said = { text: 'I want to know where every van is before the customer rings.', tag: 'job' }
const fear: Said = { text: 'People here have no wish to be spied on, we had it once.', tag: 'objection' }

function tensions(...notes: ReturnType<typeof note>[]) {
  const { personas } = synthesize(notes, plain, [])
  return personas.flatMap(({ id, committee }) =>
    committee.neighbours.flatMap((other) => other.conflict.map((one) => ({ id, other: other.id, ...one }))),
  )
}

describe('two kinds of people pull apart', () => {
  test('where each says so in the same account, on both pages, by the words of both', () => {
    const found = tensions(call('1.md', wish, fear))
    expect(found.map(({ id, other }) => [id, other])).toEqual([
      ['operations-leader', 'workers-representative'],
      ['workers-representative', 'operations-leader'],
    ])
    expect(found[0]?.ours.statement.text).toBe(wish.text)
    expect(found[0]?.theirs.statement.text).toBe(fear.text)
  })

  test.each([
    ['the subjects differ', wish, { text: 'Another login is the last thing that we need.', tag: 'objection' } as Said],
    ['one side says no word of it', wish, { text: 'The evenings are too long in December.', tag: 'job' } as Said],
    ['the fear is nobody’s refusal', wish, { ...fear, tag: 'budget' } as Said],
  ])('not where %s', (_, one, other) => {
    expect(tensions(call('1.md', one, other))).toEqual([])
  })

  test('not where each speaks in an account of its own', () => {
    const quiet: Said = { text: 'We lose two days a month to paper.', tag: 'job' }
    expect(tensions(call('1.md', wish, quiet), call('2.md', quiet, fear, 'Brill'))).toEqual([])
  })

  test('and the page prints a linked quote of each, or nothing', () => {
    const page = (consent: boolean | null) => {
      const one = call('notes/1.md', wish, fear)
      const notes = [{ ...one, note: { ...one.note, consent } }]
      const { files } = render(synthesize(notes, plain, []), plain, {
        pages: new Map(),
        today: '2026-06-01',
        toRoot: '../',
      })
      return files.find(({ path }) => path === 'operations-leader.md')?.text ?? ''
    }
    const told = page(null).split('Where they pull apart:')[1]?.split('\n#')[0] ?? ''
    expect(told).toContain('To see what happens, against being watched')
    expect(told.match(/\(\.\.\/notes\/1\.md\?plain=1#L\d+ "/g)).toHaveLength(2)
    expect(page(false)).not.toContain('pull apart')
  })
})
