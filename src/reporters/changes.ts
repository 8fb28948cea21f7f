/** What a plan would change in the output folder, per file and per section of a page. */
import type { OutputFile } from '../types.ts'

export interface Change {
  path: string
  kind: 'new' | 'changed' | 'unchanged'
  /** Headings of the sections whose text differs; empty for files without sections. */
  sections: string[]
}

/** @param existing text by path, as it stands in the output folder */
export function compare(existing: ReadonlyMap<string, string>, files: readonly OutputFile[]): Change[] {
  return files.map(({ path, text }) => {
    const before = existing.get(path)
    if (before === undefined) return { path, kind: 'new', sections: [] }
    if (before === text) return { path, kind: 'unchanged', sections: [] }
    return { path, kind: 'changed', sections: changedSections(before, text) }
  })
}

function changedSections(before: string, after: string): string[] {
  const old = sections(before)
  const now = sections(after)
  return [...new Set([...now.keys(), ...old.keys()])].filter((name) => name !== '' && old.get(name) !== now.get(name))
}

/** Text by second-level heading; what stands above the first one is under ''. */
function sections(text: string): Map<string, string> {
  const found = new Map<string, string>()
  let name = ''
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('## ')) name = line.slice(3)
    found.set(name, `${found.get(name) ?? ''}${line}\n`)
  }
  return found
}
