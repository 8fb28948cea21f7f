/** What to ask next, for people before a call and for programs. */
import type { Context } from '../context.ts'
import type { Quoting } from '../render/quote.ts'
import type { Question } from '../types.ts'
import { printable, printableJson } from './printable.ts'

/** Name by id. */
type PersonaNames = ReadonlyMap<string, string>

/** @param quoting takes out what must not be shown */
export function questionsAsText(
  questions: readonly Question[],
  names: PersonaNames,
  quoting: Quoting,
  paint: Context['paint'],
): string {
  const width = String(questions.length).length
  const margin = ' '.repeat(width + 2)
  return questions
    .map((question, at) => {
      const number = String(at + 1).padStart(width)
      const [ask, why] = [question.text, `${question.why} ${forWhom(question, names)}`].map((text) =>
        printable(quoting.plain(text)),
      )
      const quotes = question.quotes.flatMap((one) => quoting.cite(one) ?? [])
      const said = quotes.map(({ words, noted }) => `${margin}${printable(noted ? `Noted: ${words}` : `“${words}”`)}\n`)
      return `${number}. ${paint.bold(ask)}\n${said.join('')}${margin}${paint.dim(why)}\n`
    })
    .join('')
}

/** @param quoting makes text safe to stand in a line of markdown */
export function questionsAsMarkdown(questions: readonly Question[], names: PersonaNames, quoting: Quoting): string {
  return questions
    .map((question, at) => {
      const ask = `${at + 1}. **${quoting.text(question.text)}** ${quoting.text(question.why)} ${quoting.text(forWhom(question, names))}\n`
      const quotes = question.quotes.flatMap((one) => quoting.quote(one) ?? [])
      return ask + quotes.map((quote) => `   ${quote}\n`).join('\n')
    })
    .join('')
}

/** Version 1; fields may be added, none changes its meaning. */
export function questionsAsJson(questions: readonly Question[], quoting: Quoting): string {
  const list = questions.map(({ quotes, ...question }) => ({
    ...question,
    text: quoting.plain(question.text),
    why: quoting.plain(question.why),
    quotes: quotes.flatMap((one) => {
      const cited = quoting.cite(one)
      if (cited === null) return []
      const { words, noted, said, account } = cited
      return [{ quote: words, noted, said, account, file: one.statement.file, line: one.statement.line }]
    }),
  }))
  return `${printableJson({ v: 1, questions: list }, 2)}\n`
}

function forWhom({ persona, accounts }: Question, names: PersonaNames): string {
  const where = accounts.length === 0 ? '' : `, at ${accounts.join(', ')}`
  return `(${names.get(persona) ?? persona}${where})`
}
