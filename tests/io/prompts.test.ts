/** The questions of `init` as a person at a terminal answers them; the library itself is stood in for. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { isCannotRun } from '../../src/failures.ts'
import { openPrompts } from '../../src/io/prompts.ts'

const CANCEL = Symbol('cancel')
const asked = vi.hoisted(() => ({ answer: undefined as unknown, calls: [] as [string, Record<string, unknown>][] }))
vi.mock('@clack/prompts', () => {
  const ask = (kind: string) => async (question: Record<string, unknown>) => {
    asked.calls.push([kind, question])
    return asked.answer
  }
  return {
    isCancel: (answer: unknown) => typeof answer === 'symbol',
    text: ask('text'),
    confirm: ask('confirm'),
    select: ask('select'),
    multiselect: ask('multiselect'),
  }
})

beforeEach(() => {
  asked.calls = []
})

describe('a question', () => {
  test('gives back what was answered, without spaces around it', async () => {
    const prompts = await openPrompts()
    asked.answer = '  Acme '
    expect(await prompts.text('Your company?', 'Acme')).toBe('Acme')
    asked.answer = true
    expect(await prompts.confirm('Write it?')).toBe(true)
    asked.answer = 'gitlab'
    expect(await prompts.choose('Which CI?', ['github', 'gitlab'])).toBe('gitlab')
    asked.answer = ['a', 'b']
    expect(await prompts.pick('Who?', ['a', 'b', 'c'])).toEqual(['a', 'b'])
  })

  test('is put on standard error, with all there is to choose from; choosing none is an answer', async () => {
    const prompts = await openPrompts()
    asked.answer = ''
    await prompts.text('Your company?', 'Acme')
    await prompts.choose('Which CI?', ['github', 'gitlab'])
    await prompts.pick('Who?', ['a'])
    expect(asked.calls).toEqual([
      ['text', { message: 'Your company?', placeholder: 'Acme', defaultValue: '', output: process.stderr }],
      ['select', { message: 'Which CI?', options: [{ value: 'github' }, { value: 'gitlab' }], output: process.stderr }],
      ['multiselect', { message: 'Who?', options: [{ value: 'a' }], required: false, output: process.stderr }],
    ])
  })

  test('that somebody breaks off ends the run with a sentence, whichever it is', async () => {
    const prompts = await openPrompts()
    asked.answer = CANCEL
    for (const question of [
      () => prompts.text('?', ''),
      () => prompts.confirm('?'),
      () => prompts.choose('?', ['a']),
      () => prompts.pick('?', ['a']),
    ]) {
      const failure: unknown = await question().then(
        () => null,
        (error: unknown) => error,
      )
      expect(isCannotRun(failure) && failure.failure).toBe('cancelled')
    }
  })
})
