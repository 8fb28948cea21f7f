/** Nothing is sent anywhere: every command runs with all that leads to a network made to throw, and where the system has it, without a network at all. */
import { execFileSync, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, put } from '../workbench.ts'

const BIN = resolve(import.meta.dirname, '../../bin/personas.js')
const NOTE = 'date: 2026-03-02\naccount: Hallmann\n\n**Maria Lopez (CFO):** It is too expensive for us. #objection\n'
const LABELS = '{"line":4,"text":"It is too expensive for us.","tag":"objection"}\n'

/** Loaded before the program. Every way out throws, so that a call of it would end the run with a stack trace and another exit code. */
const NO_NETWORK = `
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'
import { syncBuiltinESMExports } from 'node:module'
const refuse = (name) => () => { process.stderr.write('NETWORK ' + name + '\\n'); process.abort() }
for (const [name, module] of Object.entries({ dgram, dns, http, http2, https, net, tls }))
  for (const key of ['connect', 'createConnection', 'createSocket', 'createServer', 'request', 'get', 'lookup', 'resolve', 'resolve4', 'resolve6'])
    if (typeof module[key] === 'function') module[key] = refuse(name + '.' + key)
net.Socket.prototype.connect = refuse('net.Socket.connect')
for (const key of Object.keys(dns.promises)) if (typeof dns.promises[key] === 'function') dns.promises[key] = refuse('dns.promises')
globalThis.fetch = refuse('fetch')
globalThis.WebSocket = refuse('WebSocket')
syncBuiltinESMExports()
`

const COMMANDS: [string, string[], number][] = [
  ['--version', [], 0],
  ['ingest', ['notes'], 0],
  ['tag', ['notes'], 0],
  ['people', ['notes'], 0],
  ['explain', ['notes/a.md:4'], 0],
  ['eval', ['labels', '--notes', 'notes'], 0],
  ['cache', ['info'], 2], // nor a folder for it (tests/vitest.config.ts)
  ['forget', ['Ann Lee', 'notes'], 0],
  ['quotes', ['notes'], 0],
  ['questions', ['notes'], 0],
  ['themes', ['list', 'notes'], 2], // there is no codebook before an ingest
  ['check', ['notes'], 2], // nor a page
  ['diff', [], 2], // nor a commit
  ['init', ['--yes'], 0],
  ['new', ['demo', '--account', 'Hallmann'], 0],
]

function repo(): string {
  const home = folder({
    'notes/a.md': NOTE,
    'labels/a.jsonl': LABELS,
    'no-network.mjs': NO_NETWORK,
    'personas/README.md.txt': '',
  })
  put(home, '.git/HEAD', 'ref: refs/heads/main\n')
  return home
}

describe('without a network', () => {
  test('the guard holds: a call would be seen', () => {
    const ran = spawnSync(process.execPath, ['--import', './no-network.mjs', '-e', "fetch('http://localhost:9')"], {
      cwd: repo(),
      encoding: 'utf8',
    })
    expect(ran.stderr).toContain('NETWORK fetch')
  })

  test('no command that is described is left out here', () => {
    const help = execFileSync(process.execPath, [BIN, '--help'], { encoding: 'utf8' })
    const described = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== 'help')
    expect(COMMANDS.map(([name]) => name)).toEqual(expect.arrayContaining(described))
  })

  test.each(COMMANDS)('%s asks nobody', (command, args, code) => {
    const ran = spawnSync(process.execPath, ['--import', './no-network.mjs', BIN, command, ...args], {
      cwd: repo(),
      encoding: 'utf8',
    })
    expect(ran.stderr).not.toContain('NETWORK')
    expect([ran.status, ran.signal]).toEqual([code, null])
  })

  const isolated = spawnSync('unshare', ['-rn', 'true']).status === 0
  test.skipIf(!isolated).each(COMMANDS)(
    'in a namespace without a route, %s ends as it does with one',
    (command, args, code) => {
      const ran = spawnSync('unshare', ['-rn', process.execPath, BIN, command, ...args], {
        cwd: repo(),
        encoding: 'utf8',
      })
      expect([ran.status, ran.signal]).toEqual([code, null])
    },
  )

  test.skipIf(!isolated)('in a namespace without a route, ingest does its work', () => {
    const ran = spawnSync('unshare', ['-rn', process.execPath, BIN, 'ingest', 'notes'], {
      cwd: repo(),
      encoding: 'utf8',
    })
    expect(ran.status).toBe(0)
    expect(ran.stderr).toContain('1 note read')
  })
})
