/** Hostile notes through every command, in one process: no crash, no hang, no write outside the output folder, a sentence for each that is refused. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contents, personas, remove, type Ran } from '../workbench.ts'
import { hostileNotes, NAMES } from './corpus.ts'
import { hostileHome, LINUX } from './home.ts'

/** Milliseconds of a process's own work that one file may cost. */
const BOUND = 5_000

const dist = (path: string) => JSON.stringify(pathToFileURL(resolve(import.meta.dirname, '../../dist', path)).href)
const READ_EACH = `
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from ${dist('analyze/analyze.js')}
import { readNote } from ${dist('io/read-note.js')}
import { openWorkspace } from ${dist('io/workspace.js')}
const home = process.argv[1]
const workspace = openWorkspace(home, {})
const costs = JSON.parse(readFileSync(0, 'utf8')).map((name) => {
  const before = process.cpuUsage()
  const file = readNote(join(home, 'notes', name), workspace)
  const problems = 'rule' in file ? [file] : prepare(file, workspace.config).problems
  const { user, system } = process.cpuUsage(before)
  return { name, cost: (user + system) / 1_000, problems: problems.length }
})
process.stdout.write(JSON.stringify(costs))
`

const corpus = hostileNotes()
let home: string
let ran: { ingest: Ran; again: Ran; tag: Ran; people: Ran }

beforeAll(async () => {
  home = hostileHome(corpus)
  ran = {
    ingest: await personas(home, ['ingest', 'notes']),
    again: await personas(home, ['ingest', 'notes']),
    tag: await personas(home, ['tag', 'notes', '--all']),
    people: await personas(home, ['people', 'notes']),
  }
}, 600_000)
afterAll(() => remove(home))

test('the corpus has at least 300 files', () => {
  expect(corpus.length + NAMES.length).toBeGreaterThanOrEqual(300)
})

describe('each file alone', () => {
  test('costs less than 5 s, and is refused with a sentence or read', () => {
    // As built, in a process of its own: what measures coverage here doubles the cost.
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', READ_EACH, home], {
      input: JSON.stringify(corpus.map(({ name }) => name)),
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    const costs = JSON.parse(stdout) as { name: string; cost: number; problems: number }[]
    expect(costs.map(({ name }) => name)).toEqual(corpus.map(({ name }) => name))
    expect(costs.filter(({ cost }) => cost > BOUND)).toEqual([])
    const silent = costs.filter(({ problems }, at) => problems === 0 && corpus[at]?.refused === true)
    expect(silent).toEqual([])
  }, 240_000)
})

describe('all of them beside good notes', () => {
  test('no command crashes; unreadable notes make exit 1', () => {
    for (const [command, { code, stderr }] of Object.entries(ran)) {
      expect([command, code]).toEqual([command, 1])
      expect(stderr).not.toMatch(/\bat .*\.[tj]s:\d+|TypeError|RangeError/)
    }
  })

  test('each that has to be refused is named with a sentence, no other is', () => {
    const tagged = new Set(
      ran.tag.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { file: string }).file),
    )
    for (const { name, refused } of corpus) {
      if (refused === true) expect(ran.ingest.stderr).toContain(`notes/${name}\n  error`)
      if (refused !== null) expect([name, tagged.has(`notes/${name}`)]).toEqual([name, !refused])
    }
  })

  test('the good notes come through, each once', () => {
    const pages = contents(join(home, 'personas'))
    expect(pages['finance-leader.md']).toContain('we pay yearly or not at all.')
    expect(ran.ingest.stderr).toContain('notes read')
    const files = ran.tag.stdout
      .split('\n')
      .filter((line) => line.includes('"kind":"note"'))
      .map((line) => (JSON.parse(line) as { file: string }).file)
    expect(new Set(files).size).toBe(files.length)
    expect(files).toContain('notes/folder.md/inside.md')
    for (const name of LINUX ? NAMES.filter((one) => !one.startsWith('.')) : [])
      expect(files).toContain(`notes/names/${name}`)
  })

  test('a second run changes nothing', () => {
    expect(ran.again.stderr).toContain('Nothing changed in personas/.')
  })

  test('nothing was run, polluted or read from outside', () => {
    expect(globalThis).not.toHaveProperty('personasWereRun')
    expect({}).not.toHaveProperty('polluted')
    const written = JSON.stringify(contents(join(home, 'personas')))
    expect(written).not.toContain('Outside')
    expect(written).not.toContain('root:x:')
    for (const path of ['personas-was-here', 'notes/personas-was-here', 'x'])
      expect(existsSync(join(home, path))).toBe(false)
    if (LINUX)
      for (const name of ['passwd.md', 'zero.md', 'out', 'dangling.md', 'self.md', 'pipe.md'])
        expect(ran.ingest.stderr).toContain(`notes/${name}`)
  })

  test('nothing is written outside the output folder', () => {
    const files = Object.keys(contents(join(home, 'outside')))
    expect(files).toEqual(['secret.md'])
    const pages = Object.keys(contents(join(home, 'personas')))
    for (const page of pages)
      expect(page).toMatch(/^(?:evidence\/)?[a-z-]+\.md$|^README\.md$|^themes\.yaml$|^personas\.lock$/)
  })

  test('no mail address, number, password, control sequence or marker of a note is on a page', () => {
    for (const [name, text] of Object.entries(contents(join(home, 'personas')))) {
      expect([name, text.match(/hunter2|dana@|5550 0123|4111 1111|DE89 3704/g)]).toEqual([name, null])
      if (name === 'personas.lock') continue
      // oxlint-disable-next-line no-control-regex
      expect([name, text.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g)]).toEqual([
        name,
        null,
      ])
      if (name.endsWith('.md')) expect(text.match(/<!-- personas:/g)).toHaveLength(2)
    }
  })

  test('no page has a link, image, HTML or footnote that is not its own', () => {
    for (const [name, text] of Object.entries(contents(join(home, 'personas')))) {
      if (!name.endsWith('.md')) continue
      const stack: { type: string; url?: string; value?: string; children?: never[] }[] = [
        remark().use(remarkGfm).parse(text) as never,
      ]
      for (let node = stack.pop(); node; node = stack.pop()) {
        expect([
          'image',
          'imageReference',
          'linkReference',
          'footnoteReference',
          'footnoteDefinition',
          'definition',
        ]).not.toContain(node.type)
        if (node.type === 'html')
          expect(node.value).toMatch(
            /^(?:<!-- personas:(?:begin v1 digest=[0-9a-f]{16} changed=\d{4}-\d{2}-\d{2}|end) -->|<\/?(?:details|summary)>.*)$/,
          )
        if (node.type === 'link')
          expect(node.url).toMatch(/^(?:\.\.\/(?:\.\.\/)?notes\/|[A-Za-z-]+\.md(?:#|$)|#|evidence\/|\.\.\/[a-z-]+\.md)/)
        stack.push(...(node.children ?? []))
      }
    }
  })

  test('nothing on the terminal but text', () => {
    for (const { stdout, stderr } of Object.values(ran))
      // oxlint-disable-next-line no-control-regex
      expect((stdout + stderr).match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g)).toBeNull()
  })
})
