import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progress } from '../../src/reporters/progress.ts'

let drawn: string[]
const start = (terminal = true, quiet = false) =>
  progress(200, 'notes', { terminal, stderr: (text) => void drawn.push(text) }, quiet)

beforeEach(() => {
  drawn = []
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => vi.useRealTimers())

const LINE = '\r\u001B[2K'

test('a short run shows nothing, a long one how far it is and how long it takes, and takes its line away', () => {
  const meter = start()
  vi.advanceTimersByTime(999)
  meter.advance(10)
  expect(drawn).toEqual([])
  vi.advanceTimersByTime(1_001)
  meter.advance(20)
  expect(drawn).toEqual([`${LINE}20 of 200 notes, about 18 s left`])
  meter.end()
  expect(drawn.at(-1)).toBe(LINE)
})

test('the line is not drawn more often than anybody can read', () => {
  const meter = start()
  vi.advanceTimersByTime(2_000)
  meter.advance(20)
  vi.advanceTimersByTime(99)
  meter.advance(21)
  expect(drawn).toHaveLength(1)
  vi.advanceTimersByTime(1)
  meter.advance(22)
  expect(drawn).toHaveLength(2)
})

test('nothing was drawn, so there is nothing to take away', () => {
  start().end()
  expect(drawn).toEqual([])
})

test.each([
  ['in a pipe', false, false],
  ['with --quiet', true, true],
])('%s there is none', (_, terminal, quiet) => {
  const meter = start(terminal, quiet)
  vi.advanceTimersByTime(5_000)
  meter.advance(100)
  meter.end()
  expect(drawn).toEqual([])
})
