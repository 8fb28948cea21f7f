/** Asks the person at the terminal. The library is loaded when the first question is. */
import type { Prompts } from '../context.ts'
import { CannotRun } from '../failures.ts'

export async function openPrompts(): Promise<Prompts> {
  const { confirm, isCancel, multiselect, select, text } = await import('@clack/prompts')
  const output = process.stderr
  const given = <T>(answer: T): Exclude<T, symbol> => {
    if (isCancel(answer)) throw new CannotRun('cancelled')
    return answer as Exclude<T, symbol>
  }
  return {
    text: async (message, placeholder) => given(await text({ message, placeholder, defaultValue: '', output })).trim(),
    confirm: async (message) => given(await confirm({ message, output })),
    choose: async (message, values) =>
      given(
        await select<string>({ message, options: values.map((value) => ({ value })), output }),
      ) as (typeof values)[number],
    pick: async (message, values) =>
      given(
        await multiselect<string>({ message, options: values.map((value) => ({ value })), required: false, output }),
      ),
  }
}
