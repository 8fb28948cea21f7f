/** Notes as lines on standard input, in this process: what comes out for each, in order. The contract with other programs is in stream.test.ts. */
import { Readable } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import { folder, personas } from '../workbench.ts'

afterEach(() => vi.restoreAllMocks())

const note = (words: string) =>
  `---\ndate: 2026-03-02\naccount: Hallmann\nparticipants: Maria Lopez (CFO)\n---\n\n**Maria Lopez:** ${words} #objection\n`
const line = (path: string, text: string) => JSON.stringify({ path, text })

async function tagged(lines: string[], ...args: string[]) {
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([`${lines.join('\n')}\n`]) as never)
  const ran = await personas(folder({ 'personas.config.json': '{}', 'themes.yaml': CODEBOOK }), [
    'tag',
    '--stdin',
    'jsonl',
    ...args,
  ])
  const records = ran.stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Record<string, unknown>)
  return { code: ran.code, records }
}
const CODEBOOK = 'version: 1\nthemes:\n  - {id: dear, name: They find us dear, tag: objection, keywords: [expensive]}\n'

test('each note gives its records in order, and a line that is none gives a problem in its place', async () => {
  const { code, records } = await tagged([
    line('notes/a.md', note('It is too expensive for us.')),
    '{"path": 1}',
    'no JSON',
    '',
    line('notes/b.md', note('We had a bad time with the last one.')),
  ])
  expect(code).toBe(1)
  expect(records.filter(({ kind }) => kind !== 'person').map(({ kind, file, rule }) => [kind, rule ?? file])).toEqual([
    ['note', 'notes/a.md'],
    ['statement', 'notes/a.md'],
    ['problem', 'stdin/invalid'],
    ['problem', 'stdin/invalid'],
    ['note', 'notes/b.md'],
    ['statement', 'notes/b.md'],
  ])
})

test('with a codebook each signal has its theme', async () => {
  const { code, records } = await tagged(
    [line('notes/a.md', note('It is too expensive for us.'))],
    '--codebook',
    'themes.yaml',
  )
  expect(code).toBe(0)
  expect(records.find(({ kind }) => kind === 'statement')).toMatchObject({ theme: 'dear', persona: 'finance-leader' })
})

test('a note that can not be read is named, and the run says so in its exit code', async () => {
  const { code, records } = await tagged([line('notes/a.md', '---\n{ broken\n---\nHi.\n')])
  expect(code).toBe(1)
  expect(records).toMatchObject([{ kind: 'problem', file: 'notes/a.md', line: expect.any(Number) }])
})
