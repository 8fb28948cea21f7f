/** A page kept for what people wrote on it, although its persona was merged, renamed, or is heard no more. */
import { isRetired } from '../page.ts'
import type { Rule } from '../rule.ts'

export const retired: Rule = {
  severity: 'warn',
  summary: 'A page is kept, although nobody is behind it any more.',
  look: ({ pages }) =>
    pages
      .filter((page) => page.kind === 'persona' && page.block !== null && isRetired(page))
      .map((page) => ({
        file: page.file,
        line: page.head.get('evidence')?.line ?? null,
        persona: page.persona,
        says: 'The persona was merged, renamed, or is heard no more; its page is kept for what people wrote on it.',
        remedy: 'Move what people wrote to another page and delete this one; or add a waiver, where it is to stay.',
      })),
}
