/** Single files of the user's repository: made where they are missing, never written over, and read as text or not at all. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFile, nearestHolding, readFiles } from '../../src/io/files.ts'
import { contents, folder } from '../workbench.ts'

describe('a file that is made', () => {
  test('has its folders made too', () => {
    const home = folder()
    expect(createFile(join(home, 'a/b/c.md'), 'x')).toBe(true)
    expect(contents(home)).toEqual({ 'a/b/c.md': 'x' })
  })

  test('and is there already is left as it is', () => {
    const home = folder({ 'a.md': 'mine' })
    expect(createFile(join(home, 'a.md'), 'x')).toBe(false)
    expect(contents(home)).toEqual({ 'a.md': 'mine' })
  })

  test('below a file can not be made: a sentence with the path', () => {
    const home = folder({ a: 'mine' })
    expect(() => createFile(join(home, 'a/b.md'), 'x')).toThrow(join(home, 'a/b.md'))
    expect(contents(home)).toEqual({ a: 'mine' })
  })
})

describe('files that are read', () => {
  test('are those that are there; a byte order mark stays', () => {
    const home = folder({ 'a.md': '\uFEFFa', 'b/c.md': 'c' })
    expect(readFiles(home, ['a.md', 'b/c.md', 'no.md', 'a.md/deeper'])).toEqual(
      new Map([
        ['a.md', '\uFEFFa'],
        ['b/c.md', 'c'],
      ]),
    )
  })

  test('and are no text, or a folder, stop the run with a sentence', () => {
    const home = folder({ 'a.md': new Uint8Array([0x61, 0xff, 0xfe]), 'b/c.md': '' })
    expect(() => readFiles(home, ['a.md'])).toThrow(/a\.md.*it is not UTF-8 text/s)
    expect(() => readFiles(home, ['b'])).toThrow(/b/)
  })
})

test('the nearest folder upwards is searched up to the top of the repository', () => {
  const home = folder({ 'a/b/x': '', 'a/wanted': '', 'r/.git/HEAD': '', 'r/s/x': '', wanted: '' })
  expect(nearestHolding(join(home, 'a/b'), 'wanted')).toBe(join(home, 'a'))
  expect(nearestHolding(home, 'wanted')).toBe(home)
  expect(nearestHolding(join(home, 'r/s'), 'wanted')).toBeNull()
})
