import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { configDigest, lockedNotes, renderLock } from '../../src/render/lock.ts'

const inputs = (notes: { file: string; digest: string }[]) => ({
  notes,
  codebook: '1111111111111111',
  config: '2222222222222222',
  corrections: '3333333333333333',
  model: '4444444444444444',
})

describe('personas.lock', () => {
  test('has a line for each thing that pages come from, sorted, so that branches merge line by line', () => {
    const notes = [
      { file: 'notes/b.md', digest: 'bbbbbbbbbbbbbbbb' },
      { file: 'notes/a.md', digest: 'aaaaaaaaaaaaaaaa' },
    ]
    expect(renderLock(inputs(notes), [{ path: 'finance-leader.md', digest: 'cccccccccccccccc' }]).text).toBe(
      `personas-lock v1
codebook 1111111111111111
config 2222222222222222
corrections 3333333333333333
model 4444444444444444
note aaaaaaaaaaaaaaaa notes/a.md
note bbbbbbbbbbbbbbbb notes/b.md
page cccccccccccccccc finance-leader.md
`,
    )
  })

  test('gives back every note it was made from, whatever its name', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.uniqueArray(name), (files) => {
        const notes = files.map((file) => ({ file, digest: '0123456789abcdef' }))
        const read = lockedNotes(renderLock(inputs(notes), []).text)
        expect([...(read ?? new Map()).keys()].toSorted()).toEqual(files.toSorted())
      }),
    )
  })

  test('a lock of another version is none that can be trusted', () => {
    expect(lockedNotes('personas-lock v2\nnote aaaaaaaaaaaaaaaa a.md\n')).toBeNull()
  })
})

describe('configDigest', () => {
  test('does not depend on the order of settings, but on their values', () => {
    expect(configDigest({ a: 1, b: { c: 2, d: 3 } })).toBe(configDigest({ b: { d: 3, c: 2 }, a: 1 }))
    expect(configDigest({ a: 1 })).not.toBe(configDigest({ a: 2 }))
  })
})
