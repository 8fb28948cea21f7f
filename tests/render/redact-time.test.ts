/** By itself, since how time grows says nothing of a mutant (tests/mutation). */
import { describe, expect, test } from 'vitest'
import { redactor } from '../../src/render/redact.ts'

const plain = redactor([])

describe('redactor, time', () => {
  const cpu = (text: string): number => {
    const before = process.cpuUsage()
    plain(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
  test.each([
    'a@',
    'a.',
    '@a ',
    '1',
    '1 ',
    '1-',
    '+1 ',
    'DE89 ',
    'AB12',
    'eyJaaaaaaaa.',
    'sk-a',
    'password: ',
    'bearer a',
    'a1',
    'a://b:',
    '-----BEGIN ',
    'dana (at) ',
    '(',
  ])('%j without end takes twice the time for twice the text', (unit) => {
    const text = unit.repeat(Math.ceil(40_000 / unit.length))
    plain(text)
    const once = cpu(text)
    // Four times as much, if it were quadratic; what is added is what a busy machine takes.
    expect(cpu(text + text)).toBeLessThan(3 * once + 150)
  })
})
