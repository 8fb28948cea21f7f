/** Praise and good results, which a tagger takes for an objection or a pain because they name what it was like before. */
import { NEGATIVE, PRAISE } from './review-words.ts'

/** Whether a statement says that something is good and nothing against it. */
export function isPraise(text: string): boolean {
  const plain = text.replaceAll('’', "'")
  return PRAISE.test(plain) && !NEGATIVE.test(plain.replace(PRAISE, ' '))
}
