import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/io/workspace.ts'
import { folder } from '../workbench.ts'

describe('openWorkspace', () => {
  test('finds the configuration upwards and takes its folder as root', () => {
    const home = folder({ 'personas.config.json': '{"out":"people"}', 'notes/2026/a.md': '' })
    expect(openWorkspace(join(home, 'notes/2026'), {})).toMatchObject({ root: home, out: join(home, 'people') })
  })

  test('does not look beyond the repository', () => {
    const home = folder({ 'personas.config.json': '{"out":"people"}', 'repo/.git/HEAD': '', 'repo/notes/a.md': '' })
    expect(openWorkspace(join(home, 'repo/notes'), {}).out).toBe(join(home, 'repo/notes/personas'))
  })

  test('takes --out from the working directory, not from the root', () => {
    const home = folder({ 'personas.config.json': '{}', 'notes/a.md': '' })
    expect(openWorkspace(join(home, 'notes'), { out: '../pages' }).out).toBe(join(home, 'pages'))
  })

  test.each([
    ['{"us":{"compny":"Acme"}}', 'compny'],
    ['{"links":"bitbucket"}', 'links'],
    ['{"personas":[{"id":"Finance Leader","name":"x","kind":"buyer"}]}', 'lower-case words joined by hyphens'],
    ['{"merge":{"nobody":"finance-leader"}}', 'no such persona'],
    ['{"people":{"Ann Lee":{"persona":"../README"}}}', 'no such persona "../README"'],
    ['{"personas":[{"id":"readme","name":"x","kind":"buyer"}]}', 'the id "readme" is taken'],
    ['{"out":', 'not JSON'],
    ['[]', 'expected object'],
  ])('says what is wrong with %s', (text, says) => {
    const home = folder({ 'personas.config.json': text })
    expect(() => openWorkspace(home, {})).toThrow(says)
  })

  test('says that a configuration named by the user is missing', () => {
    expect(() => openWorkspace(folder(), { config: 'my.json' })).toThrow(
      'my.json could not be read: it does not exist.',
    )
  })
})
