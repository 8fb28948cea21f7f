/** Every figure on the pages of Acme, counted again from the records that `personas tag` prints. */
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { contents, personas, remove, temporary } from '../workbench.ts'
import {
  Recount,
  accountsIn,
  aspect,
  callOf,
  callsIn,
  force,
  isConditional,
  isPersonal,
  isProcess,
  moneyKind,
  moneyPart,
  motive,
  namesStep,
  type AnyRecord,
  type Said,
} from './recount.ts'

const ACME = resolve(import.meta.dirname, '../../fixtures/acme')
const TAGS = {
  objection: 'What stops them',
  job: 'What they want to get done',
  criterion: 'What they judge by',
  budget: 'Money',
}
const MOTIVES: Record<string, string> = {
  'To be safe: no blame, keep job and name': 'security',
  'To be seen to succeed': 'status',
  'To like the work, and have time besides it': 'enjoyment',
  'To have help, and less to worry about': 'support',
}

let home: string
let pages: Record<string, string>
let all: Recount
let themeNames: Map<string, { name: string; tag: string }>

beforeAll(async () => {
  home = temporary()
  cpSync(join(ACME, 'notes'), join(home, 'notes'), { recursive: true })
  cpSync(join(ACME, 'personas.config.json'), join(home, 'personas.config.json'))
  await personas(home, ['ingest', 'notes', '--now', '2026-11-18'])
  pages = contents(join(home, 'personas'))
  const tagged = await personas(home, ['tag', 'notes', '--all', '--codebook', 'personas/themes.yaml', '--quiet'])
  all = new Recount(
    tagged.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AnyRecord),
  )
  const { themes } = parse(pages['themes.yaml'] ?? '') as { themes: { id: string; name: string; tag: string }[] }
  themeNames = new Map(themes.map((theme) => [theme.id, theme]))
}, 240_000)

afterAll(() => remove(home))

/** One page, walked line by line; every line with a figure outside quotes must be counted again by some rule. */
class Page {
  readonly own: Said[]
  readonly accounts: string[]
  readonly enough: boolean
  section = ''
  part = ''
  told: Said[] = []
  kind = ''
  unchecked: string[] = []
  /** Accounts in common, in the order of the table of neighbours. */
  common: number[] = []
  readonly id: string
  readonly text: string

  constructor(id: string, text: string) {
    this.id = id
    this.text = text
    this.own = all.of(id)
    this.accounts = accountsIn(this.own)
    this.enough = callsIn(this.own) >= 5 && this.accounts.length >= 5
  }

  check(): void {
    for (const line of this.text.split('\n')) {
      const bare = line.trim()
      if (bare.startsWith('>') || bare.startsWith('<!--') || bare === '') continue
      if (bare.startsWith('## ')) [this.section, this.part] = [bare.slice(3), '']
      if (bare.startsWith('### ')) this.part = bare.slice(4)
      // Of one account no share is said, and what stands below is counted all the same.
      if (bare.startsWith('### ') && this.accounts.length === 1)
        this.told = this.themed(
          this.part,
          this.own.filter(({ s }) => s.tag === 'objection'),
        )
      if (!/\d/.test(bare)) continue
      if (!this.line(bare)) this.unchecked.push(bare)
    }
  }

  private line(line: string): boolean {
    return (
      line.startsWith('Less often, under Evidence: ') ||
      this.head(line) ||
      this.review(line) ||
      this.waits(line) ||
      this.brief(line) ||
      this.finding(line) ||
      this.jobs(line) ||
      this.criteria(line) ||
      this.money(line) ||
      this.sale(line) ||
      this.table(line) ||
      this.reach(line) ||
      this.quotes(line)
    )
  }

  themed(name: string, from: readonly Said[]): Said[] {
    return from.filter(({ s }) => s.theme !== null && themeNames.get(s.theme)?.name === unescaped(name))
  }

  share(said: readonly Said[] | number): string {
    const n = typeof said === 'number' ? said : accountsIn(said).length
    if (this.accounts.length === 1) return ''
    const counted = `${n} of ${this.accounts.length} accounts`
    return this.enough ? `${counted} (${Math.round((100 * n) / this.accounts.length)} %)` : counted
  }

  values(accounts: readonly string[]): string {
    const sums = new Map<string, { amount: number; n: number }>()
    for (const account of accounts) {
      const { value } = all.deals.get(account)!
      if (!value) continue
      const sum = sums.get(value.currency ?? '') ?? { amount: 0, n: 0 }
      sums.set(value.currency ?? '', { amount: sum.amount + value.amount, n: sum.n + 1 })
    }
    return [...sums]
      .toSorted(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1))
      .map(
        ([currency, { amount, n }]) =>
          `${currency}${currency && ' '}${grouped(amount)} in ${n} ${n === 1 ? 'deal' : 'deals'}`,
      )
      .join(' + ')
  }

  ends(accounts: readonly string[]): string {
    return (['won', 'lost', 'open'] as const)
      .map((end) => [accounts.filter((account) => all.deals.get(account)!.outcome === end).length, end] as const)
      .filter(([n]) => n > 0)
      .map(([n, end]) => `${n} ${end}`)
      .join(', ')
  }

  trend(said: readonly Said[]): string {
    const days = this.own.flatMap(({ n }) => n.date ?? []).toSorted()
    const last = days.at(-1)
    if (!last || callsIn(this.own) < 5 || this.accounts.length < 20) return ''
    const [middle, start] = [sixMonthsBefore(last), sixMonthsBefore(sixMonthsBefore(last))]
    const half = (from: string, to: string) => {
      const within = ({ n }: Said) => n.date !== null && n.date > from && n.date <= to
      const heard = this.own.filter(within)
      return { raised: accountsIn(said.filter(within)).length, heard: accountsIn(heard).length, calls: callsIn(heard) }
    }
    const [after, before] = [half(middle, last), half(start, middle)]
    if (after.calls < 3 || before.calls < 3) return ''
    const [more, less] = [
      (after.raised / after.heard) * before.heard - before.raised,
      (before.raised / before.heard) * after.heard - after.raised,
    ]
    const fresh = !said.some(({ n }) => n.date !== null && n.date <= middle)
    const word =
      after.raised >= 2 && more >= 1.5
        ? fresh
          ? 'new'
          : 'rising'
        : before.raised >= 2 && less >= 1.5
          ? 'falling'
          : after.raised >= 2 && before.raised >= 2
            ? 'steady'
            : ''
    const noun = after.heard === 1 ? 'account' : 'accounts'
    return (
      word &&
      `${word}: ${after.raised} of ${after.heard} ${noun} in the last six months, ${before.raised} of ${before.heard} in the six before`
    )
  }

  private head(line: string): boolean {
    const people = new Set(this.own.filter(({ s }) => s.speaker).map(({ s, account }) => account + s.speaker)).size
    const days = this.own.flatMap(({ n }) => n.date ?? []).toSorted()
    const [calls, accounts, n] = [callsIn(this.own), this.accounts.length, this.own.length]
    if (line.startsWith('evidence: {')) {
      expect(line).toBe(
        `evidence: {calls: ${calls}, accounts: ${accounts}, people: ${people}, statements: ${n}, first: ${days[0]}, last: ${days.at(-1)}}`,
      )
      return true
    }
    if (line.startsWith('updated: ')) return true
    if (/^\*\*(?:Thin|Indicative|Solid)\*\*: /.test(line)) {
      const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
      expect(line).toContain(
        `${s(calls, 'call')}, ${s(accounts, 'account')}, ${s(people, 'person', 'people')}, ${s(n, 'statement')}; last heard ${days.at(-1)}`,
      )
      expect(line).toMatch(strength(calls, accounts, true))
      const most = Math.max(...this.accounts.map((account) => this.own.filter((one) => one.account === account).length))
      expect(/gives|come from one account/.test(line)).toBe(accounts > 1 && most / n > 0.3)
      if (line.includes(' gives ')) expect(line).toContain(` gives ${Math.round((100 * most) / n)} % `)
      if (line.includes('come from one account')) expect(line).toContain(`${most} of ${n} statements`)
      return true
    }
    if (!/^A (?:buyer|user)[:.]/.test(line)) return false
    expect(line).toContain(`Their accounts: ${this.ends(this.accounts)}.`)
    const heads = [...new Set(this.own.flatMap(({ n: note }) => note.size ?? []))].flatMap((size) => {
      const digits = /(\d[\d.,' ]*)\s*(?:people|employees|staff|fte)/iu.exec(size)?.[1]?.replace(/\D/g, '')
      return digits ? [Number(digits)] : []
    })
    if (line.includes('Companies of'))
      expect(line).toContain(`Companies of ${grouped(Math.min(...heads))} to ${grouped(Math.max(...heads))} people`)
    return true
  }

  private finding(line: string): boolean {
    if (this.section !== 'What stops them from choosing us') return false
    const objections = this.own.filter(({ s }) => s.tag === 'objection')
    const title = /^### (.+) · (\d.+)$/.exec(line)
    if (title) {
      this.told = this.themed(title[1]!, objections)
      expect(title[2]).toBe(this.share(this.told))
      return true
    }
    const cells = /^\| (.+) \|$/.exec(line)?.[1]?.split(' | ')
    if (cells) {
      const told = this.themed(cells[0]!, objections)
      const raised = accountsIn(told)
      expect(cells[1]).toBe(this.share(told))
      expect(cells.slice(-2)).toEqual([
        this.ends(raised),
        this.ends(this.accounts.filter((one) => !raised.includes(one))) || '–',
      ])
      if (cells.length === 5) expect(cells[2]).toBe(this.values(raised) || '–')
      return true
    }
    if (line.startsWith('- **Who:**')) {
      const heads = accountsIn(this.told).flatMap((account) => all.deals.get(account)!.heads ?? [])
      const size = /([\d,]+) to ([\d,]+) people/.exec(line)
      if (size) expect([size[1], size[2]]).toEqual([grouped(Math.min(...heads)), grouped(Math.max(...heads))])
      // A title may hold commas: what stands before a figure ends with the title or industry that it counts.
      for (const found of line.matchAll(/ \((\d+)\)/g)) {
        const words = unescaped(line.slice(0, found.index)).split(' ')
        const endings = words.map((_, at) => words.slice(at).join(' '))
        const counts = endings.flatMap((what) => [this.peopleTitled(what), this.accountsIn(what)])
        expect(counts, line).toContain(Number(found[1]))
      }
      return true
    }
    if (line.startsWith('- **When:**')) {
      const stages = [...line.split(';')[0]!.matchAll(/(\w+) \((\d+)(?: accounts?)?\)/g)].map(([, stage, n]) => [
        stage,
        Number(n),
      ])
      expect(stages.length).toBe(new Set(this.told.map(({ n }) => n.stage)).size)
      for (const [stage, n] of stages)
        expect(accountsIn(this.told.filter((one) => one.n.stage === stage)).length).toBe(n)
      expect(line.includes(';') ? line.slice(line.indexOf(';') + 2, -1) : '').toBe(this.trend(this.told))
      return true
    }
    if (line.startsWith('- **What happened:**')) {
      const raised = accountsIn(this.told)
      const answered = accountsIn(this.told.filter((one) => all.answered(one))).length
      expect(line.includes('our side answered in the same call: ')).toBe(answered > 0)
      for (const account of raised) {
        const said = this.told.filter((one) => one.account === account)
        const isSettled = all.mayBeSettled(account, said) && line.includes('settled by a later note: ')
        if (!isSettled) expect(line).toContain(`${all.ending(account, said)}: `)
      }
      return true
    }
    if (line.startsWith('- **No reason told:**')) {
      const shallow = this.told.filter(({ s }) => s.facets.surface).length
      const numbers = /(?:(\d+) of (\d+)|all (\d+)) statement/.exec(line)
      expect([shallow, this.told.length]).toEqual([
        Number(numbers?.[1] ?? numbers?.[3]),
        Number(numbers?.[2] ?? numbers?.[3]),
      ])
      return true
    }
    return false
  }

  /** `**Acme** · lost, 2026-04-15 · EUR 98,000` */
  private review(line: string): boolean {
    if (this.section !== 'Why we won and lost, in their words') return false
    const more = /^(\d+) more deals?: /.exec(line)
    return more !== null || isDeal(line)
  }

  private waits(line: string): boolean {
    const counted = /^(None accepted yet; )?(\d+) waits? for review/.exec(line)
    if (!counted) return false
    const accepted = this.own.filter(({ s }) => s.tag === 'objection').length
    expect(Number(counted[2])).toBe(all.waiting(this.id, 'objection').length)
    expect(counted[1] !== undefined).toBe(accepted === 0)
    expect(accepted).toBeLessThan(3)
    return true
  }

  private peopleTitled(title: string): number {
    const people = new Set(this.told.map(({ s, account }) => `${account}\n${s.speaker}`))
    const titles = [...people].map((key) => {
      const said = this.told.find(({ s, account }) => `${account}\n${s.speaker}` === key)!
      return all.people.find(({ file, name }) => file === said.s.file && name === said.s.speaker)?.title
    })
    return titles.filter((one) => one === title).length
  }

  private accountsIn(industry: string): number {
    return accountsIn(this.told).filter((account) =>
      all.notes.some((note) => all.accountAt(note.file) === account && note.industry === industry),
    ).length
  }

  private jobs(line: string): boolean {
    if (this.section !== 'What they want to get done') return false
    const jobs = this.own.filter(({ s }) => s.tag === 'job')
    const counts = /(\d+) statements? about the business, (\d+) about themselves/.exec(line)
    if (counts) {
      const personal = jobs.filter(isPersonal).length
      expect([Number(counts[1]), Number(counts[2])]).toEqual([jobs.length - personal, personal])
      const percent = /(\d+) % business, (\d+) % personal/.exec(line)
      if (percent) {
        const shares = accountsIn(jobs).map((account) => {
          const own = jobs.filter((one) => one.account === account)
          return own.filter(isPersonal).length / own.length
        })
        expect(Number(percent[1]) + Number(percent[2])).toBe(100)
        // Half a per cent may be rounded either way: sums of fractions depend on their order.
        const exact = (100 * shares.reduce((a, b) => a + b, 0)) / shares.length
        expect(Math.abs(Number(percent[2]) - exact)).toBeLessThanOrEqual(0.5 + 1e-9)
      }
      return true
    }
    if (line.startsWith('### ')) {
      const [name, figures] = line.slice(4).split(' · ')
      const among = name === 'What they answer for to others' ? jobs : jobs.filter((one) => !isPersonal(one))
      expect(figures).toBe(this.share(among.filter((one) => aspect(one) === name)))
      return true
    }
    const item = /^- \*\*(.+?)\*\* · (.+)$/.exec(line)
    if (item) {
      const wanted = MOTIVES[item[1]!]
      if (wanted)
        expect(item[2]!.replace(' · quoted above', '')).toBe(
          this.share(jobs.filter((one) => isPersonal(one) && motive(one) === wanted)),
        )
      else
        this.item(
          item[1]!,
          item[2]!,
          jobs.filter((one) => !isPersonal(one)),
        )
      return true
    }
    const listed = /^By theme, in accounts: (.+)\.$/.exec(line)?.[1]
    for (const [, name, n] of listed?.matchAll(/(?:, | and |^)([^()]+?) \((\d+)\)/g) ?? [])
      expect(accountsIn(this.themed(name!, jobs.filter(isPersonal))).length).toBe(Number(n))
    return listed !== undefined || /and \d+ more\)\.$/.test(line)
  }

  private item(name: string, figures: string, from: readonly Said[]): void {
    const said = this.themed(name, from)
    const parts = [this.share(said), this.values(accountsIn(said))].filter((part) => part !== '')
    expect(figures.startsWith(parts.join(' · '))).toBe(true)
    const moved = this.trend(said)
    expect(figures.includes('in the six before')).toBe(moved !== '' && !moved.startsWith('steady'))
    if (figures.includes('in the six before')) expect(figures).toContain(moved)
  }

  private criteria(line: string): boolean {
    if (this.section !== 'What they judge by') return false
    const criteria = this.own.filter(({ s }) => s.tag === 'criterion')
    if (this.part === 'How they decide, account by account') {
      const more = /^(\d+) more accounts? under Evidence\.$/.exec(line)
      if (more) {
        const told = criteria.filter((one) => isProcess(one) && one.n.consent !== false && namesStep(one))
        expect(Number(more[1])).toBe(accountsIn(told).length - 4)
      }
      // People, times and proofs stand with their own quote, which says them.
      return more !== null || /^- \*[A-Z].*\*/.test(line)
    }
    const item = /^- \*\*(.+?)\*\* · (.+)$/.exec(line)
    if (!item) return false
    if (this.part === 'Demands with a condition' || this.kind === 'conditions') {
      const said = this.own.filter(isConditional)
      const own =
        item[1] === 'Of no theme yet' ? said.filter(({ s }) => s.theme === null) : this.themedOnce(item[1]!, said)
      const accounts = accountsIn(own)
      expect(item[2]).toContain([this.share(own), this.values(accounts)].filter((part) => part !== '').join(' · '))
      expect(item[2]).toContain(`(${this.ends(accounts)})`)
      return true
    }
    const wanted = { 'Deal-breakers': 'deal-breaker', Musts: 'must', 'Nice to have': 'nice' }[this.part]
    this.item(
      item[1]!,
      item[2]!,
      criteria.filter((one) => !isProcess(one) && force(one) === wanted),
    )
    return true
  }

  /** A name may be that of two themes, one an objection and one a criterion: the figures are those of one of them. */
  private themedOnce(name: string, from: readonly Said[]): Said[] {
    const ids = [...new Set(this.themed(name, from).map(({ s }) => s.theme))]
    const at = (this.seen.get(name) ?? -1) + 1
    this.seen.set(name, at)
    return from.filter(({ s }) => s.theme === ids.toSorted()[at])
  }
  private readonly seen = new Map<string, number>()

  private money(line: string): boolean {
    if (this.section !== 'Money') return false
    const money = this.own.filter(({ s }) => s.tag === 'budget')
    const sum = /^- \*\*([^:*]+): (.+)\*\* · (.+)$/.exec(line)
    if (sum) {
      const told = money.filter(
        ({ s }) =>
          s.facets.amount && (s.facets.amount.min !== null || s.facets.amount.max !== null) && !s.facets.amount.guess,
      )
      const rows = this.ranges(told.filter((one) => moneyKind(one) === sum[1]))
      const more = / and (\d+) more$/.exec(sum[3]!)?.[1]
      const named = sum[3]!.replace(/ and \d+ more$/, '').split(/, | and /).length
      expect(rows).toContain(`${sum[2]} | ${named + Number(more ?? 0)}`)
      return true
    }
    if (line.startsWith('### ')) {
      const [name, figures] = line.slice(4).split(' · ')
      expect(figures).toBe(this.share(money.filter((one) => moneyPart(one) === name)))
      return true
    }
    const conflict = /^- (.+?): (.+ against .+)$/.exec(line)
    for (const side of conflict?.[2]?.split(' against ') ?? []) {
      const [, amount, n] = /([\d,.]+)[^(]*\((\d+) statement/.exec(side)!
      const value = Number(amount!.replaceAll(',', ''))
      const same = money.filter(
        ({ s, account }) => account === unescaped(conflict![1]!) && s.facets.amount?.min === value,
      )
      expect(same.length).toBeGreaterThanOrEqual(Number(n))
    }
    return conflict !== null
  }

  private ranges(told: readonly Said[]): string[] {
    const units = groupBy(
      told,
      ({ s, account }) => `${this.currency(s, account) ?? `?${account}`}/${s.facets.amount!.period}`,
    )
    return [...units.values()].map((own) => {
      const numbers = own.flatMap(({ s }) => [s.facets.amount!.min, s.facets.amount!.max]).filter((n) => n !== null)
      const [min, max] = [Math.min(...numbers), Math.max(...numbers)]
      const currency = this.currency(own[0]!.s, own[0]!.account)
      const period = own[0]!.s.facets.amount!.period
      const span = min === max ? grouped(min) : `${grouped(min)} to ${grouped(max)}`
      const unit = period === 'once' ? ' once' : period ? ` a ${period}` : ''
      return `${currency ? `${currency} ` : ''}${span}${unit}${currency ? '' : ' (no currency named)'} | ${accountsIn(own).length}`
    })
  }

  /** Whoever names no currency means that of the account, where its notes name one alone. */
  private currency(s: Said['s'], account: string): string | null {
    if (s.facets.amount!.currency) return s.facets.amount!.currency
    const said = all.said.filter((one) => one.account === account).flatMap((one) => one.s.facets.amount?.currency ?? [])
    const dealt = all.notes
      .filter(({ file }) => all.accountAt(file) === account)
      .flatMap(({ dealValue }) => dealValue?.currency ?? [])
    const known = [...new Set([...said, ...dealt])]
    return known.length === 1 ? known[0]! : null
  }

  private sale(line: string): boolean {
    if (this.section !== 'Through the sale') return false
    const at = (stage: string, tag: string) =>
      accountsIn(this.own.filter(({ s, n }) => n.stage === stage && s.tag === tag)).length
    const cells = /^\| (\w+) \| (.+) \|$/.exec(line)
    if (cells) {
      const stage = cells[1]!
      const calls = callsIn(this.own.filter(({ n }) => n.stage === stage))
      expect(cells[2]!.split(' | ').slice(0, 5).map(Number)).toEqual([
        calls,
        ...['objection', 'job', 'criterion', 'budget'].map((tag) => at(stage, tag)),
      ])
      return true
    }
    const stages = ['discovery', 'demo', 'evaluation', 'proposal', 'negotiation', 'won', 'lost', 'other'].filter(
      (stage) => this.own.some(({ n }) => n.stage === stage),
    )
    const bars = stages.map((stage) => at(stage, 'objection'))
    if (line.startsWith('bar ')) expect(line).toBe(`bar [${bars.join(', ')}]`)
    if (line.startsWith('y-axis ')) expect(line).toBe(`y-axis "accounts" 0 --> ${Math.max(...bars)}`)
    return /^(?:bar|y-axis) /.test(line)
  }

  private table(line: string): boolean {
    if (this.section === 'What to ask next') return this.question(line)
    if (this.section !== 'Around the table') return false
    const common = (id: string) => {
      const theirs = accountsIn(all.of(id))
      return theirs.filter((account) => this.accounts.includes(account))
    }
    const named = [...line.matchAll(/\[[^\]]+\]\(([a-z-]+)\.md\) \((\d+)\)/g)]
    for (const [, id, n] of named) {
      expect(Number(n)).toBe(common(id!).length)
      this.common.push(Number(n))
    }
    if (named.length > 0) return true
    const neighbour = /^\| \[.+\]\(([a-z-]+)\.md\) \| (.+) \|$/.exec(line)
    for (const [, name, tag, n] of neighbour?.[2]?.matchAll(/(?:^|, | and )([^()]+?) \(([a-z]+), (\d+)\)/g) ?? []) {
      const raised = (said: Said[]) =>
        accountsIn(
          this.themed(
            name!,
            said.filter(({ s }) => s.tag === tag),
          ),
        )
      const theirs = raised(all.of(neighbour![1]!))
      expect(Number(n), line).toBe(raised(this.own).filter((account) => theirs.includes(account)).length)
      expect(Number(n)).toBeGreaterThan(1)
    }
    if (neighbour) return true
    const drawn = /^us \S+\|"(\d+) accounts?(?:, pull apart)?"\| p(\d)$/.exec(line)
    if (drawn) {
      expect(Number(drawn[1])).toBe(this.common[Number(drawn[2]) - 1])
      expect(Number(drawn[1])).toBeGreaterThan(2)
      return true
    }
    // The diagram repeats what stands above it.
    return /^p\d\[/.test(line) || line.startsWith('Known and never heard') || /\(.+\)\.$/.test(line)
  }

  /** Account and name of those who hold a role, and of those of them who say anything in the notes. */
  private holders(role: string): [string[], string[]] {
    const people = all.people.filter(
      ({ file, side }) => side !== 'seller' && this.accounts.includes(all.accountAt(file)),
    )
    const byPerson = groupBy(people, ({ file, name }) => `${all.accountAt(file)}\n${name}`)
    const spoke = (key: string) =>
      all.statements.some(
        ({ file, speaker, side }) =>
          side !== 'seller' && speaker !== null && `${all.accountAt(file)}\n${speaker}` === key,
      )
    const known = [...byPerson].flatMap(([key, records]) => {
      const seen = records.filter((one) => spoke(key) || (one.title !== null && one.persona !== null))
      const roles = groupBy(
        seen.filter((one) => one.role !== 'unknown'),
        (one) => one.role,
      )
      const most = [...roles].toSorted(
        ([a, x], [b, y]) => y.length - x.length || a.length - b.length || (a < b ? -1 : 1),
      )[0]?.[0]
      return most === role ? [key] : []
    })
    return [known, known.filter(spoke)]
  }

  private question(line: string): boolean {
    const open = this.accounts.filter((account) => all.isOpenSale(account))
    const heard = /In (\d+) of (\d+) open accounts (.+?)(?: was never heard| was heard)?\./.exec(line)
    if (heard) {
      const role = /decides/.test(heard[3]!) ? 'decision-maker' : /budget/.test(heard[3]!) ? 'budget-holder' : 'user'
      const there = new Set(this.holders(role)[1].map((key) => key.split('\n')[0]))
      const tables = open.filter((account) =>
        ['decision-maker', 'budget-holder', 'influencer', 'recommender', 'saboteur', 'user'].some((one) =>
          this.holders(one)[0].some((key) => key.startsWith(`${account}\n`)),
        ),
      )
      expect([Number(heard[1]), Number(heard[2])]).toEqual([
        tables.filter((account) => !there.has(account)).length,
        tables.length,
      ])
      return true
    }
    expect(open.length).toBeGreaterThan(0)
    const where = /Ask at (.+?)\.$/.exec(line)?.[1]
    const named = this.accounts.filter((account) => where?.includes(escaped(account)))
    if (where !== undefined) expect(named.length, line).toBeGreaterThan(0)
    for (const account of named) expect(open, line).toContain(account)
    const gap = /No statement about .+ in (\d+) calls?\./.exec(line)
    if (gap) expect(Number(gap[1])).toBe(callsIn(this.own))
    const shallow = /\*\* (One|\d+) answers? without a reason/.exec(line)
    if (shallow) {
      const said = this.own.filter(
        ({ s, account }) => s.tag === 'objection' && s.facets.surface && open.includes(account),
      )
      expect(said.length).toBeGreaterThanOrEqual(shallow[1] === 'One' ? 1 : Number(shallow[1]))
    }
    return /^\d+\. /.test(line)
  }

  private reach(line: string): boolean {
    if (this.section !== 'How far this page goes') return false
    const row = /^\| ([A-Z][\w ]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\w+) \|$/.exec(line)
    if (row) {
      const tag = Object.entries(TAGS).find(([, title]) => title === row[1])![0]
      const said = this.own.filter(({ s }) => s.tag === tag)
      const people = new Set(said.filter(({ s }) => s.speaker).map(({ s, account }) => account + s.speaker)).size
      const [calls, accounts] = [callsIn(said), accountsIn(said).length]
      expect(row.slice(2, 6).map(Number)).toEqual([said.length, people, accounts, calls])
      expect(row[6]).toMatch(said.length === 0 ? /none/ : strength(calls, accounts, false))
      return true
    }
    const fresh = /the newest (\d+) calls? brought (\d+) of the (\d+) themes/.exec(line)
    if (fresh) {
      const dated = this.own.filter(({ n }) => n.date)
      const calls = [
        ...new Set(
          dated
            .toSorted((a, b) => (a.n.date! + callOf(a.n) < b.n.date! + callOf(b.n) ? -1 : 1))
            .map(({ n }) => callOf(n)),
        ),
      ]
      const newest = Math.ceil(calls.length / 3)
      const themes = (some: string[]) =>
        new Set(dated.filter(({ n }) => some.includes(callOf(n))).flatMap(({ s }) => s.theme ?? [])).size
      const total = themes(calls)
      expect(fresh.slice(1).map(Number)).toEqual([newest, total - themes(calls.slice(0, -newest)), total])
      return true
    }
    const loose = /^- (\d+) of (\d+) statements? belong to no theme/.exec(line)
    if (loose)
      expect(loose.slice(1).map(Number)).toEqual([this.own.filter(({ s }) => s.theme === null).length, this.own.length])
    const silent = /^- (\d+) notes? may not be quoted/.exec(line)
    if (silent)
      expect(Number(silent[1])).toBe(
        new Set(this.own.filter(({ n }) => n.consent === false).map(({ n }) => n.file)).size,
      )
    const undated = /^- (\d+) notes? without a date/.exec(line)
    if (undated)
      expect(Number(undated[1])).toBe(new Set(this.own.filter(({ n }) => n.date === null).map(({ n }) => n.file)).size)
    return Boolean(loose ?? silent ?? undated)
  }

  private quotes(line: string): boolean {
    if (this.section !== 'Evidence') return false
    const found =
      /^(\d+) statements? under (\d+) themes?, each with its line: \[all quotes\]\([^)]+\)(?:; (\d+) not quoted, for want of consent)?\.$/.exec(
        line,
      )
    const themes = new Set(this.own.flatMap(({ s }) => s.theme ?? [])).size
    const silent = this.own.filter(({ n }) => n.consent === false).length
    expect(found?.slice(1).map((n) => Number(n ?? 0))).toEqual([this.own.length, themes, silent])
    return true
  }

  /** A page on which little stands: quotes under themes. */
  private brief(line: string): boolean {
    const tag = {
      'What stops them from choosing us': 'objection',
      ...Object.fromEntries(Object.entries(TAGS).map(([a, b]) => [b, a])),
    }[this.section]
    const title = /^### (.+) · (\d.+)$/.exec(line)
    if (this.own.length >= 8 || tag === undefined || title === null) return false
    expect(title[2]).toBe(
      this.share(
        this.themed(
          title[1]!,
          this.own.filter(({ s }) => s.tag === tag),
        ),
      ),
    )
    return true
  }

  /** The pages of all quotes. */
  checkEvidence(text: string): void {
    for (const block of text.split('\n### ').slice(1)) {
      const [title = '', , counted = ''] = block.split('\n')
      const counts = /^(\d+) statements?, (\d+) (?:person|people), (\d+) accounts?/.exec(counted)
      const theme = /^(.+) \((objection|job|criterion|budget)\)$/.exec(title)
      const tag =
        theme?.[2] ??
        Object.entries({ job: 'jobs', objection: 'objections', criterion: 'criteria', budget: 'words on money' }).find(
          ([, word]) => title.includes(word),
        )![0]
      const own = this.own.filter(({ s }) => s.tag === tag)
      const said = theme ? this.themed(theme[1]!, own) : own.filter(({ s }) => s.theme === null)
      const people = new Set(said.map(({ s, account }) => `${account}\n${s.speaker ?? ''}`)).size
      expect(counts?.slice(1).map(Number)).toEqual([said.length, people, accountsIn(said).length])
      const silent = said.filter(({ n }) => n.consent === false).length
      expect(/(\d+) not quoted/.exec(counted)?.[1] ?? '0').toBe(String(silent))
      expect(block.match(/^> /gm)?.length ?? 0).toBe(said.length - silent)
    }
  }
}

/** What a row of the index says first: a theme of two accounts or more, one statement, or how many wait. */
function headline(cell: string, page: Page, said: readonly Said[], tag: string): boolean {
  const waiting = all.waiting(page.id, tag).length
  if (cell === 'nothing heard yet') return said.length === 0 && waiting === 0
  const waits = /^none accepted yet; (\d+) waits? for review$/.exec(cell)
  if (waits) return said.length === 0 && Number(waits[1]) === waiting
  const shared = /^(.+) \((\d+) of (\d+)\)$/.exec(cell)
  const themed = (name: string) =>
    ['objection', 'criterion', 'job'].map((kind) =>
      page.themed(
        name,
        said.filter(({ s }) => s.tag === kind),
      ),
    )
  if (shared) {
    const counts = themed(shared[1]!).map((own) => accountsIn(own).length)
    return counts.includes(Number(shared[2])) && Number(shared[2]) > 1 && Number(shared[3]) === page.accounts.length
  }
  return said.length > 0 && / \(heard once\)$|^heard once/.test(cell)
}

/** The line of a deal that is won or lost: account, outcome, day of its review, value. */
function isDeal(line: string): boolean {
  const told =
    /^(?:- )?\*\*(.+?)\*\* · (won|lost)(?:, (\d{4}-\d\d-\d\d))?(?: · (?:([A-Z]{3}) )?([\d,.]+))?(?: · .+)?$/.exec(line)
  if (!told) return false
  const [, name, outcome, day, currency, amount] = told
  const account = unescaped(name!)
  const deal = all.deals.get(account)!
  expect([deal.outcome, deal.value?.currency, deal.value && grouped(deal.value.amount)]).toEqual([
    outcome,
    currency ?? deal.value?.currency,
    amount ?? deal.value,
  ])
  const days = all.notes.filter(({ file }) => all.accountAt(file) === account).map(({ date }) => date)
  if (day) expect(days).toContain(day)
  return true
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}

function strength(calls: number, accounts: number, capital: boolean): RegExp {
  const word = calls < 3 || accounts < 2 ? 'thin' : calls >= 10 && accounts >= 5 ? 'solid' : 'indicative'
  return new RegExp(capital ? `^\\*\\*${word}` : word, 'i')
}

function sixMonthsBefore(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 6, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 7, Math.min(date, last))).toISOString().slice(0, 10)
}

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

function unescaped(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('\\', '')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;')
}

describe('every figure can be counted again from the records', () => {
  test('on every page of a persona', () => {
    const ids = Object.keys(pages).flatMap((path) => /^([a-z]+(?:-[a-z]+)+)\.md$/.exec(path)?.[1] ?? [])
    expect(ids.length).toBeGreaterThan(9)
    for (const id of ids) {
      const page = new Page(id, pages[`${id}.md`]!)
      page.check()
      expect(page.unchecked, `figures of ${id} that nobody counted`).toEqual([])
      page.checkEvidence(pages[`evidence/${id}.md`]!)
    }
  })

  test('on the index', () => {
    const index = pages['README.md']!
    const calls = all.notes.filter(({ duplicateOf }) => duplicateOf === null)
    const waiting = all.statements.filter((s) => s.tag !== 'none' && !s.accepted).length
    expect(index).toContain(
      `${calls.length} calls with ${new Set(calls.flatMap(({ account }) => account ?? [])).size} accounts`,
    )
    expect(index).toContain(`${waiting} signals wait for review`)
    for (const [row, id] of index.matchAll(/^\| \[[^\]]+\]\(([a-z-]+)\.md\) .* \| \d+ \|$/gm)) {
      if (!/ (?:thin|indicative|solid) /.test(row)) continue
      const own = all.statements.filter((s) => s.persona === id && s.tag !== 'none' && s.side !== 'seller')
      expect(Number(row.split(' | ').at(-1)!.replace(' |', ''))).toBe(
        own.filter((s) => !s.accepted && !s.repeated).length,
      )
    }
    const rows = /^\| \[[^\]]+\]\(([a-z-]+)\.md\) \| (.+?) \| (.+?) \| \d+ \| .+ \| (?:thin|indicative|solid) \|.*$/gm
    for (const [, id, stops, wants] of index.matchAll(rows)) {
      const page = new Page(id!, '')
      const hard = page.own.filter(({ s }) => s.tag === 'objection' || s.facets.force === 'deal-breaker')
      expect(headline(stops!, page, hard, 'objection'), stops).toBe(true)
      const jobs = page.own.filter(({ s }) => s.tag === 'job')
      expect(headline(wants!, page, jobs, 'job'), wants).toBe(true)
    }
    const deals = index.split('\n').filter(isDeal)
    const closed = [...all.deals.values()].filter(({ outcome }) => outcome !== 'open')
    expect(deals.length).toBe(closed.length)
    const ends = (end: string) => closed.filter(({ outcome }) => outcome === end).length
    expect(index).toContain(`${closed.length} deals: ${ends('lost')} lost and ${ends('won')} won; `)
    for (const row of index.matchAll(/^\| ([a-z-]+) \|((?: \d* \|)+)$/gm)) {
      const heads = /^\| part in the decision \| (.+) \|$/m.exec(index)![1]!.split(' | ')
      const counts = row[2]!
        .split('|')
        .slice(0, -1)
        .map((cell) => Number(cell.trim()))
      expect(counts).toEqual(
        heads.map((stage) => callsIn(all.said.filter(({ s, n }) => s.role === row[1] && n.stage === stage))),
      )
    }
  })

  test('of the accounts', () => {
    const rows = [...pages['accounts.md']!.matchAll(/^\| (.+?) \| (won|lost|open) \| (.+) \|$/gm)]
    const accounts = new Map([...all.deals].map(([account, deal]) => [escaped(account), deal]))
    expect(rows.length).toBe(12)
    for (const [, account, outcome] of rows) expect(accounts.get(account!)?.outcome).toBe(outcome)
    const named = [...pages['accounts.md']!.matchAll(/^### (.+) · (\d+) accounts?$/gm)]
    for (const [, rival, n] of named.filter(([, name]) => !name!.startsWith('Other offers'))) {
      const said = all.said.filter(({ s }) => new RegExp(`\\b${rival}\\b`, 'i').test(s.text))
      expect(accountsIn(said).length, rival).toBe(Number(n))
    }
  })

  test('of the demands', () => {
    const demands = pages['demands.md']!
    const rows = [...demands.matchAll(/^\| ([A-Z][^|]+) \| (\d+) \| (\d*) \| (\d*) \| (\d*) \| (\d*) \|/gm)]
    expect(rows.length).toBeGreaterThan(3)
    for (const [, name, accounts, ...forces] of rows) {
      expect(demands).toContain(`## ${name} · ${accounts} account`)
      expect(forces.reduce((sum, n) => sum + Number(n), 0)).toBe(Number(accounts))
    }
  })
})
