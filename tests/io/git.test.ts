import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  changedSince,
  fileAt,
  filesAt,
  history,
  isShallow,
  lastChange,
  pathInRepository,
  renames,
  repositoryOf,
  type Repository,
} from '../../src/io/git.ts'
import { commitAll, gitIn } from '../repository.ts'
import { folder, put } from '../workbench.ts'

function opened(home: string): Repository {
  const repository = repositoryOf(home)
  if (repository === null) throw new Error(`no repository in ${home}`)
  return repository
}

describe('git', () => {
  test('a folder that no repository holds has none', () => {
    expect(repositoryOf(folder())).toBeNull()
  })

  test('the innermost repository counts, and a folder that is not there yet is asked for by its parent', () => {
    const home = folder({ 'inner/note.md': 'one\n' })
    commitAll(home)
    commitAll(join(home, 'inner'))
    expect(opened(join(home, 'inner/personas')).root).toBe(join(home, 'inner'))
    expect(opened(home).root).toBe(home)
  })

  test('reads a file as it was, of any name, and says null where there was none', () => {
    const home = folder({ 'notes/a b “ü”.md': 'eins\n', 'notes/b.md': 'two\n' })
    const git = commitAll(home)
    put(home, 'notes/a b “ü”.md', 'zwei\n')
    git(['commit', '--all', '--quiet', '--message', 'Change'])
    const repository = opened(home)
    expect(fileAt(repository, 'HEAD~1', 'notes/a b “ü”.md')).toBe('eins\n')
    expect(
      filesAt(repository, [
        { revision: 'HEAD', path: 'notes' },
        { revision: 'HEAD', path: 'notes/c.md' },
        { revision: 'HEAD', path: 'notes/b.md' },
        { revision: 'HEAD', path: 'notes/a b “ü”.md' },
      ]),
    ).toEqual([null, null, 'two\n', 'zwei\n'])
  })

  test('the history of a file goes on over its renames, with UTC days', () => {
    const home = folder({ 'a.md': 'one\ntwo\nthree\nfour\n' })
    const git = commitAll(home, '2026-01-05T23:30:00-0500')
    git(['mv', 'a.md', 'b.md'])
    git(['commit', '--quiet', '--message', 'Rename'], '2026-02-01T12:00:00Z')
    const found = history(opened(home), 'b.md', 10)
    expect(found.map(({ day, path }) => [day, path])).toEqual([
      ['2026-02-01', 'b.md'],
      ['2026-01-06', 'a.md'],
    ])
    expect(lastChange(opened(home), 'b.md')?.day).toBe('2026-02-01')
    expect(lastChange(opened(home), 'c.md')).toBeNull()
    expect(renames(opened(home), ['a.md', 'c.md'])).toEqual(new Map([['a.md', 'b.md']]))
  })

  test('what changed since a revision: in commits, in the working tree, and files git does not know', () => {
    const home = folder({ 'a.md': 'a\n', 'b.md': 'b\n', 'c.md': 'c\n' })
    const git = commitAll(home)
    git(['switch', '--quiet', '--create', 'work'])
    put(home, 'a.md', 'changed\n')
    git(['commit', '--all', '--quiet', '--message', 'Change'])
    put(home, 'b.md', 'changed\n')
    put(home, 'new.md', 'new\n')
    expect(changedSince(opened(home), 'main')).toEqual(['a.md', 'b.md', 'new.md'])
    expect(changedSince(opened(home), 'no-such-branch')).toBeNull()
    expect(changedSince(opened(home), '--output=stolen')).toBeNull()
  })

  test('a shallow clone is known as one', () => {
    const home = folder({ 'a.md': 'a\n' })
    const git = commitAll(home)
    put(home, 'a.md', 'b\n')
    git(['commit', '--all', '--quiet', '--message', 'Change'])
    const clone = join(folder(), 'clone')
    git(['clone', '--quiet', '--depth', '1', pathToFileURL(home).href, clone])
    expect(isShallow(opened(clone))).toBe(true)
    expect(isShallow(opened(home))).toBe(false)
  })

  test('a worktree of its own is its own top folder', () => {
    const home = folder({ 'a.md': 'a\n' })
    const git = commitAll(home)
    const other = join(folder(), 'other')
    git(['worktree', 'add', '--quiet', '--detach', other])
    expect(opened(other).root).toBe(other)
    expect(pathInRepository(opened(other), join(other, 'x/y.md'))).toBe('x/y.md')
    expect(pathInRepository(opened(other), join(home, 'a.md'))).toBeNull()
  })

  test.skipIf(process.platform === 'win32')(
    'nothing that the configuration of a hostile repository names is run',
    () => {
      const home = folder({ 'a.md': 'a\n', 'evil.sh': '#!/bin/sh\ntouch "$(dirname "$0")/RAN"\ncat\n' })
      put(home, '.gitattributes', '*.md filter=evil diff=evil\n')
      const git = commitAll(home)
      const evil = join(home, 'evil.sh')
      chmodSync(evil, 0o755)
      for (const key of [
        'core.fsmonitor',
        'core.pager',
        'pager.log',
        'pager.diff',
        'diff.external',
        'diff.evil.command',
        'diff.evil.textconv',
        'filter.evil.clean',
        'filter.evil.smudge',
        'filter.evil.process',
        'gpg.program',
      ])
        git(['config', key, evil])
      git(['config', 'log.showSignature', 'true'])
      git(['config', 'filter.evil.required', 'true'])
      put(home, '.git/hooks/post-index-change', '#!/bin/sh\ntouch RAN\n')
      chmodSync(join(home, '.git/hooks/post-index-change'), 0o755)
      put(home, 'a.md', 'b\n')
      const repository = opened(home)
      history(repository, 'a.md', 5)
      changedSince(repository, 'HEAD')
      fileAt(repository, 'HEAD', 'a.md')
      renames(repository, ['gone.md', 'a.md'])
      expect(existsSync(join(home, 'RAN'))).toBe(false)
      // The trap is a real one: git itself, asked without care, springs it.
      expect(() => gitIn(home)(['diff'])).toThrow('evil')
      expect(existsSync(join(home, 'RAN'))).toBe(true)
    },
  )
})
