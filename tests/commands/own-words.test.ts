/** What people write themselves, in the codebook, the configuration and below the block, and what they pipe in or let expire. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contents, folder, personas, put } from '../workbench.ts'

const note = (day: string, more = '') =>
  `---\ndate: ${day}\naccount: Hallmann\nparticipants: Maria Lopez (CFO), Tom Berg (IT manager)\n${more}---\n\n**Maria Lopez:** It is too expensive for us. #objection\n`
const DANA = 'dana@hallmann.example'

test('names that people give to themes and personas show nobody, and no way to reach anybody', async () => {
  const config = {
    personas: [{ id: 'money', name: `Whoever signs <b> ${DANA}`, titles: ['CFO'], kind: 'buyer' }],
  }
  const home = folder({ 'notes/a.md': note('2026-03-02'), 'personas.config.json': JSON.stringify(config) })
  expect(await personas(home, ['ingest', 'notes'])).toMatchObject({ code: 0 })
  await personas(home, [
    'themes',
    'rename',
    'price-level',
    `Maria Lopez finds us dear, call +49 30 5550 0123 [x](javascript:y)`,
  ])
  expect(await personas(home, ['ingest', 'notes'])).toMatchObject({ code: 0 })
  const pages = Object.entries(contents(join(home, 'personas'))).filter(([name]) => name.endsWith('.md'))
  expect(pages.map(([, text]) => text).join('')).toContain('finds us dear')
  for (const [name, text] of pages) {
    expect([name, text.match(/Maria|Lopez|dana@|5550|(?<!\\)\]\(javascript/)]).toEqual([name, null])
    // Front matter is no markup, and is shown as it is.
    expect([name, text.replace(/^---\n[^]*?\n---\n/, '').includes('<b>')]).toEqual([name, false])
  }
  expect((await personas(home, ['check'])).stdout).not.toMatch(/privacy\/|persona\/drift/)
})

test('a persona bears the name that its account has, and an account that of a person', async () => {
  const home = folder({ 'notes/a.md': note('2026-03-02').replace('Hallmann', 'Maria Lopez Consulting') })
  await personas(home, ['ingest', 'notes'])
  expect(readFileSync(join(home, 'personas/finance-leader.md'), 'utf8')).toContain('Maria Lopez Consulting')
})

test('a commit that people name below the block is no secret; in what was said, such digits are', async () => {
  const commit = '3f786850e387550fdab836ed7e6dc881de23001b'
  const home = folder({
    'notes/a.md': note('2026-03-02').replace('too expensive', `too expensive with the key ${commit}`),
  })
  await personas(home, ['ingest', 'notes'])
  const page = join(home, 'personas/finance-leader.md')
  const written = readFileSync(page, 'utf8')
  expect(written).not.toContain(commit)
  put(home, 'personas/finance-leader.md', `${written}\nDecided in ${commit}.\n`)
  expect((await personas(home, ['check'])).stdout).not.toContain('privacy/secret')
  put(
    home,
    'personas/finance-leader.md',
    written.replace('## Money', `${commit}\n\n## Money`).replace('## Evidence', `${commit}\n\n## Evidence`),
  )
  expect((await personas(home, ['check'])).stdout).toContain('privacy/secret')
})

test('pages of what was piped in: check says that it can not be read again, and asks for no file named -', async () => {
  const home = folder()
  const bin = resolve(import.meta.dirname, '../../bin/personas.js')
  execFileSync(process.execPath, [bin, 'ingest', '-', '--quiet', '--no-cache'], {
    cwd: home,
    input: note('2026-11-02'),
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  for (const args of [['check'], ['check', '--full']]) {
    const { stdout } = await personas(home, args)
    expect(stdout).toContain('The pages rest on what was piped in, which can not be read again.')
    expect(stdout).not.toContain('The note is gone')
  }
})

test('a note that has expired since is one finding, with --full as well; what somebody changed by hand is another', async () => {
  const home = folder({
    'notes/a.md': note('2026-10-01', 'retention: 2026-11-25\n'),
    'notes/b.md': note('2026-10-05'),
    'notes/c.md': note('2026-10-06', 'retention: 2026-11-28\n'),
  })
  const rules = async (...args: string[]) =>
    [
      ...(await personas(home, ['check', '--full', '--format', 'json', ...args])).stdout.matchAll(
        /"rule": "(note\/retention|persona\/drift)"/g,
      ),
    ].map(([, rule]) => rule)
  await personas(home, ['ingest', 'notes', '--now', '2026-11-22'])
  expect(await rules('--now', '2026-11-25')).toEqual([])
  expect(await rules('--now', '2026-11-26')).toEqual(['note/retention'])
  expect(await rules('--now', '2026-12-01')).toEqual(['note/retention', 'note/retention'])
  await personas(home, ['ingest', 'notes', '--now', '2026-11-26'])
  expect(await rules('--now', '2026-12-01')).toEqual(['note/retention', 'note/retention'])
  const page = join(home, 'personas/finance-leader.md')
  put(
    home,
    'personas/finance-leader.md',
    readFileSync(page, 'utf8').replace('## Evidence', 'They love us.\n\n## Evidence'),
  )
  expect(await rules('--now', '2026-12-01')).toContain('persona/drift')
})
