/** Pages whose persona has no evidence any more, was merged or renamed: the file and people's text on it stay, the block says what became of it. */
import type { Config } from '../config.ts'
import type { Synthesis } from '../types.ts'
import { readPage } from './managed.ts'

/** The page of feature demands has no persona. */
const DEMANDS = 'demands'

/** @returns ids of the pages with a block of ours that no persona with evidence has */
export function retiredPages(synthesis: Synthesis, pages: ReadonlyMap<string, string>): string[] {
  const alive = new Set(synthesis.personas.map(({ id }) => id))
  return [...pages]
    .flatMap(([path, text]) => {
      const id = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(path)?.[1]
      return id === undefined || id === DEMANDS || alive.has(id) || readPage(text) === null ? [] : [id]
    })
    .toSorted()
}

export function retiredBlock(id: string, synthesis: Synthesis, config: Config): string[] {
  const known = config.personas.find((persona) => persona.id === id)
  return [`# ${known?.name ?? id}`, '', becameOf(id, known !== undefined, synthesis, config)]
}

function becameOf(id: string, known: boolean, synthesis: Synthesis, config: Config): string {
  const into = config.merge[id]
  if (into !== undefined) {
    const name = config.personas.find((persona) => persona.id === into)?.name ?? into
    const page = synthesis.personas.some((persona) => persona.id === into) ? `[${name}](${into}.md)` : name
    return `This persona was merged into ${page}. What people wrote on this page stays until somebody deletes the file.`
  }
  const why = known
    ? 'The notes hold no evidence for this persona any more.'
    : 'The configuration names no persona of this id any more; it may have been renamed.'
  return `${why} What people wrote on this page stays until somebody deletes the file.`
}
