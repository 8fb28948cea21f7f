import { expect, test } from 'vitest'
import { progress } from '../../src/reporters/progress.ts'

/** Says at which second how many of 100 notes are done. @returns what stood on stderr */
function watched(terminal: boolean, quiet: boolean, steps: [second: number, done: number][]): string[] {
  const written: string[] = []
  let second = 0
  const meter = progress(
    100,
    'notes',
    { terminal, stderr: (text) => void written.push(text) },
    quiet,
    () => second * 1000,
  )
  for (const [at, done] of steps) {
    second = at
    meter.advance(done)
  }
  meter.end()
  return written
}

test('a terminal has one line with rate and time left, which is gone at the end', () => {
  const written = watched(true, false, [
    [0.1, 0],
    [0.9, 9],
    [2, 20],
    [2.01, 21],
    [3, 30],
    [10, 100],
  ])
  expect(written).toEqual([
    '\r\u001B[2K20 of 100 notes, 10 a second, about 8 s left',
    '\r\u001B[2K30 of 100 notes, 10 a second, about 7 s left',
    '\r\u001B[2K',
  ])
})

test('a log has a line every few seconds', () => {
  const written = watched(false, false, [
    [0.1, 0],
    [2, 5],
    [6, 12],
    [7, 14],
    [12, 24],
    [50, 100],
  ])
  expect(written).toEqual([
    '12 of 100 notes, 2.0 a second, about 44 s left\n',
    '24 of 100 notes, 2.0 a second, about 38 s left\n',
  ])
})

test('what was known already does not count for the rate', () => {
  expect(
    watched(true, false, [
      [0.1, 90],
      [10, 91],
    ])[0],
  ).toContain('91 of 100 notes, 0.1 a second, about 2 min left')
})

test('nothing stands there for a run under a second, and nothing with --quiet', () => {
  expect(
    watched(true, false, [
      [0.1, 0],
      [0.9, 50],
      [0.95, 100],
    ]),
  ).toEqual([])
  expect(
    watched(false, true, [
      [6, 1],
      [12, 2],
    ]),
  ).toEqual([])
})
