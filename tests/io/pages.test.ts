import { chmodSync, existsSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOutputFolder, withRunLock, writeFiles } from '../../src/io/pages.ts'
import { contents, folder } from '../workbench.ts'

describe('writeFiles', () => {
  test('makes folders, replaces files, and leaves no temporary file behind', async () => {
    const home = folder({ 'a.md': 'old' })
    await writeFiles(home, [
      { path: 'a.md', text: 'new' },
      { path: 'evidence/a.md', text: 'quotes' },
    ])
    expect(contents(home)).toEqual({ 'a.md': 'new', 'evidence/a.md': 'quotes' })
  })

  test.skipIf(process.platform === 'win32')('keeps the mode of a file', async () => {
    const home = folder({ 'a.md': 'old' })
    chmodSync(join(home, 'a.md'), 0o640)
    await writeFiles(home, [{ path: 'a.md', text: 'new' }])
    expect(statSync(join(home, 'a.md')).mode & 0o777).toBe(0o640)
  })

  test('says how far it came when a file can not be written, and keeps the old one', async () => {
    const home = folder({ 'b.md/in-the-way': '' })
    const files = [
      { path: 'a.md', text: 'new' },
      { path: 'b.md', text: 'new' },
    ]
    await expect(writeFiles(home, files)).rejects.toThrow('1 of 2 files were written.')
    expect(contents(home)).toEqual({ 'a.md': 'new', 'b.md/in-the-way': '' })
  })
})

describe('withRunLock', () => {
  test('lets one run write at a time, and takes the lock away afterwards', async () => {
    const home = folder()
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await writeFiles(home, [{ path: 'a.md', text: `${inside}` }])
      inside -= 1
    }
    await Promise.all(Array.from({ length: 8 }, () => withRunLock(home, work)))
    expect(most).toBe(1)
    expect(readdirSync(home)).toEqual(['a.md'])
  })

  test('frees the lock when the work fails', async () => {
    const home = folder()
    await expect(withRunLock(home, () => Promise.reject(new Error('boom')))).rejects.toThrow('boom')
    expect(existsSync(join(home, '.writing'))).toBe(false)
  })

  test('says that the output folder is a file', async () => {
    const home = folder({ personas: 'a file' })
    await expect(withRunLock(join(home, 'personas'), async () => {})).rejects.toThrow('it is a file, not a folder')
  })

  test.skipIf(process.platform === 'win32')('says that the output folder is read-only, for root as well', async () => {
    const home = folder()
    chmodSync(home, 0o555)
    await expect(withRunLock(home, async () => {})).rejects.toThrow('permission denied')
    chmodSync(home, 0o755)
  })
})

describe('readOutputFolder', () => {
  test('reads pages, evidence, codebook, corrections and lock, and nothing else', () => {
    const files = {
      'a.md': '1',
      'evidence/a.md': '2',
      'themes.yaml': '3',
      'corrections.jsonl': '4',
      'personas.lock': '5',
    }
    const home = folder({ ...files, 'logo.png': 'x', 'deep/er/a.md': 'x' })
    expect(Object.fromEntries(readOutputFolder(home))).toEqual(files)
  })

  test('a missing folder is an empty one', () => {
    expect(readOutputFolder(join(folder(), 'nowhere')).size).toBe(0)
  })

  test('a page that is not UTF-8 stops the run: written again, its bytes would be lost', () => {
    const home = folder({ 'a.md': Buffer.from('Grüße', 'latin1') })
    expect(() => readOutputFolder(home)).toThrow('it is not UTF-8 text')
  })

  test('a page that is a link stops the run: what it leads to is not ours to write', () => {
    const home = folder({ 'mine.md': 'MINE', 'personas/.keep': '' })
    symlinkSync(join(home, 'mine.md'), join(home, 'personas/a.md'))
    expect(() => readOutputFolder(join(home, 'personas'))).toThrow('it is a symbolic link')
  })
})
