import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conflictLines } from '../../src/conflicts.ts'
import { blockDigest, readPage, writePage } from '../../src/render/managed.ts'
import { settle } from '../../src/render/settle.ts'

/** What people write, above and below the block. */
interface Words {
  reviewed: string
  notes: string[]
}

function page({ reviewed, notes }: Words, block: string[], day: string): string {
  const head = ['---', 'persona: a', `updated: ${day}`, ...(reviewed === '' ? [] : [`reviewed: ${reviewed}`]), '---']
  const after = ['', '## Team notes', ...notes].map((line) => `${line}\n`).join('')
  return writePage({ before: head.map((line) => `${line}\n`).join(''), after, eol: '\n' }, block, day)
}

/** As a merge that saw one conflict, which begins up to `early` lines before the first difference and ends up to `late` behind the last. */
function conflicting(ours: string, theirs: string, base: string | null, early: number, late: number): string {
  const [a, b] = [ours.split('\n'), theirs.split('\n')]
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  head = Math.max(0, head - early)
  tail = Math.max(1, tail - late)
  const ancestor = base === null ? [] : ['||||||| base', ...base.split('\n')]
  const [mine, yours] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const shared = [a.slice(0, head), a.slice(a.length - tail)]
  return [
    ...shared[0]!,
    '<<<<<<< HEAD',
    ...mine,
    ...ancestor,
    '=======',
    ...yours,
    '>>>>>>> theirs',
    ...shared[1]!,
  ].join('\n')
}

const line = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6})?$/)
const words = fc.record({
  reviewed: fc.constantFrom('', '2026-01-01', '2026-02-02'),
  notes: fc.array(line, { maxLength: 5 }),
})
const block = fc.array(line, { minLength: 1, maxLength: 6 })
const settled = (text: string, ancestor?: string) =>
  settle(new Map([['a.md', text]]), new Map(ancestor === undefined ? [] : [['a.md', ancestor]])).get('a.md') ?? ''

describe('a page in conflict', () => {
  test('becomes one page again, whatever git took for the conflict, and loses no word of people', () => {
    fc.assert(
      fc.property(
        words,
        words,
        block,
        block,
        fc.nat(4),
        fc.nat(4),
        fc.boolean(),
        (mine, yours, one, two, early, late, diff3) => {
          const [ours, theirs] = [page(mine, one, '2026-03-01'), page(yours, two, '2026-03-02')]
          const text = settled(conflicting(ours, theirs, diff3 ? ours : null, early, late))
          const read = readPage(text)
          if (read === null || 'error' in read) throw new Error('no page')
          expect(read.digest).toBe(blockDigest(read.lines))
          expect(conflictLines(read.lines.join('\n'))).toEqual([])
          const left = `${read.before}\n${read.after}`.split('\n')
          for (const word of [...mine.notes, ...yours.notes]) expect(left).toContain(word)
          for (const { reviewed } of [mine, yours]) if (reviewed !== '') expect(left).toContain(`reviewed: ${reviewed}`)
          expect(read.before.match(/^updated:/gm)).toHaveLength(1)
          const agree = JSON.stringify(mine) === JSON.stringify(yours)
          if (agree) expect(conflictLines(text)).toEqual([])
        },
      ),
    )
  })

  test('takes the words of the side that changed them, where it is known what they were', () => {
    fc.assert(
      fc.property(words, words, block, block, fc.nat(4), fc.nat(4), (before, after, one, two, early, late) => {
        const ancestor = page(before, ['old'], '2026-01-01')
        // What one side took out is no reason to keep it: here words are only added.
        const added = {
          reviewed: before.reviewed === '' ? after.reviewed : before.reviewed,
          notes: [...before.notes, ...after.notes],
        }
        const [ours, theirs] = [page(before, one, '2026-03-01'), page(added, two, '2026-03-02')]
        for (const text of [
          conflicting(ours, theirs, null, early, late),
          conflicting(theirs, ours, null, early, late),
        ]) {
          const read = readPage(settled(text, ancestor))
          const wanted = readPage(theirs)
          if (read === null || 'error' in read || wanted === null || 'error' in wanted) throw new Error('no page')
          expect(read.after).toBe(wanted.after)
          expect(read.before.replace(/updated: .*/, '')).toBe(wanted.before.replace(/updated: .*/, ''))
        }
      }),
    )
  })

  test.each([
    ['no conflict', page({ reviewed: '', notes: ['a'] }, ['b'], '2026-01-01')],
    ['signs of a conflict that is none', '<<<<<<< HEAD\nwithout an end\n'],
    ['a file that is no page of ours', '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n'],
    ['a page whose marker is broken', '<!-- personas:begin -->\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n'],
  ])('%s: left byte for byte', (_, text) => {
    expect(settled(text)).toBe(text)
  })
})
