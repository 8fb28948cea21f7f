/** What several commands share on the command line: options, and how their values are read. */
import { InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from '../context.ts'

/** Takes the exit code of the command that ran. */
export type Done = (code: ExitCode) => void

export const example = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`

export const configOption = () =>
  new Option('--config <file>', 'configuration; else the nearest personas.config.json upwards')

export const outOption = () =>
  new Option('--out <folder>', 'where the pages are (default: "out" of the configuration, else personas/)')

export const quietOption = () => new Option('--quiet', 'say nothing but what went wrong')

export const cacheOption = () => new Option('--no-cache', 'read every note anew, remember nothing')

export const jobsOption = () =>
  new Option(
    '--jobs <number>',
    'notes analyzed at once; 1 for no workers (default: what the machine runs at once)',
  ).argParser(count)

export const showOption = () =>
  new Option('--format <format>', 'of the output').choices(['pretty', 'markdown', 'json']).default('pretty')

export const NOTES_OF_THE_PAGES = 'files, folders or patterns (default: the notes that the pages rest on)'

function count(value: string): number {
  const number = Number(value)
  if (!/^\d{1,3}$/.test(value) || number < 1) throw new InvalidArgumentError('It is a whole number from 1 to 999.')
  return number
}

export function share(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('It is a number from 0 to 1.')
  return number
}

export function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
