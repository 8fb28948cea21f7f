import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnalyzedFile } from '../../src/analyze/analyze.ts'
import { openCache } from '../../src/io/cache.ts'
import { cacheFolder, clearCache } from '../../src/io/cache-folder.ts'
import { problem } from '../../src/problems.ts'
import { contents, folder, put } from '../workbench.ts'
import { note } from '../synthesize/notes.ts'

const STAMP = 'a'.repeat(16)
const KEY = '0123456789abcdef'
const analyzed = (text: string): AnalyzedFile => ({
  analysis: note(
    'notes/a.md',
    {},
    [{}],
    [
      { text, tag: 'job', facets: { scope: 'business' } },
      { text: 'Nothing much.', tag: 'none' },
      { text: `${text} again`, tag: 'budget', accepted: false },
    ],
  ),
  problems: [problem('date/missing', 'notes/a.md')],
})
const entry = (key: string, text: string) => ({ key, path: 'notes/a.md', analyzed: analyzed(text) })
/** As commands print it. */
const shown = (file: AnalyzedFile | undefined) => JSON.parse(JSON.stringify(file)) as unknown
const fileOf = (home: string) => Object.keys(contents(home)).map((name) => join(home, name))[0] ?? ''

describe('what was seen in a note is remembered', () => {
  test('as it was, whatever its text', () => {
    const home = folder()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        clearCache(home)
        openCache(home, '/root', STAMP).add([entry(KEY, text)])
        const found = openCache(home, '/root', STAMP).find(new Set([KEY]), true)
        expect(shown(found.get(KEY))).toEqual(shown(analyzed(text)))
      }),
      { numRuns: 30 },
    )
  })

  test('without the statements that are no signal, where nobody asks for them', () => {
    const home = folder()
    openCache(home, '/root', STAMP).add([entry(KEY, 'x')])
    const found = openCache(home, '/root', STAMP)
      .find(new Set([KEY]), false)
      .get(KEY)
    expect(found?.analysis?.statements.map(({ tag }) => tag)).toEqual(['job', 'budget'])
  })

  test('under no other key, stamp or root', () => {
    const home = folder()
    openCache(home, '/root', STAMP).add([entry(KEY, 'x')])
    expect(openCache(home, '/root', STAMP).find(new Set(['f'.repeat(16)]), true).size).toBe(0)
    expect(openCache(home, '/root', 'b'.repeat(16)).find(new Set([KEY]), true).size).toBe(0)
    expect(openCache(home, '/other', STAMP).find(new Set([KEY]), true).size).toBe(0)
  })
})

describe('a damaged cache', () => {
  test('gives nothing that was not put in, wherever it is cut or changed', () => {
    const home = folder()
    openCache(home, '/root', STAMP).add([entry(KEY, 'first')])
    openCache(home, '/root', STAMP).add([entry('f'.repeat(16), 'second')])
    const path = fileOf(home)
    const whole = readFileSync(path)
    const good = new Map([
      [KEY, analyzed('first')],
      ['f'.repeat(16), analyzed('second')],
    ])
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole)
        if (!cut) bytes[at] = byte
        writeFileSync(path, bytes)
        const found = openCache(home, '/root', STAMP).find(new Set(good.keys()), true)
        for (const [key, one] of found) expect(shown(one)).toEqual(shown(good.get(key)))
      }),
      { numRuns: 200 },
    )
  })

  test('takes what comes after half a line', () => {
    const home = folder()
    openCache(home, '/root', STAMP).add([entry(KEY, 'first')])
    const path = fileOf(home)
    writeFileSync(path, readFileSync(path).subarray(0, -40))
    openCache(home, '/root', STAMP).add([entry('f'.repeat(16), 'second')])
    const found = openCache(home, '/root', STAMP).find(new Set([KEY, 'f'.repeat(16)]), true)
    expect([...found.keys()]).toEqual(['f'.repeat(16)])
  })

  test('is no error where it can not be read or written', () => {
    const home = folder({ file: 'not a folder' })
    const cache = openCache(join(home, 'file'), '/root', STAMP)
    cache.add([entry(KEY, 'x')])
    expect(cache.find(new Set([KEY]), true).size).toBe(0)
    expect(readFileSync(join(home, 'file'), 'utf8')).toBe('not a folder')
  })
})

test('notes that change again and again do not make it grow without end', () => {
  const home = folder()
  const keys = Array.from({ length: 300 }, (_, at) => at.toString(16).padStart(16, '0'))
  for (const key of keys) openCache(home, '/root', STAMP).add([entry(key, 'x'.repeat(1000))])
  const last = keys.at(-1) ?? ''
  openCache(home, '/root', STAMP).find(new Set([last]), true)
  expect(statSync(fileOf(home)).size).toBeLessThan(5000)
  expect(openCache(home, '/root', STAMP).find(new Set([last]), true).size).toBe(1)
})

test('old versions of the program and the configuration make room', () => {
  const home = folder()
  for (const stamp of 'abcdef') openCache(home, '/root', stamp.repeat(16)).add([entry(KEY, 'x')])
  expect(Object.keys(contents(home)).length).toBe(4)
})

test.skipIf(process.platform === 'win32')('nobody else may read it', () => {
  const home = folder()
  openCache(home, '/root', STAMP).add([entry(KEY, 'x')])
  expect(statSync(fileOf(home)).mode & 0o077).toBe(0)
})

describe('the folder of the cache', () => {
  test.each<[string, NodeJS.ProcessEnv, NodeJS.Platform, string | null]>([
    ['is the one named', { PERSONAS_CACHE_DIR: '/x', XDG_CACHE_HOME: '/y', HOME: '/h' }, 'linux', '/x'],
    ['is the system’s', { XDG_CACHE_HOME: '/y', HOME: '/h' }, 'linux', '/y/personas'],
    ['is not a relative one', { XDG_CACHE_HOME: 'y', HOME: '/h' }, 'linux', '/h/.cache/personas'],
    ['is in the Library', { HOME: '/h' }, 'darwin', '/h/Library/Caches/personas'],
    ['is nowhere without a home', {}, 'linux', null],
  ])('%s', (_, env, platform, expected) => {
    expect(cacheFolder(env, platform)).toBe(expected)
  })

  test('is cleared of the program’s own files alone', () => {
    const home = folder()
    openCache(home, '/root', STAMP).add([entry(KEY, 'x')])
    const inner = readdirSync(home)[0] ?? ''
    put(home, 'thesis.md', 'mine')
    put(home, `${inner}/thesis.notes`, 'mine')
    expect(clearCache(home).length).toBe(1)
    expect(Object.keys(contents(home)).toSorted()).toEqual([`${inner}/thesis.notes`, 'thesis.md'].toSorted())
  })
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder without write permission is no error',
  () => {
    const home = folder()
    chmodSync(home, 0o500)
    openCache(home, '/root', STAMP).add([entry(KEY, 'x')])
    expect(openCache(home, '/root', STAMP).find(new Set([KEY]), true).size).toBe(0)
    chmodSync(home, 0o700)
  },
)
