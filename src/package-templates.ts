/** The templates that the package brings along: a part of the program, so that everything above them stays pure. */
import { readFileSync } from 'node:fs'

const HOME = new URL('../templates/', import.meta.url)
const read = new Map<string, string>()

export function packageTemplate(name: string): string {
  const known = read.get(name) ?? readFileSync(new URL(`${name}.md`, HOME), 'utf8')
  read.set(name, known)
  return known
}
