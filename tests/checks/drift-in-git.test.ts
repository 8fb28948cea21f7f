/** Where git knows the block as it was, drift shows what changed, and is silent about what another rule explains. */
import { describe, expect, test } from 'vitest'
import { commitAll } from '../repository.ts'
import { NOTE, PAGE, edit, findings, goodRepo } from './good-repo.ts'

describe('in a repository, where the block is known as it was', () => {
  test('a hand-edited line is shown with what it was', async () => {
    const home = await goodRepo()
    commitAll(home)
    edit(home, PAGE, (text) => text.replace('## Evidence\n', '## Evidence\n\nThey love us.\n'))
    const { found } = await findings(home)
    expect(found.map(({ rule }) => rule)).toEqual(['persona/drift'])
    expect(found[0]?.diff).toContain('+They love us.')
    expect(found[0]?.diff?.split('\n').filter((line) => line.startsWith('-'))).toEqual([])
  })

  test('also after the edit was committed', async () => {
    const home = await goodRepo()
    const git = commitAll(home)
    edit(home, PAGE, (text) => text.replace('### Vendor size', '### Vendor colour'))
    git(['commit', '--all', '--quiet', '--message', 'Improve'])
    const { found } = await findings(home)
    expect(found[0]?.diff).toMatch(/^-### Vendor size.*\n\+### Vendor colour/m)
  })

  test('an address and a nicer sentence: one rule for each, and drift about its own line alone', async () => {
    const home = await goodRepo()
    commitAll(home)
    edit(home, PAGE, (text) =>
      text
        .replace('## Evidence\n', '## Evidence\n\nWrite to jo@x.example.\n')
        .replace('## Money\n', '## Money\n\nPlenty.\n'),
    )
    const { found } = await findings(home)
    expect(found.map(({ rule }) => rule)).toEqual(['persona/drift', 'privacy/email'])
    expect(found[0]?.diff).toContain('Plenty.')
    expect(found[0]?.diff).not.toContain('jo@')
  })

  test('a quote made nicer on the page is no quote, and nothing else', async () => {
    const home = await goodRepo()
    commitAll(home)
    edit(home, PAGE, (text) => text.replaceAll('Anything over 25,000 EUR goes', 'Nothing over 25,000 EUR goes'))
    const { found } = await findings(home)
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(['quote/not-verbatim'])
    expect(found[0]?.message).toContain(NOTE)
  })
})
