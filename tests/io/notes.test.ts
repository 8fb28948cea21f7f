import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textDigest } from '../../src/digest.ts'
import { findNotes } from '../../src/io/find-notes.ts'
import { decodeNote, digestOfPlain, readNote } from '../../src/io/read-note.ts'
import { recordPath } from '../../src/io/place.ts'
import { openWorkspace } from '../../src/io/workspace.ts'
import type { Problem } from '../../src/problems.ts'
import { folder } from '../workbench.ts'

const found = async (home: string, ...given: string[]) =>
  (await findNotes(given, openWorkspace(home, {}))).map((path) => (path === '-' ? '-' : recordPath(home, path)))

describe('findNotes', () => {
  test('takes markdown files of a folder and its subfolders, in path order, each once', async () => {
    const home = folder({
      'notes/b.md': '',
      'notes/a.markdown': '',
      'notes/deep/c.md': '',
      'notes/d.txt': '',
      'notes/.hidden/e.md': '',
    })
    expect(await found(home, 'notes', 'notes/b.md')).toEqual(['notes/a.markdown', 'notes/b.md', 'notes/deep/c.md'])
  })

  test('leaves out the output folder, so that pages are never read as notes', async () => {
    const home = folder({ 'a.md': '', 'personas/finance-leader.md': '', 'personas/evidence/finance-leader.md': '' })
    expect(await found(home, '.')).toEqual(['a.md'])
  })

  test('leaves out what .personasignore lists, like git does', async () => {
    const home = folder({
      'notes/a.md': '',
      'notes/draft-b.md': '',
      'notes/old/c.md': '',
      '.personasignore': '# drafts\ndraft-*\nnotes/old/\n',
    })
    expect(await found(home, 'notes')).toEqual(['notes/a.md'])
  })

  test('takes patterns', async () => {
    const home = folder({ 'notes/2026-01-a.md': '', 'notes/2025-01-b.md': '' })
    expect(await found(home, 'notes/2026-*.md')).toEqual(['notes/2026-01-a.md'])
  })

  test('does not follow links out of the folder, nor in circles', async () => {
    const outside = folder({ 'secret.md': '' })
    const home = folder({ 'notes/a.md': '' })
    symlinkSync(outside, join(home, 'notes/out'))
    symlinkSync(join(home, 'notes'), join(home, 'notes/circle'))
    symlinkSync(join(outside, 'secret.md'), join(home, 'notes/secret.md'))
    expect(await found(home, 'notes')).toEqual(['notes/a.md'])
    const problems: Problem[] = []
    symlinkSync(join(home, 'nowhere'), join(home, 'notes/dangling.md'))
    await findNotes(['notes'], openWorkspace(home, {}), problems)
    expect(problems.map((one) => [one.file, one.values['reason']]).toSorted()).toEqual([
      ['notes/dangling.md', 'it is a link that leads nowhere'],
      ['notes/out', 'it is a link that leads out of the folder'],
      ['notes/secret.md', 'it is a link that leads out of the folder'],
    ])
  })

  test('takes notes that lie beside the pages', async () => {
    const page = '<!-- personas:begin v1 digest=0000000000000000 changed=2026-01-01 -->\n<!-- personas:end -->\n'
    const home = folder({ 'a.md': 'Hello.', 'notes/b.md': 'Hello.', 'finance-leader.md': page, 'evidence/x.md': page })
    const workspace = openWorkspace(home, { out: '.' })
    const names = (await findNotes(['.'], workspace)).map((path) => recordPath(home, path))
    expect(names).toEqual(['a.md', 'notes/b.md'])
  })

  test('says which path is missing', async () => {
    await expect(found(folder(), 'nowhere')).rejects.toThrow('There is no file or folder nowhere.')
  })

  test('says where no note was found', async () => {
    await expect(found(folder({ 'empty/readme.txt': '' }), 'empty')).rejects.toThrow('No notes were found in empty.')
  })
})

describe('readNote', () => {
  const problemOf = (bytes: Uint8Array | string) => {
    const home = folder({ 'a.md': bytes })
    const read = readNote(join(home, 'a.md'), openWorkspace(home, {}))
    return 'rule' in read ? read : null
  }

  test('reads UTF-8, with or without a byte order mark', () => {
    const home = folder({ 'a.md': '\uFEFFGrüße' })
    expect(readNote(join(home, 'a.md'), openWorkspace(home, {}))).toEqual({ path: 'a.md', text: 'Grüße' })
  })

  test('names UTF-16, Latin-1 and NUL bytes with their place', () => {
    expect(problemOf(Buffer.from('\uFEFFhello', 'utf16le'))).toMatchObject({
      rule: 'note/not-text',
      values: { reason: 'it is UTF-16' },
    })
    expect(problemOf(Buffer.from('Grüße', 'latin1'))).toMatchObject({ rule: 'note/not-text' })
    expect(problemOf('one\ntwo\0')).toMatchObject({ rule: 'note/not-text', line: 2 })
  })

  test('refuses what is too large for a note, before reading it', () => {
    expect(problemOf(new Uint8Array(5_000_001))).toMatchObject({ rule: 'note/too-large' })
  })

  test('a page of ours in another folder is no note', () => {
    const page = '---\na: 1\n---\n<!-- personas:begin v1 digest=0000000000000000 changed=2026-01-01 -->\n'
    expect(problemOf(page)).toMatchObject({ rule: 'note/page' })
    expect(problemOf('We talked about `<!-- personas:begin -->` at length.')).toBeNull()
  })

  test.skipIf(process.platform === 'win32')('a named pipe is not waited for', () => {
    const home = folder()
    execFileSync('mkfifo', [join(home, 'pipe.md')])
    expect(readNote(join(home, 'pipe.md'), openWorkspace(home, {}))).toMatchObject({ rule: 'note/unreadable' })
  })

  test('a note that vanished after it was found is a problem, not a crash', () => {
    const home = folder()
    expect(readNote(join(home, 'gone.md'), openWorkspace(home, {}))).toMatchObject({
      rule: 'note/unreadable',
      file: 'gone.md',
    })
  })
})

test('a digest that is told by the bytes is that of the text, and of a note that has no front matter', () => {
  const pieces = ['word', ' ', '\n', '\r', '\r\n', '\0', '\uFEFF', 'ü', '---\n', '+++\n', '<!-- personas:begin v1']
  const bytes = fc.oneof(
    { weight: 9, arbitrary: fc.array(fc.constantFrom(...pieces)).map((parts) => Buffer.from(parts.join(''))) },
    fc.uint8Array(),
  )
  fc.assert(
    fc.property(bytes, (written) => {
      const told = digestOfPlain(written)
      if (told === null) return
      const note = decodeNote('/a.md', '/', written)
      expect(note).toMatchObject({ text: expect.not.stringMatching(/^(?:---|\+\+\+)/) })
      expect('text' in note && textDigest(note.text)).toBe(told)
    }),
    { numRuns: 1_000 },
  )
  expect(digestOfPlain(Buffer.from('Ünsaid\n'))).toBe(textDigest('Ünsaid\n'))
})
