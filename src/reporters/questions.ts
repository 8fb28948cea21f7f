/** What to ask next, for people before a call and for programs. */
import type { Context } from '../context.ts'
import type { Question } from '../types.ts'
import { printable, printableJson } from './printable.ts'

/** Name by id. */
type PersonaNames = ReadonlyMap<string, string>

/** @param plain takes out what must not be shown */
export function questionsAsText(
  questions: readonly Question[],
  names: PersonaNames,
  plain: (text: string) => string,
  paint: Context['paint'],
): string {
  const width = String(questions.length).length
  return questions
    .map((question, at) => {
      const number = String(at + 1).padStart(width)
      const [ask, why] = [question.text, `${question.why} ${forWhom(question, names)}`].map((text) =>
        printable(plain(text)),
      )
      return `${number}. ${paint.bold(ask)}\n${' '.repeat(width + 2)}${paint.dim(why)}\n`
    })
    .join('')
}

/** @param escape makes text safe to stand in a line of markdown */
export function questionsAsMarkdown(
  questions: readonly Question[],
  names: PersonaNames,
  escape: (text: string) => string,
): string {
  return questions
    .map(
      (question, at) =>
        `${at + 1}. **${escape(question.text)}** ${escape(question.why)} ${escape(forWhom(question, names))}\n`,
    )
    .join('')
}

/** Version 1; fields may be added, none changes its meaning. */
export function questionsAsJson(questions: readonly Question[], plain: (text: string) => string): string {
  const list = questions.map((question) => ({ ...question, text: plain(question.text), why: plain(question.why) }))
  return `${printableJson({ v: 1, questions: list }, 2)}\n`
}

function forWhom({ persona, accounts }: Question, names: PersonaNames): string {
  const where = accounts.length === 0 ? '' : `, at ${accounts.join(', ')}`
  return `(${names.get(persona) ?? persona}${where})`
}
