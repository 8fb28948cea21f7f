/** The command line tied to this process: arguments, streams, colours, and a reader that goes away. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { main } from '../src/main.ts'
import { folder } from './workbench.ts'

let stdout = ''
let stderr = ''
const argv = process.argv
const listeners = () => [process.stdout, process.stderr].map((stream) => stream.listeners('error'))
let before = listeners()

beforeEach(() => {
  stdout = stderr = ''
  before = listeners()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((stderr += String(text)), true))
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'TERM']) vi.stubEnv(name, undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  setTerminals(terminals)
  process.argv = argv
  process.exitCode = undefined
  for (const [at, stream] of [process.stdout, process.stderr].entries())
    for (const listener of stream.listeners('error'))
      if (!before[at]?.includes(listener)) stream.removeListener('error', listener as () => void)
})

const run = (...args: string[]) => {
  process.argv = ['node', 'personas', ...args]
  return main()
}
const streams = [process.stdout, process.stderr, process.stdin]
const terminals = streams.map(({ isTTY }) => isTTY)
const setTerminals = (values: readonly boolean[]) => {
  for (const [at, stream] of streams.entries())
    Object.defineProperty(stream, 'isTTY', { value: values[at], configurable: true, writable: true })
}
const onTerminal = (terminal: boolean) => setTerminals(streams.map(() => terminal))
const RED = '\u001B[31m'

describe('main', () => {
  test('data on standard output, and what went wrong on standard error with the exit code', async () => {
    expect(await run('--version')).toBe(0)
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(await run('tag', '/nowhere/at/all')).toBe(2)
    expect(stderr).toContain('personas:')
  })

  test.each([
    ['in a pipe', false, {}, false],
    ['on a terminal', true, { TERM: 'xterm' }, true],
    ['on a terminal that can show none', true, { TERM: 'dumb' }, false],
    ['where nobody wants them', true, { TERM: 'xterm', NO_COLOR: '1' }, false],
    ['where NO_COLOR is there and empty', true, { TERM: 'xterm', NO_COLOR: '' }, true],
    ['where they are asked for', false, { FORCE_COLOR: '1' }, true],
    ['where they are asked for and refused', true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['where FORCE_COLOR says 0', true, { FORCE_COLOR: '0', TERM: 'xterm' }, false],
  ])('colours: %s', async (_, terminal, env: Record<string, string>, colours) => {
    onTerminal(terminal)
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    await run('tag', '/nowhere/at/all')
    expect(stderr.includes(RED)).toBe(colours)
  })

  test('questions are asked on a terminal alone', async () => {
    onTerminal(false)
    vi.spyOn(process, 'cwd').mockReturnValue(folder())
    expect(await run('init')).toBe(2)
    expect(stderr).toContain('--yes')
  })

  test('a reader that closes the pipe early has seen enough; a full disk is said, and the run has failed', async () => {
    await run('--version')
    process.stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    expect([stderr, process.exitCode]).toEqual(['', undefined])
    process.stderr.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
    expect([stderr, process.exitCode]).toEqual(['', 2])
    process.stdout.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
    expect(stderr).toContain('personas: The output could not be written')
    expect(process.exitCode).toBe(2)
  })
})
