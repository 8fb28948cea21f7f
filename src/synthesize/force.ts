/** How hard a demand is meant: the facet, unless the words take the force out of it. */
import type { Force, StatementRecord } from '../types.ts'
import { HARD, NO_STAKE, WISH } from './vocabulary.ts'

/** @returns `must` where the facet tells nothing: a criterion is one until somebody says that it is less */
export function forceOf({ text, facets }: Pick<StatementRecord, 'text' | 'facets'>): Force {
  const force = facets.force ?? 'must'
  if (force === 'process' || force === 'nice') return force
  const plain = text.replaceAll('’', "'")
  if (NO_STAKE.test(plain)) return 'nice'
  return force === 'must' && WISH.test(plain) && !HARD.test(plain) ? 'nice' : force
}
