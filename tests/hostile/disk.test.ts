/** The disk is full, may not be read or written, or changes under a run: the run says so in a sentence, every file is old or new, and the next run ends the work. */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atTop, contents, folder, personas, put, remove, temporary } from '../workbench.ts'
import { installFaults, watching } from './faults.ts'

installFaults()

const BIN = resolve(import.meta.dirname, '../../bin/personas.js')
const OWN = '\n## Team notes\n\nAsk *Dana* first.\n'
const note = (words: string, day: string) =>
  `---\ndate: ${day}\naccount: Hallmann\nparticipants: Maria Lopez (CFO), Tom Berg (IT manager)\n---\n\n**Maria Lopez:** ${words} #objection\n`
/** What happened, and what to do: two lines, and never a stack trace. */
const SENTENCE = /^(?:(?:notes|personas).*\n(?: {2}.*\n {4}.*\n)+)*personas: .+\n.+\n$/

let before: string
let oldFiles: Record<string, string>
let newFiles: Record<string, string>

beforeAll(async () => {
  before = temporary()
  put(before, 'notes/a.md', note('It is too expensive for us.', '2026-03-02'))
  await personas(before, ['ingest', 'notes'])
  for (const [name, text] of Object.entries(contents(join(before, 'personas'))))
    if (/^[a-z-]+\.md$/.test(name)) put(before, `personas/${name}`, text + OWN)
  oldFiles = contents(join(before, 'personas'))
  put(before, 'notes/b.md', note('We had a bad time with the last one.', '2026-04-02'))
  const home = temporary()
  cpSync(before, home, { recursive: true })
  await personas(home, ['ingest', 'notes'])
  newFiles = contents(join(home, 'personas'))
  remove(home)
  expect(newFiles).not.toEqual(oldFiles)
}, 120_000)
afterAll(() => remove(before))

function copy(): string {
  const home = folder()
  cpSync(before, home, { recursive: true })
  return home
}

/** Every file is as it was or as it was to become. */
function oldOrNew(home: string): void {
  for (const [name, text] of Object.entries(contents(join(home, 'personas'))))
    expect([name, [oldFiles[name], newFiles[name]].includes(text)]).toEqual([name, true])
}

async function ends(home: string): Promise<void> {
  expect(await personas(home, ['ingest', 'notes', '--quiet'])).toMatchObject({ code: 0 })
  expect(contents(join(home, 'personas'))).toEqual(newFiles)
  expect(readdirSync(join(home, 'personas')).toSorted()).toEqual(atTop(newFiles))
}

describe('a call of the system fails', () => {
  test.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS'])(
    'with %s, from any call on that changes the disk: a sentence, every file old or new, and the next run ends the work',
    async (code) => {
      const home = copy()
      const out = join(home, 'personas')
      const run = (from: number) =>
        watching(
          out,
          ({ number }) => (from >= 0 && number >= from ? code : undefined),
          () => personas(home, ['ingest', 'notes', '--quiet']),
        )
      const { calls } = await run(-1)
      expect(calls).toBeGreaterThan(15)
      for (let from = 0; from < calls; from += 1) {
        for (const [name, text] of Object.entries(oldFiles)) put(home, `personas/${name}`, text)
        const { result } = await run(from)
        oldOrNew(home)
        // Whoever could write everything and not sign off has done the work.
        if (result.code !== 0)
          expect([from, result.code, result.stderr]).toEqual([from, 2, expect.stringMatching(SENTENCE)])
        else expect([from, contents(out)]).toEqual([from, newFiles])
      }
      await ends(home)
    },
    240_000,
  )

  test('a page that somebody saves while the run goes on is not written over', async () => {
    const home = copy()
    const page = join(home, 'personas/README.md')
    const mine = `${oldFiles['README.md']}Typed just now.\n`
    let saved = false
    const { result } = await watching(
      join(home, 'personas'),
      ({ path }) => {
        if (!saved && path.includes('finance-leader.md.')) {
          saved = true
          writeFileSync(page, mine)
        }
        return undefined
      },
      () => personas(home, ['ingest', 'notes', '--quiet']),
    )
    expect(saved).toBe(true)
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('was changed by somebody else') })
    expect(readFileSync(page, 'utf8')).toBe(mine)
    expect(await personas(home, ['ingest', 'notes', '--quiet'])).toMatchObject({ code: 0 })
    expect(readFileSync(page, 'utf8')).toBe(`${newFiles['README.md']}Typed just now.\n`)
  })

  test('the output folder turns into a file on the way', async () => {
    const home = copy()
    const out = join(home, 'personas')
    const { result } = await watching(
      out,
      ({ name }) => {
        if (name === 'renameSync' && existsSync(join(out, 'themes.yaml'))) {
          renameSync(out, join(home, 'moved'))
          writeFileSync(out, 'a file')
        }
        return undefined
      },
      () => personas(home, ['ingest', 'notes', '--quiet']),
    )
    expect(result).toMatchObject({ code: 2, stderr: expect.stringMatching(SENTENCE) })
    expect(readFileSync(out, 'utf8')).toBe('a file')
    rmSync(out)
    renameSync(join(home, 'moved'), out)
    // This process lives on, as no run does that has ended: its lock looks held.
    rmSync(join(out, '.writing'), { recursive: true })
    await ends(home)
  })

  test.each(['ingest', 'check', 'quotes', 'forget', 'themes', 'diff'])(
    'the output folder is a file: %s says so',
    async (command) => {
      const home = folder({ 'notes/a.md': note('It is too expensive.', '2026-03-02'), personas: 'a file' })
      const args = { forget: ['Maria Lopez'], themes: ['list'], diff: [] as string[] }[command] ?? ['notes']
      const ran = await personas(home, [command, ...args])
      if (command !== 'quotes') expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(SENTENCE) })
      expect(readFileSync(join(home, 'personas'), 'utf8')).toBe('a file')
    },
  )
})

describe('a note changes while it is read', () => {
  const LATE = 'A second thought came in late. #objection\n'

  test('one that vanishes between the listing and the reading is named, the others come through', async () => {
    const home = copy()
    const { result } = await watching(
      join(home, 'notes'),
      ({ name, path }) => {
        if (name === 'openSync' && path.endsWith('a.md')) rmSync(join(home, 'notes/b.md'), { force: true })
        return undefined
      },
      () => personas(home, ['ingest', 'notes']),
    )
    expect(result.code).toBe(1)
    expect(result.stderr).toContain('notes/b.md\n  error The note could not be read: it does not exist.')
    expect(result.stderr).toContain('1 note read, 1 could not be read')
  })

  test('one that is saved in the middle of the reading is read again, as a whole', async () => {
    const home = copy()
    const path = join(home, 'notes/b.md')
    let times = 0
    let saved = false
    const { result } = await watching(
      join(home, 'notes'),
      (call) => {
        if (call.name === 'openSync' && call.path === path) times += 1
        if (call.name === 'readSync' && call.path === path && !saved) {
          saved = true
          appendFileSync(path, LATE)
        }
        return undefined
      },
      () => personas(home, ['tag', 'notes']),
    )
    expect(times).toBe(2)
    expect(result.code).toBe(0)
    expect(result.stdout).toContain('A second thought')
  })

  test('one that never rests is named', async () => {
    const home = copy()
    const path = join(home, 'notes/b.md')
    const { result } = await watching(
      join(home, 'notes'),
      (call) => {
        if (call.name === 'readSync' && call.path === path) appendFileSync(path, LATE)
        return undefined
      },
      () => personas(home, ['tag', 'notes']),
    )
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('being written all the while') })
    expect(result.stdout).toContain('notes/a.md')
  })

  test('one that changes between reading and writing makes pages of what was read, and check knows', async () => {
    const home = copy()
    let changed = false
    const { result } = await watching(
      join(home, 'personas'),
      ({ number }) => {
        if (number === 0) appendFileSync(join(home, 'notes/b.md'), LATE)
        changed ||= number === 0
        return undefined
      },
      () => personas(home, ['ingest', 'notes', '--quiet']),
    )
    expect([changed, result.code]).toEqual([true, 0])
    expect(contents(join(home, 'personas'))).toEqual(newFiles)
    expect((await personas(home, ['check'])).stdout).toContain('lock/notes')
  })

  test('a folder of notes that vanishes on the way', async () => {
    const home = copy()
    put(home, 'notes/sub/c.md', note('Too slow.', '2026-05-02'))
    const { result } = await watching(
      join(home, 'notes'),
      ({ name, path }) => {
        if (name === 'readdirSync' && path.endsWith('sub'))
          rmSync(join(home, 'notes/sub'), { recursive: true, force: true })
        return undefined
      },
      () => personas(home, ['ingest', 'notes']),
    )
    expect(result).toMatchObject({ code: 0, stderr: expect.stringContaining('2 notes read') })
  })
})

/** Who may read everything is asked as somebody who may not. */
const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
const bin = (home: string, args: string[]) =>
  spawnSync(process.execPath, [BIN, ...args], {
    cwd: home,
    encoding: 'utf8',
    ...asNobody,
    env: { PATH: process.env['PATH'], SOURCE_DATE_EPOCH: '1795305600' },
  })

describe.skipIf(process.platform === 'win32')('no permission', () => {
  function open(): string {
    const home = copy()
    for (const path of ['', ...readdirSync(home, { recursive: true, encoding: 'utf8' })])
      chmodSync(join(home, path), 0o777)
    return home
  }

  test('a note and a folder that may not be read are named, the others come through', () => {
    const home = open()
    mkdirSync(join(home, 'notes/closed'))
    put(home, 'notes/closed/c.md', note('Too slow.', '2026-05-02'))
    chmodSync(join(home, 'notes/a.md'), 0)
    chmodSync(join(home, 'notes/closed'), 0)
    const ran = bin(home, ['ingest', 'notes'])
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain('notes/a.md\n  error The note could not be read: permission denied.')
    expect(ran.stderr).toContain('notes/closed\n  error The note could not be read: permission denied.')
    expect(contents(join(home, 'personas'))['finance-leader.md']).toContain('a bad time with the last one')
    chmodSync(join(home, 'notes/closed'), 0o777)
  })

  test.each([
    ['personas', 0o555, 'can not be written'],
    ['personas/finance-leader.md', 0, 'could not be read'],
    ['personas/themes.yaml', 0, 'could not be read'],
    ['personas.config.json', 0, 'could not be read'],
    ['notes', 0, 'could not be read'],
  ])('%s with mode %o ends the run with a sentence', (path, mode, says) => {
    const home = open()
    if (path === 'personas.config.json') put(home, path, '{}')
    const files = contents(join(home, 'personas'))
    chmodSync(join(home, path), mode)
    const ran = bin(home, ['ingest', 'notes'])
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining(says)])
    expect(ran.stderr).toContain('permission denied')
    chmodSync(join(home, path), 0o777)
    expect(contents(join(home, 'personas'))).toEqual(files)
  })
})

/** Where the system lets us mount: a disk of our own, filled to the last few kilobytes, or read-only. */
const mounts =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mkdir -p /tmp/.m && mount -t tmpfs tmpfs /tmp/.m']).status === 0
const onDisk = (home: string, script: string) =>
  spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `mount -t tmpfs -o size=256k tmpfs personas && cp -R old/. personas/ && ${script}`],
    {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE: process.execPath, BIN, SOURCE_DATE_EPOCH: '1795305600' },
    },
  )

describe.skipIf(!mounts)('a disk of its own', () => {
  const INGEST = '"$NODE" "$BIN" ingest notes --quiet; echo "code $?"'

  test.each([0, 4, 8, 12, 20])('that has %i kB left', (left) => {
    const home = copy()
    renameSync(join(home, 'personas'), join(home, 'old'))
    mkdirSync(join(home, 'personas'))
    const fill = `head -c ${left * 1024} /dev/zero > personas/left.tmp; cat /dev/zero > personas/filler.tmp 2>/dev/null; rm -f personas/left.tmp`
    const ran = onDisk(
      home,
      `{ ${fill}; ${INGEST}; cp -R personas half; rm personas/filler.tmp; ${INGEST}; cp -R personas whole; }`,
    )
    const codes = [...ran.stdout.matchAll(/code (\d+)/g)].map(([, code]) => code)
    expect([codes[1], ran.stderr]).toEqual(['0', expect.any(String)])
    expect(['0', '2']).toContain(codes[0])
    if (left === 0) expect(codes[0]).toBe('2')
    if (codes[0] === '2') expect(ran.stderr).toMatch(/^personas: .*the disk is full.*\n.+\n$/)
    for (const [name, text] of Object.entries(contents(join(home, 'half'))))
      if (name in newFiles) expect([name, [oldFiles[name], newFiles[name]].includes(text)]).toEqual([name, true])
    expect(contents(join(home, 'whole'))).toEqual(newFiles)
  })

  test('that is read-only', () => {
    const home = copy()
    renameSync(join(home, 'personas'), join(home, 'old'))
    mkdirSync(join(home, 'personas'))
    const ran = onDisk(home, `{ mount -o remount,ro personas; ${INGEST}; cp -R personas half; }`)
    expect(ran.stdout).toContain('code 2')
    expect(ran.stderr).toMatch(/^personas: .*the disk is read-only.*\n.+\n$/)
    expect(contents(join(home, 'half'))).toEqual(oldFiles)
  })
})
