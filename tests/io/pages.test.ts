import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readOutputFolder, writeFiles } from '../../src/io/pages.ts'
import { withRunLock } from '../../src/io/run-lock.ts'
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

  test('takes over at once what a killed run has left, and says so', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    const home = folder({
      'a.md': 'old',
      '.writing-by': `${gone} ${hostname()}\n`,
      'a.md.1234567': 'half',
      'evidence/a.md.7654321': 'half',
    })
    mkdirSync(join(home, '.writing'))
    const begin = performance.now()
    const said: string[] = []
    await withRunLock(
      home,
      () => writeFiles(home, [{ path: 'a.md', text: 'new' }]),
      (text) => void said.push(text),
    )
    expect(performance.now() - begin).toBeLessThan(5_000)
    expect(said.join('')).toContain('it was taken over')
    expect(contents(home)).toEqual({ 'a.md': 'new' })
  })

  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends a run at once that is busy computing, and the next one takes its lock over',
    async (signal) => {
      const home = folder({ 'a.md': 'old' })
      const library = pathToFileURL(resolve(import.meta.dirname, '../../dist/io/run-lock.js')).href
      const program = `import { withRunLock } from ${JSON.stringify(library)}
        await withRunLock(${JSON.stringify(home)}, async () => { console.log('busy'); for (;;); })`
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' })
      onTestFinished(() => void child.kill('SIGKILL'))
      await once(child.stdout, 'data')
      const begin = performance.now()
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([null, signal])
      expect(performance.now() - begin).toBeLessThan(1_000)
      const said: string[] = []
      await withRunLock(
        home,
        () => writeFiles(home, [{ path: 'a.md', text: 'new' }]),
        (text) => void said.push(text),
      )
      expect(said.join('')).toContain('it was taken over')
      expect(contents(home)).toEqual({ 'a.md': 'new' })
    },
  )

  test('waits for a run that is alive, and says so', async () => {
    const home = folder()
    let tell: (sentence: string) => void = () => {}
    const told = new Promise<string>((resolve) => (tell = resolve))
    let order = ''
    let begun = () => {}
    const inside = new Promise<void>((resolve) => (begun = resolve))
    const first = withRunLock(home, async () => {
      begun()
      expect(await told).toContain('Another run is writing to')
      order += '1'
    })
    await inside
    await withRunLock(home, async () => void (order += '2'), tell)
    await first
    expect(order).toBe('12')
  })

  test.skipIf(!existsSync('/proc/self'))('says where no folder can be made, and does not try for ever', async () => {
    await expect(withRunLock('/proc/personas/out', async () => {})).rejects.toThrow('can not be written')
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
