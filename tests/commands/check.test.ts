import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { modelDigest } from '../../src/io/model-digest.ts'
import { openModel } from '../../src/io/model.ts'
import { INGESTED, NOTE, PAGE, check, configure, edit, findings, goodRepo, pagesOf, read } from '../checks/good-repo.ts'
import { commitAll, gitIn } from '../repository.ts'
import { contents, folder, personas, put } from '../workbench.ts'

const rules = (found: readonly { rule: string }[]) => [...new Set(found.map(({ rule }) => rule))]
const NOON = `${INGESTED}T12:00:00Z`

describe('freshness', () => {
  test.each(['UTC', 'Pacific/Kiritimati', 'America/Anchorage', 'Asia/Kathmandu'])(
    'six months to the day pass and a day more fails, by UTC days under TZ=%s',
    async (zone) => {
      const home = await goodRepo()
      const before = process.env['TZ']
      process.env['TZ'] = zone
      try {
        expect((await check(home, [], '2027-02-28')).code).toBe(0)
        expect((await check(home, [], '2027-03-01')).code).toBe(1)
        const epoch = (iso: string) => ({ SOURCE_DATE_EPOCH: String(Date.parse(iso) / 1000) })
        expect((await personas(home, ['check'], epoch('2027-02-28T23:59:59Z'))).code).toBe(0)
        expect((await personas(home, ['check'], epoch('2027-03-01T00:00:00Z'))).code).toBe(1)
      } finally {
        if (before === undefined) delete process.env['TZ']
        else process.env['TZ'] = before
      }
    },
  )

  test('a page has the limit of its own, then that of the command line, then that of the configuration', async () => {
    const home = await goodRepo()
    const old = async (args: string[]) =>
      rules((await findings(home, args, '2026-12-15')).found.filter(({ rule }) => rule === 'persona/stale')).length
    expect(await old([])).toBe(0)
    expect(await old(['--max-age', '90d'])).toBe(1)
    configure(home, { maxAge: '3mo' })
    expect(await old([])).toBe(1)
    expect(await old(['--max-age', '1y'])).toBe(0)
    configure(home, { personas: { 'finance-leader': { maxAge: '13w' } } })
    const { found } = await findings(home, ['--max-age', '1y'], '2026-12-15')
    expect(found.filter(({ rule }) => rule === 'persona/stale').map(({ persona }) => persona)).toEqual([
      'finance-leader',
    ])
  })

  test('a review counts until it is too old itself, and one in the future does not', async () => {
    const home = await goodRepo()
    const stale = async (reviewed: string, now: string) => {
      edit(home, PAGE, (text) => text.replace(/^(reviewed:.*\n)?kind:/m, `reviewed: ${reviewed}\nkind:`))
      const { found } = await findings(home, [], now)
      return rules(found.filter(({ file }) => file === PAGE)).filter((rule) => rule !== 'persona/evidence-stale')
    }
    expect(await stale('2027-01-15', '2027-07-15')).toEqual([])
    expect(await stale('2027-01-16', '2027-07-17')).toEqual(['persona/stale'])
    expect(await stale('2027-08-01', '2027-07-17')).toEqual(['date/future', 'persona/stale'])
  })

  test.each(['6', 'soon', '6 mo'])('--max-age %s is refused with the ways to write one', async (age) => {
    const ran = await check(await goodRepo(), ['--max-age', age])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('180d, 26w, 6mo or 1y')
  })
})

describe('the lock is trusted', () => {
  test('without --full nothing is imported that parses or tags a note', () => {
    const home = resolve(import.meta.dirname, '../../src')
    const seen = new Set<string>()
    const packages = new Set<string>()
    const follow = (file: string) => {
      if (seen.has(file)) return
      seen.add(file)
      const text = readFileSync(file, 'utf8')
      for (const [, what] of text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'/gms)) {
        if (what?.startsWith('.')) follow(resolve(dirname(file), what))
        else packages.add(what ?? '')
      }
    }
    for (const name of ['commands/check.ts', 'commands/judge.ts']) follow(join(home, name))
    expect(seen.size).toBeGreaterThan(40)
    // Orders and groups lists, and loads nothing.
    const stages = /\/src\/(?:analyze|tagging|synthesize)\/(?!order\.ts$)/
    expect([...seen].filter((file) => stages.test(file))).toEqual([])
    expect([...packages].filter((name) => /remark|unified|natural|gray-matter/.test(name))).toEqual([])
  })

  test('the digest of the model is the one that the loaded model has', async () => {
    const model = openModel({ env: {}, stderr() {} })
    expect([model.digest, (await model.load()).digest]).toEqual([modelDigest(), modelDigest()])
  })

  test('notes that changed, came and went are named, with what to do', async () => {
    const home = await goodRepo()
    edit(home, NOTE, (text) => `${text}\nOne more thing.\n`)
    put(home, 'notes/deeper/2026-08-30-new.md', 'New\n')
    const ran = await check(home)
    expect(ran.stdout).toContain('notes/2026-05-10-hallmann.md\n  error The note changed')
    expect(ran.stdout).toContain('notes/deeper/2026-08-30-new.md\n  error The note is new')
    expect(ran.stdout).toContain('Run `personas ingest`')
    expect(ran.code).toBe(1)
  })

  test('a note that is gone is named where no quote tells of it', async () => {
    const home = await goodRepo()
    put(home, 'notes/2026-08-30-quiet.md', '---\ndate: 2026-08-30\naccount: Brackley\n---\n\nWeather was fine.\n')
    await personas(home, ['ingest', 'notes', '--now', INGESTED])
    rmSync(join(home, 'notes/2026-08-30-quiet.md'))
    const { found } = await findings(home)
    expect(found.map(({ rule, file }) => [rule, file])).toEqual([['lock/notes', 'notes/2026-08-30-quiet.md']])
  })

  test('line ends of a checkout on Windows change nothing', async () => {
    const home = await goodRepo()
    for (const [path, text] of Object.entries(contents(home)))
      if (/\.(md|yaml|lock)$/.test(path)) put(home, path, text.replaceAll('\n', '\r\n'))
    expect((await check(home, ['--fail-on', 'warn'])).code).toBe(0)
  })

  test('--full finds what a forged lock hides, and shows it', async () => {
    const home = await goodRepo()
    const { blockDigest, readPage, writePage } = await import('../../src/render/managed.ts')
    const page = readPage(read(home, PAGE))
    if (page === null || 'error' in page) throw new Error('no page')
    const lines = [...page.lines, 'They love us.']
    put(home, PAGE, writePage(page, lines, page.changed))
    edit(home, 'personas/personas.lock', (text) => text.replace(page.digest, blockDigest(lines)))
    expect((await check(home)).code).toBe(0)
    const { code, found } = await findings(home, ['--full'])
    expect(code).toBe(1)
    expect(rules(found)).toEqual(['persona/drift'])
    expect(found[0]?.diff).toContain('+They love us.')
  })

  test('--full of a good repo finds nothing', async () => {
    expect((await findings(await goodRepo(), ['--full', '--fail-on', 'warn'])).found).toEqual([])
  })
})

describe('quotes', () => {
  test('one that only moved is fine, and --fix sets its links, on pages as ingest would write them', async () => {
    const home = await goodRepo()
    edit(home, NOTE, (text) => text.replace('# Discovery\n', '# Discovery\n\nIt rained.\n'))
    const { found } = await findings(home)
    expect(rules(found)).toEqual(['lock/notes'])
    expect(read(home, PAGE)).toContain('hallmann.md?plain=1#L19')
    const fixed = await check(home, ['--fix'])
    expect(fixed.stderr).toMatch(/\d+ quotes linked anew on \d pages?\./)
    expect(read(home, PAGE)).toContain('[line 21](../notes/2026-05-10-hallmann.md?plain=1#L21 ')
    expect(read(home, PAGE)).not.toContain('hallmann.md?plain=1#L19')
    // The words are the same, so neither the fix nor the ingest behind it makes the page any younger.
    const pages = pagesOf(home)
    await personas(home, ['ingest', 'notes', '--now', '2026-09-30'])
    expect(pagesOf(home)[PAGE.replace('personas/', '')]).toBe(pages['finance-leader.md'])
    expect((await check(home, ['--fail-on', 'warn'], '2026-09-30')).code).toBe(0)
  })

  test('a note that was renamed is followed by its content, and --fix mends links and lock', async () => {
    const home = await goodRepo()
    mkdirSync(join(home, 'notes/old (2026)'))
    renameSync(join(home, NOTE), join(home, 'notes/old (2026)/hallmann.md'))
    expect(rules((await findings(home)).found)).toEqual(['note/renamed'])
    await check(home, ['--fix'])
    expect(read(home, PAGE)).toContain('](../notes/old%20%282026%29/hallmann.md?plain=1#L19 ')
    expect((await check(home, ['--fail-on', 'warn'])).code).toBe(0)
  })

  test('one that was renamed and changed is followed by git', async () => {
    const home = await goodRepo()
    const git = commitAll(home)
    git(['mv', NOTE, 'notes/hallmann.md'])
    edit(home, 'notes/hallmann.md', (text) => `${text}\nIt rained.\n`)
    git(['commit', '--all', '--quiet', '--message', 'Rename'])
    const { found } = await findings(home)
    expect(found.map(({ rule, file, message }) => [rule, file, message])).toEqual([
      ['lock/notes', 'notes/hallmann.md', expect.stringContaining('was renamed from notes/2026-05-10-hallmann.md')],
    ])
  })

  test('markup, bullets and line breaks in the note are no change of words', async () => {
    const home = await goodRepo()
    edit(home, NOTE, (text) =>
      text.replace('company of your size will still', 'company *of your size*\n  will **still**'),
    )
    expect(rules((await findings(home)).found)).toEqual(['lock/notes'])
  })

  test('a note that is gone leaves quotes of nobody', async () => {
    const home = await goodRepo()
    rmSync(join(home, NOTE))
    const { found } = await findings(home)
    expect(rules(found)).toEqual(['quote/not-verbatim'])
    expect(found[0]?.message).toContain('which is not there any more')
  })
})

describe('git', () => {
  test('a forged day is found with --git, and believed without', async () => {
    const home = await goodRepo()
    const git = commitAll(home, NOON)
    const forge = (text: string) => text.replaceAll(INGESTED, '2027-02-20')
    edit(home, PAGE, forge)
    git(['commit', '--all', '--quiet', '--message', 'Refresh'], '2027-02-20T12:00:00Z')
    const at = '2027-03-10'
    const on = async (args: string[]) => (await findings(home, args, at)).found.filter(({ file }) => file === PAGE)
    expect(rules(await on([]))).toEqual(['persona/evidence-stale'])
    const { code, found } = await findings(home, ['--git'], at)
    expect(code).toBe(1)
    const rulesThere = rules(found.filter(({ file }) => file === PAGE))
    expect(rulesThere).toEqual(['persona/hollow-refresh', 'persona/stale'])
    expect(found.map(({ message }) => message).join('\n')).toContain('in git it last changed on 2026-08-31')
  })

  test('a real change, committed later, is no forgery; nor is a rebase or a detached head', async () => {
    const home = await goodRepo()
    const git = commitAll(home, NOON)
    edit(home, PAGE, (text) => `${text}\nOur own words.\n`)
    git(['commit', '--all', '--quiet', '--message', 'Team notes'], '2026-09-10T12:00:00Z')
    git(['switch', '--quiet', '--create', 'work', 'HEAD~1'])
    put(home, 'other.txt', 'other\n')
    git(['add', '--all'])
    git(['commit', '--quiet', '--message', 'Other'], '2026-09-11T12:00:00Z')
    git(['rebase', '--quiet', 'main'], '2026-09-12T12:00:00Z')
    git(['checkout', '--quiet', '--detach', 'HEAD'])
    const { code, found } = await findings(home, ['--git'], '2026-09-20')
    expect(found).toEqual([])
    expect(code).toBe(0)
    // People's own words are no content of the tool's: the page grows old from its block's day on.
    expect(rules((await findings(home, ['--git'], '2027-03-01')).found)).toContain('persona/stale')
  })

  test('a page that is not committed yet is taken at its word', async () => {
    const home = await goodRepo()
    gitIn(home)(['init', '--quiet'])
    expect((await check(home, ['--git', '--fail-on', 'warn'])).code).toBe(0)
  })

  test('a shallow clone: exit 2, what is the matter, and the remedy', async () => {
    const home = await goodRepo()
    const git = commitAll(home, NOON)
    edit(home, PAGE, (text) => `${text}\nMore.\n`)
    git(['commit', '--all', '--quiet', '--message', 'More'], NOON)
    const clone = join(folder(), 'clone')
    git(['clone', '--quiet', '--depth', '1', pathToFileURL(home).href, clone])
    const ran = await check(clone, ['--git'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('This is a shallow clone')
    expect(ran.stderr).toContain('fetch-depth: 0')
    expect((await check(clone)).code).toBe(0)
  })

  test('a clone without old files: check works, --git says what is missing, and nothing is fetched', async () => {
    const home = await goodRepo()
    const git = commitAll(home, NOON)
    edit(home, PAGE, (text) => `${text}\nMore.\n`)
    git(['commit', '--all', '--quiet', '--message', 'More'], NOON)
    git(['config', 'uploadpack.allowFilter', 'true'])
    const clone = join(folder(), 'clone')
    git(['clone', '--quiet', '--filter=blob:none', pathToFileURL(home).href, clone])
    expect((await check(clone)).code).toBe(0)
    const ran = await check(clone, ['--git'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('Clone without --filter')
  })

  test('no repository at all: check works, --git and --since say what is missing', async () => {
    const home = await goodRepo()
    expect((await check(home)).code).toBe(0)
    for (const args of [['--git'], ['--since', 'main']]) {
      const ran = await check(home, args)
      expect(ran.code).toBe(2)
      expect(ran.stderr).toContain('no git repository')
    }
  })

  test('a repo inside a repo is its own; so is a worktree', async () => {
    const outer = folder({ 'README.md': 'outer\n' })
    commitAll(outer)
    const home = await goodRepo()
    const inner = join(outer, 'inner')
    renameSync(home, inner)
    const git = commitAll(inner, NOON)
    const tree = join(outer, 'tree')
    git(['worktree', 'add', '--quiet', '--detach', tree])
    for (const place of [inner, tree]) {
      expect((await findings(place, ['--git'])).found).toEqual([])
      edit(place, PAGE, (text) => text.replace('## Evidence\n', '## Evidence\n\nThey love us.\n'))
      expect((await findings(place)).found[0]?.diff).toContain('+They love us.')
    }
  })

  test('--since reports what a branch changed, and what its notes bring about, and nothing else', async () => {
    const home = await goodRepo()
    edit(home, 'personas/README.md', (text) => text.replace('# Personas', '# People'))
    const git = commitAll(home, NOON)
    git(['switch', '--quiet', '--create', 'work'])
    put(home, 'other.txt', 'other\n')
    expect((await check(home)).code).toBe(1)
    expect((await findings(home, ['--since', 'main'])).found).toEqual([])
    edit(home, NOTE, (text) => text.replace('a company of your size', 'a company of such a size'))
    const { found } = await findings(home, ['--since', 'main'])
    expect(rules(found)).toEqual(['quote/not-verbatim'])
    const ran = await check(home, ['--since', 'no-such-branch'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('no revision no-such-branch')
  })

  test('pages in a folder of a larger repository', async () => {
    const home = await goodRepo()
    const outer = folder()
    renameSync(home, join(outer, 'sales'))
    const git = commitAll(outer, NOON)
    git(['switch', '--quiet', '--create', 'work'])
    edit(join(outer, 'sales'), PAGE, (text) => text.replace('## Evidence\n', '## Evidence\n\nThey love us.\n'))
    const ran = await check(join(outer, 'sales'), ['--since', 'main', '--format', 'github'])
    expect(ran.stdout).toMatch(/^::error file=sales\/personas\/finance-leader.md,line=\d+,title=persona\/drift::/)
  })
})

describe('what a run ends with', () => {
  test('severities, --fail-on and waivers decide the exit code', async () => {
    const home = await goodRepo()
    edit(home, PAGE, (text) => `${text}Call +49 30 1234567.\n`)
    expect((await check(home)).code).toBe(1)
    configure(home, { rules: { 'privacy/phone': 'warn' } })
    expect((await check(home)).code).toBe(0)
    expect((await check(home, ['--fail-on', 'warn'])).code).toBe(1)
    const waiver = (more: object) => ({
      waivers: [{ rule: 'privacy/phone', reason: 'our own desk', expires: INGESTED, ...more }],
    })
    for (const more of [{ persona: 'finance-leader' }, { path: PAGE }, { path: 'personas/' }]) {
      configure(home, waiver(more))
      const { code, found, waived } = await findings(home)
      expect({ code, found: found.length, waived: waived.length }).toEqual({ code: 0, found: 0, waived: 1 })
    }
    configure(home, waiver({ path: 'personas/other.md' }))
    expect((await check(home)).code).toBe(1)
    configure(home, waiver({ path: PAGE }))
    expect(rules((await findings(home, [], '2026-09-01')).found)).toEqual(['waiver/expired', 'privacy/phone'])
  })

  test.each([
    [{ rules: { 'persona/stael': 'off' } }, 'persona/stael'],
    [{ rules: { 'persona/stale': 'fatal' } }, 'rules'],
    [{ maxAge: '6 months' }, 'such as 6mo'],
    [{ personas: { nobody: { maxAge: '1y' } } }, 'no such persona "nobody"'],
    [{ waivers: [{ rule: 'persona/stale', reason: 'x', expires: '2026-10-01' }] }, 'names a path or a persona'],
    [{ waivers: [{ rule: 'persona/stale', persona: 'x', reason: '', expires: '2026-02-30' }] }, 'YYYY-MM-DD'],
  ])('settings that are wrong are refused: %j', async (checks, says) => {
    const home = await goodRepo()
    configure(home, checks)
    const ran = await check(home)
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(says)
  })

  test('what check asks for changes no page: the lock stays true', async () => {
    const home = await goodRepo()
    configure(home, { maxAge: '1y', minCalls: 2 })
    expect((await findings(home, ['--fail-on', 'warn'])).found).toEqual([])
  })

  test('no pages at all: exit 2 and where to begin', async () => {
    const ran = await check(folder({ 'notes/a.md': 'Hello\n' }))
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('Run `personas ingest`')
  })

  test('ingest --check: 0 where nothing would change, 1 with the difference where something would, and nothing is written', async () => {
    const home = await goodRepo()
    const ingest = () => personas(home, ['ingest', 'notes', '--check', '--now', '2026-09-30'], {})
    expect((await ingest()).code).toBe(0)
    edit(home, NOTE, (text) => text.replace('in five years', 'in seven years'))
    const before = contents(home)
    const ran = await ingest()
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('in seven years')
    expect(ran.stderr).toContain('Run `personas ingest` without --check')
    expect(contents(home)).toEqual(before)
  })

  test('the exit codes of the README', async () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
    const table = [...readme.matchAll(/^\| (\d) +\| (.+?) +\|$/gm)].map(([, code, means]) => [Number(code), means])
    expect(table.map(([code]) => code)).toEqual([0, 1, 2])
    const home = await goodRepo()
    const by: Record<number, (() => Promise<{ code: number }>)[]> = {
      0: [
        () => check(home),
        () => check(home, [], '2026-12-31'),
        () => personas(home, ['ingest', 'notes', '--dry-run']),
        () => personas(home, ['--version']),
        () => personas(home, ['check', '--help']),
      ],
      1: [
        () => check(home, [], '2027-08-31'),
        () => {
          writeFileSync(join(home, 'notes/broken.md'), '---\ndate: [\n---\n')
          return personas(home, ['ingest', 'notes', '--out', 'elsewhere'])
        },
      ],
      2: [
        () => personas(home, ['ingest', 'no-such-folder']),
        () => personas(folder({ 'notes/x.txt': '' }), ['ingest', 'notes']),
        () => personas(home, ['check', '--max-age', 'soon']),
        () => personas(home, ['check', '--no-such-option']),
        () => personas(folder({ 'personas.config.json': '{' }), ['check']),
        () => personas(folder(), ['check']),
        () => check(home, ['--output-file', 'no/such/folder/report.json']),
      ],
    }
    for (const [code] of table)
      for (const [at, ran] of (by[Number(code)] ?? []).entries())
        expect([code, at, (await ran()).code]).toEqual([code, at, code])
  })
})
