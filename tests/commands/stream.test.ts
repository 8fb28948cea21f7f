import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { contents, folder, personas, put, remove, temporary } from '../workbench.ts'

const ACME = resolve(import.meta.dirname, '../../fixtures/acme')
const BIN = resolve(import.meta.dirname, '../../bin/personas.js')

function stream(cwd: string, input: string, ...more: string[]) {
  const ran = spawnSync(process.execPath, [BIN, 'tag', '--stdin', 'jsonl', ...more], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return { code: ran.status, lines: ran.stdout.split('\n').filter((line) => line !== ''), stderr: ran.stderr }
}
const parsed = (lines: string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>)

describe('notes tagged as a stream', () => {
  let home: string
  let lines: string[]
  let pages: Record<string, string>

  beforeAll(async () => {
    home = temporary()
    cpSync(join(ACME, 'personas.config.json'), join(home, 'personas.config.json'))
    const names = readdirSync(join(ACME, 'notes'))
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .slice(0, 14)
    for (const name of names) cpSync(join(ACME, 'notes', name), join(home, 'notes', name))
    put(home, 'notes/broken.md', '---\ndate: [\n---\n')
    const input = [...names, 'broken.md']
      .map((name) => JSON.stringify({ path: `notes/${name}`, text: readFileSync(join(home, 'notes', name), 'utf8') }))
      .join('\n')
    const ran = stream(home, input)
    expect(ran.code).toBe(1)
    lines = ran.lines
    await personas(home, ['ingest', 'notes', '--out', 'one-run'])
    pages = contents(join(home, 'one-run'))
  })

  afterAll(() => remove(home))

  test('come out in the order in which they came in, the bad one as a line of its own', () => {
    const files = parsed(lines).flatMap(({ kind, file }) => (kind === 'note' ? [file] : []))
    expect(files).toEqual(files.toSorted())
    expect(files.length).toBe(14)
    expect(parsed(lines).filter(({ kind, severity }) => kind === 'problem' && severity === 'error')).toMatchObject([
      { file: 'notes/broken.md', rule: 'front-matter/invalid' },
    ])
  })

  test('give the same pages as one run, however the records are cut, shuffled and doubled', async () => {
    expect(Object.keys(pages).length).toBeGreaterThan(4)
    const parts = [0, 1, 2].map((part) => lines.filter((_, at) => at % 3 === part).toReversed())
    for (const [at, part] of parts.entries()) writeFileSync(join(home, `part-${at}.jsonl`), `${part.join('\n')}\n`)
    writeFileSync(join(home, 'part-3.jsonl'), `${lines.slice(0, 100).join('\n')}\n`)
    const ran = await personas(home, ['ingest', '--from-tags', 'part-*.jsonl', '--out', 'one-run', '--dry-run'])
    expect(ran.stdout).toBe('')
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('notes/broken.md')
    expect(ran.stderr).toContain('Nothing changed in one-run/.')
  })

  test('are refused where they were tagged with another configuration', async () => {
    const other = folder({ 'tags.jsonl': lines.join('\n'), 'personas.config.json': '{"threshold": 0.5}' })
    const ran = await personas(other, ['ingest', '--from-tags', 'tags.jsonl'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('Tag all notes again')
  })

  test('a record that is none, or whose note is missing, is named with its line; the others count', async () => {
    const people = lines.filter((line) => JSON.parse(line).kind !== 'note')
    const notes = lines.filter((line) => JSON.parse(line).kind === 'note')
    const other = folder({
      'tags.jsonl': ['{"v":1,"kind":"note"}', 'nonsense', ...notes.slice(1), ...people].join('\n'),
      'personas.config.json': readFileSync(join(home, 'personas.config.json')),
    })
    const ran = await personas(other, ['ingest', '--from-tags', 'tags.jsonl'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/tags\.jsonl\n.*line 1: .*\n.*\n.*line 2: .*not JSON/)
    expect(ran.stderr).toContain('not of the note itself')
    expect(ran.stderr).toContain('13 notes read')
  })
})

test('a line that is no note is an error line with its number, and the next is read', () => {
  const note = JSON.stringify({ path: 'a.md', text: '**Maria Lopez (CFO):** It is too expensive for us. #objection' })
  const ran = stream(
    folder(),
    ['', '{"path":"x"}', 'nonsense', note, JSON.stringify({ path: 'b.md', text: 'a\0b' })].join('\n'),
  )
  expect(ran.code).toBe(1)
  expect(parsed(ran.lines).map(({ kind, file, line }) => [kind, file, line ?? null])).toEqual([
    ['problem', 'stdin', 2],
    ['problem', 'stdin', 3],
    ['problem', 'a.md', null],
    ['note', 'a.md', null],
    ['person', 'a.md', null],
    ['statement', 'a.md', 1],
    ['problem', 'b.md', 1],
  ])
})

test('neither notes nor a stream: a sentence', async () => {
  const ran = await personas(folder(), ['tag'])
  expect(ran.code).toBe(2)
  expect(ran.stderr).toContain('--stdin jsonl')
})
