/** Files in conflict as they were before the two branches parted: git keeps them in its index until the merge is concluded. */
import { join } from 'node:path'
import { filesAt, pathInRepository, repositoryOf } from './git.ts'

/**
 * @param folder absolute
 * @param names relative to the folder, with slashes
 * @returns text by name; those without an ancestor are left out, all of them outside of a merge or without git
 */
export function commonAncestors(folder: string, names: readonly string[]): Map<string, string> {
  const repository = names.length === 0 ? null : repositoryOf(folder)
  if (repository === null) return new Map()
  // Stage 1 of the index, see gitrevisions.
  const wanted = names.map((name) => ({
    revision: ':1',
    path: pathInRepository(repository, join(folder, name)) ?? '',
  }))
  const texts = filesAt(repository, wanted)
  return new Map(
    names.flatMap((name, at) => {
      const text = texts[at]
      return text === null || text === undefined ? [] : [[name, text] as const]
    }),
  )
}
