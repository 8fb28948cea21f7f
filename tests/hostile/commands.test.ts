/**
 * The hostile corpus through every command beside ingest, tag and people (hostile.test.ts), in one process: none crashes, none writes
 * outside the output folder, each tells of what it refused, and what the good notes beside it say still comes through.
 */
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contents, personas, put, remove, type Ran } from '../workbench.ts'
import { commitAll } from '../repository.ts'
import { hostileNotes, INJECTIONS } from './corpus.ts'
import { hostileHome, LINUX } from './home.ts'

const LONG = process.env['PERSONAS_LONG'] === '1'
/** Two files cost as much as all others together; here they take part in the long run alone, hostile.test.ts has them always. */
const COSTLY = /nested-bullets\.md|million-stars-in-lines/
const corpus = hostileNotes().filter(({ name }) => LONG || !COSTLY.test(name))
const refused = corpus.filter((one) => one.refused === true).map(({ name }) => name)
/** Words of the good note. */
const GOOD = 'we pay yearly or not at all'
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

let home: string

beforeAll(async () => {
  home = hostileHome(corpus)
  await personas(home, ['ingest', 'notes', '--quiet'])
  const git = commitAll(home)
  git(['checkout', '--quiet', '-b', 'work'])
  put(home, 'notes/later.md', 'date: 2026-05-04\naccount: Tarn\n\nEve Moss (CTO): We have no budget left. #budget\n')
  for (const { name, bytes } of corpus) put(home, `labels/${name.replace(/md$/, 'jsonl')}`, labels(bytes))
  put(home, 'labels/good.jsonl', `{"line":7,"text":"${GOOD}","tag":"budget"}\n`)
}, 900_000)
afterAll(() => remove(home))

/** Some are labels, most are not. */
function labels(bytes: string | Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8', 0, 500)
  return `${JSON.stringify({ line: 5, text, tag: 'objection' })}\n`
}

/** Kind, size and content of everything outside the output folder and git's own. */
function tree(): Record<string, string> {
  const found: Record<string, string> = {}
  const visit = (below: string): void => {
    for (const name of readdirSync(join(home, below))) {
      const path = below === '' ? name : `${below}/${name}`
      if (path === 'personas' || path === '.git') continue
      const info = lstatSync(join(home, path))
      if (info.isDirectory()) visit(path)
      else if (info.isSymbolicLink()) found[path] = `link ${readlinkSync(join(home, path))}`
      else if (info.isFile())
        found[path] = createHash('sha1')
          .update(readFileSync(join(home, path)))
          .digest('hex')
      else found[path] = 'other'
    }
  }
  visit('')
  return found
}

interface Case {
  args: string[]
  code: number
  /** Names every note that has to be refused. */
  names: boolean
  /** What stands in its output, of the good notes. */
  says: string
}

const CASES: Case[] = [
  { args: ['ingest', 'notes', '--dry-run'], code: 1, names: true, says: 'no budget left' },
  { args: ['ingest', 'notes', '--check', '--format', 'json'], code: 1, names: true, says: '"notes"' },
  { args: ['check', '--git'], code: 1, names: true, says: 'later.md' },
  { args: ['check', 'notes', '--full', '--fix', '--format', 'json'], code: 1, names: true, says: 'later.md' },
  { args: ['diff', '--format', 'markdown'], code: 0, names: false, says: '' },
  { args: ['eval', 'labels', '--notes', 'notes', '--format', 'markdown'], code: 1, names: true, says: 'F1' },
  { args: ['quotes', 'notes', '--text', 'yearly'], code: 1, names: true, says: GOOD },
  { args: ['quotes', '--format', 'markdown'], code: 0, names: false, says: GOOD },
  { args: ['questions', 'notes'], code: 1, names: true, says: '' },
  { args: ['themes', 'list', 'notes'], code: 1, names: true, says: 'budget' },
  // Broken front matter hides no name from it; what is no text, does.
  { args: ['forget', 'Nobody Atall', 'notes'], code: 1, names: false, says: 'utf16le' },
]

describe('the corpus beside good notes', () => {
  test.each(CASES)(
    '$args',
    async ({ args, code, names, says }) => {
      const before = tree()
      const ran = await personas(home, args)
      expect([ran.code, ran.stderr.slice(0, 2_000)]).toEqual([code, expect.any(String)])
      expect(ran.stdout + ran.stderr).toContain(says)
      expect(ran.stderr + ran.stdout).not.toMatch(/^\s+at .*\.[tj]s:\d+|TypeError:|RangeError:/m)
      if (names) {
        const said = ran.stdout + ran.stderr
        expect(refused.filter((name) => !said.includes(name))).toEqual([])
      }
      expect((ran.stderr + ran.stdout).match(CONTROL)).toBeNull()
      expect(tree()).toEqual(before)
    },
    600_000,
  )

  test.each(['pretty', 'github', 'sarif', 'junit', 'markdown'])(
    'check as %s holds every refusal and no control sequence',
    async (format) => {
      const ran = await personas(home, ['check', 'notes', '--format', format])
      expect(ran.code).toBe(1)
      expect(ran.stdout.match(CONTROL)).toBeNull()
      const listed = format === 'github' || format === 'markdown' ? refused.slice(0, 1) : refused
      expect(listed.filter((name) => !ran.stdout.includes(name))).toEqual([])
      // GitHub obeys a line that begins so: each is of ours, none of a note.
      for (const line of format === 'github' ? ran.stdout.split('\n') : [])
        if (line.startsWith('::'))
          expect(line).toMatch(/^::(?:error|warning|notice) file=[^:]*(?:,line=\d+)?(?:,title=[^:]*)?::/)
    },
    120_000,
  )

  test('explain says of every single one why, or why not', async () => {
    for (const { name } of corpus) {
      const ran = await personas(home, ['explain', `notes/${name}:7`])
      expect([name, [0, 2].includes(ran.code)]).toEqual([name, true])
      expect([name, (ran.stdout + ran.stderr).match(CONTROL)]).toEqual([name, null])
      if (refused.includes(name)) expect([name, ran.code, ran.stderr.includes(name)]).toEqual([name, 2, true])
    }
    expect((await personas(home, ['explain', 'notes/good.md:7'])).stdout).toContain('budget')
  }, 600_000)
})

describe('hostile words as arguments', () => {
  test.each(INJECTIONS.map((text) => [text]))(
    'new, themes, forget, quotes: %j',
    async (text) => {
      const before = tree()
      const made = await personas(home, ['new', 'demo', `--account=${text}`, `--with=${text}`, '--folder=made'])
      const after = Object.keys(tree()).filter((path) => !(path in before))
      expect(after.every((path) => /^made\/2026-11-22-[a-z0-9-]*\.md$/.test(path))).toBe(true)
      if (made.code === 0) expect(after).toHaveLength(1)
      else expect(made.stderr).toMatch(/^personas: .*\n.+\n/)
      for (const path of after) remove(join(home, path))
      const codebook = readFileSync(join(home, 'personas/themes.yaml'), 'utf8')
      const id = /^ +- id: (\S+)/m.exec(codebook)?.[1] ?? ''
      for (const args of [
        ['themes', 'rename', id, text],
        ['themes', 'alias', id, text],
        ['themes', 'split', id, `Split ${text}`, '--keywords', text],
        ['themes', 'list', '--format', 'markdown'],
        ['themes', 'list'],
        ['forget', `Nobody ${text}`, '--dry-run'],
      ]) {
        const ran = await personas(home, ['--', ...args].slice(args[0] === 'themes' || args[0] === 'forget' ? 1 : 0))
        expect([args, ran.code <= 2, (ran.stdout + ran.stderr).match(CONTROL)]).toEqual([args, true, null])
      }
      writeFileSync(join(home, 'personas/themes.yaml'), codebook)
      expect({}).not.toHaveProperty('polluted')
    },
    120_000,
  )
})

describe('a hostile repository', () => {
  test.runIf(LINUX)(
    'a lock that names files elsewhere leads nowhere',
    async () => {
      const lock = readFileSync(join(home, 'personas/personas.lock'), 'utf8')
      const elsewhere = [
        '/etc/passwd',
        '../../../../../../../../etc/passwd',
        'notes/passwd.md',
        'notes/zero.md',
        '/x.md',
        'notes/pipe.md',
      ]
      put(
        home,
        'personas/personas.lock',
        `${lock}${elsewhere.map((path) => `note ${'0'.repeat(16)} ${path}\n`).join('')}`,
      )
      for (const args of [['check'], ['diff'], ['quotes'], ['questions'], ['check', '--full', '--fix']]) {
        const ran = await personas(home, args)
        expect([args, ran.code <= 1]).toEqual([args, true])
        expect(ran.stdout + ran.stderr).not.toMatch(/root:x:|Outside/)
      }
      put(home, 'personas/personas.lock', lock)
    },
    600_000,
  )

  test('init leaves what is there', async () => {
    const before = contents(join(home, 'outside'))
    put(home, '.pre-commit-config.yaml', 'repos: &a [*a]\n')
    const ran: Ran = await personas(home, ['init', '--yes', '--company', '$(touch x)', '--owner', '@a b\n* @evil'])
    expect(ran.code).toBeLessThanOrEqual(2)
    expect(readFileSync(join(home, '.pre-commit-config.yaml'), 'utf8')).toBe('repos: &a [*a]\n')
    expect(contents(join(home, 'outside'))).toEqual(before)
  })
})
