/** Hostile notes as a stream, hostile tags from elsewhere, and a cache that somebody has been at. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contents, folder, personas, put } from '../workbench.ts'
import { hostileNotes, INJECTIONS } from './corpus.ts'

const BIN = resolve(import.meta.dirname, '../../bin/personas.js')
const NOTE =
  '---\ndate: 2026-03-02\naccount: Hallmann\nparticipants: Maria Lopez (CFO)\n---\n\n**Maria Lopez:** It is too expensive for us. #objection\n'
const TRACE = /^\s+at .*\.[tj]s:\d+|TypeError:|RangeError:/m
/** Two files cost as much as all others, and one is larger than a line may be. */
const corpus = hostileNotes().filter(({ name }) => !/nested-bullets\.md|million-stars-in-lines|50-mb/.test(name))

function stream(home: string, input: string) {
  const ran = spawnSync(process.execPath, [BIN, 'tag', '--stdin', 'jsonl'], {
    cwd: home,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { PATH: process.env['PATH'], SOURCE_DATE_EPOCH: '1795305600' },
  })
  return { code: ran.status, out: ran.stdout, err: ran.stderr, lines: ran.stdout.split('\n').filter(Boolean) }
}

test('the corpus as a stream: no crash, each line in its place, each refusal a line', () => {
  const broken = [
    '{',
    '[]',
    'null',
    '{"path":1}',
    '{"path":"../../x.md","text":"a"}',
    '{"__proto__":{"polluted":1},"path":"p.md","text":"Hi."}',
    '['.repeat(100_000),
    '\u0000',
  ]
  const input = [
    ...corpus.map(({ name, bytes }) =>
      JSON.stringify({ path: `notes/${name}`, text: Buffer.from(bytes).toString('utf8') }),
    ),
    ...broken,
    JSON.stringify({ path: 'notes/good.md', text: NOTE }),
  ].join('\n')
  const ran = stream(folder(), input)
  expect([ran.code, ran.err]).toEqual([1, expect.not.stringMatching(TRACE)])
  // oxlint-disable-next-line no-control-regex
  expect(ran.out.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g)).toBeNull()
  const records = ran.lines.map((line) => JSON.parse(line) as { kind: string; file: string; text?: string })
  expect(records.some(({ file, text }) => file === 'notes/good.md' && text === 'It is too expensive for us.')).toBe(
    true,
  )
  const said = new Set(records.map(({ file }) => file))
  for (const { name, refused } of corpus)
    if (refused !== true) continue
    else if (!/utf16|latin1|surrogate|overlong|cut-off|beyond|random|png/.test(name))
      expect(said).toContain(`notes/${name}`)
  expect({}).not.toHaveProperty('polluted')
}, 240_000)

test('what other programs have tagged is escaped and redacted like a note, whatever stands in it', async () => {
  const home = folder()
  const tagged = stream(home, `${JSON.stringify({ path: 'notes/a.md', text: NOTE })}\n`)
  expect(tagged.code).toBe(0)
  const hostile = (words: string) =>
    tagged.lines
      .map((line) => {
        const record = JSON.parse(line) as Record<string, unknown>
        for (const key of [
          'text',
          'account',
          'industry',
          'title',
          'company',
          'heading',
          'name',
          'speaker',
          'persona',
          'theme',
          'retention',
          'size',
        ])
          if (key in record) record[key] = words
        return JSON.stringify(record)
      })
      .join('\n')
  for (const [at, words] of INJECTIONS.entries()) {
    put(home, `tags/${at}.jsonl`, hostile(words))
    const ran = await personas(home, ['ingest', '--from-tags', `tags/${at}.jsonl`, '--out', `out-${at}`])
    expect([words, ran.code <= 2, ran.stderr.match(TRACE)]).toEqual([words, true, null])
    // oxlint-disable-next-line no-control-regex
    expect(ran.stderr.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g)).toBeNull()
    const pages = ran.code === 2 ? {} : contents(join(home, `out-${at}`))
    for (const [name, text] of Object.entries(pages)) {
      expect([name, text.match(/<script|<img|<a |(?<!\\)\]\(javascript|hunter2|dana@/gi)]).toEqual([name, null])
      if (name.endsWith('.md')) expect(text.match(/<!-- personas:/g)).toHaveLength(2)
    }
  }
  expect(readdirSync(home).filter((name) => !/^(?:out-\d+|tags|notes)$/.test(name))).toEqual([])
}, 240_000)

test.each<[string, string | Uint8Array]>([
  ['no-json.jsonl', '{"v":1,\n'],
  ['deep.jsonl', `${'['.repeat(200_000)}\n`],
  ['other.jsonl', '{"v":2,"kind":"note"}\n'],
  ['types.jsonl', '{"v":1,"kind":"note","file":{"a":1},"date":[]}\n'],
  ['proto.jsonl', '{"__proto__":{"polluted":true},"v":1,"kind":"statement"}\n'],
  ['binary.jsonl', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 2654435761) >>> 24))],
  ['empty.jsonl', ''],
  ['empty.parquet', ''],
  ['random.parquet', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 2654435761) >>> 24))],
  [
    'magic.parquet',
    Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(64, 255), Buffer.from([255, 255, 255, 127]), Buffer.from('PAR1')]),
  ],
  [
    'footer.parquet',
    Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(64, 0x1c), Buffer.from([40, 0, 0, 0]), Buffer.from('PAR1')]),
  ],
])('tags that are none (%s) end with a sentence', async (name, bytes) => {
  const home = folder({ [`tags/${name}`]: bytes })
  const ran = await personas(home, ['ingest', '--from-tags', `tags/${name}`])
  expect([ran.code, ran.stderr.match(TRACE)]).toEqual([expect.any(Number), null])
  expect(ran.code).toBeGreaterThan(0)
  expect(ran.stderr.trim().split('\n').length).toBeGreaterThanOrEqual(2)
  expect({}).not.toHaveProperty('polluted')
})

test('a cache that is poisoned, half written, of another version, a folder or a link changes no page', async () => {
  const home = folder({ 'notes/a.md': NOTE, 'notes/b.md': NOTE.replace('expensive', 'slow').replace('03-02', '04-02') })
  const env = { SOURCE_DATE_EPOCH: '1795305600', PERSONAS_CACHE_DIR: join(home, 'cache') }
  const run = async (out: string) => {
    const ran = await personas(home, ['ingest', 'notes', '--out', out, '--quiet'], env)
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    return contents(join(home, out))
  }
  const first = await run('one')
  const [stamp = ''] = readdirSync(join(home, 'cache'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.notes'),
  )
  const path = join(home, 'cache', stamp)
  const bytes = readFileSync(path)
  const attacks: (string | Uint8Array)[] = [
    bytes.subarray(0, bytes.length / 2),
    bytes.toString('utf8').replaceAll('expensive', 'cheapened'),
    bytes.toString('utf8').replace(/\t/g, ' '),
    'v9 another format\n'.repeat(100),
    Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 2654435761) >>> 24)),
    '\0'.repeat(10_000),
    '',
  ]
  for (const [at, attack] of attacks.entries()) {
    writeFileSync(path, attack)
    expect(await run(`attack-${at}`)).toEqual(first)
  }
  const other = join(home, 'elsewhere')
  mkdirSync(other)
  symlinkSync(other, join(home, 'linked'))
  env.PERSONAS_CACHE_DIR = join(home, 'linked')
  expect(await run('linked-out')).toEqual(first)
  put(home, 'no-folder', 'a file')
  env.PERSONAS_CACHE_DIR = join(home, 'no-folder')
  expect(await run('no-folder-out')).toEqual(first)
}, 120_000)
