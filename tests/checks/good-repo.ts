/** A small team's repo with nothing to complain about, made by `personas ingest` once and copied for each test. */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { contents, personas, put, remove, temporary, type Ran } from '../workbench.ts'

/** The day of the ingest. */
export const INGESTED = '2026-08-31'
export const PAGE = 'personas/finance-leader.md'

const ACCOUNTS = ['Hallmann', 'Brackley', 'Lindenau', 'Castlereagh'] as const
const FINANCE = ['Katrin Vogt', 'Olive Hartley', 'Bernd Seidel', 'Niamh Doyle']
const CHIEFS = ['Jost Hallmann', 'Peter Brack', 'Ute Lindenau', 'Sean Castle']
const DISPATCH = ['Lena Brandt', 'Kelly Marsh', 'Timo Kranz', 'Aoife Byrne']

/** What each of them says: another sentence for each account, so that nothing is a repetition. */
const SAYS = {
  finance: [
    'I doubt that a company of your size will still be there in five years.',
    'Your house is small, and I worry what happens when it is sold.',
    'Who answers the phone when your three developers leave?',
    'I have been burned by a small vendor that went bankrupt on us.',
  ],
  money: [
    'Anything over 25,000 EUR goes to the shareholders.',
    'There are 30,000 GBP in the budget of next year for it.',
    'I can sign 10,000 EUR on my own, no more.',
    'We have set aside 40,000 GBP for the dispatch office.',
  ],
  user: [
    'I want to be home before seven for once.',
    'Retyping every order costs me two hours a day.',
    'I would like to see on one screen where each crane is.',
    'My drivers call me forty times a day, I want that to stop.',
  ],
}

function note(at: number): string {
  return `---
date: 2026-0${5 + at}-1${at}
account: ${ACCOUNTS[at]}
stage: discovery
participants:
  - name: ${FINANCE[at]}
    title: CFO
  - name: ${CHIEFS[at]}
    title: Managing Director
  - name: ${DISPATCH[at]}
    title: Dispatcher
us: Sam Okafor (AE)
${at === 0 ? 'retention: 2027-12-31\n' : ''}---

# Discovery

**${FINANCE[at]}:** ${SAYS.finance[at]} #objection
**${FINANCE[at]}:** ${SAYS.money[at]} #budget
**${CHIEFS[at]}:** In the end I decide, and I want two references from our trade. #criterion
**Sam Okafor:** I will send them.
**${DISPATCH[at]}:** ${SAYS.user[at]} #job
`
}

const CONFIG = {
  us: { company: 'Acme', people: ['Sam Okafor'] },
  people: Object.fromEntries([
    ...FINANCE.map((name) => [name, { role: 'budget-holder' }]),
    ...CHIEFS.map((name) => [name, { role: 'decision-maker' }]),
    ...DISPATCH.map((name) => [name, { role: 'user' }]),
  ]) as Record<string, unknown>,
}

export const NOTE = 'notes/2026-05-10-hallmann.md'

let made: Promise<string> | undefined

async function make(): Promise<string> {
  const home = temporary()
  for (const [at, account] of ACCOUNTS.entries())
    put(home, `notes/2026-0${5 + at}-1${at}-${account.toLowerCase()}.md`, note(at))
  put(home, 'personas.config.json', JSON.stringify(CONFIG, null, 2))
  const ran = await personas(home, ['ingest', 'notes', '--now', INGESTED])
  if (ran.code !== 0) throw new Error(ran.stderr)
  process.once('exit', () => remove(home))
  return home
}

/** A copy of the good repo that is gone after the test. */
export async function goodRepo(): Promise<string> {
  made ??= make()
  const home = temporary()
  onTestFinished(() => remove(home))
  cpSync(await made, home, { recursive: true })
  return home
}

export function read(home: string, path: string): string {
  return readFileSync(join(home, path), 'utf8')
}

/** Changes a file as somebody at an editor would; the change must be one. */
export function edit(home: string, path: string, change: (text: string) => string): void {
  const before = read(home, path)
  const after = change(before)
  if (after === before) throw new Error(`nothing to change in ${path}`)
  put(home, path, after)
}

/** Sets what `check` asks for. */
export function configure(home: string, checks: unknown): void {
  put(home, 'personas.config.json', JSON.stringify({ ...CONFIG, checks }))
}

export function check(home: string, args: string[] = [], now = INGESTED): Promise<Ran> {
  return personas(home, ['check', '--now', now, ...args], {})
}

interface Reported {
  rule: string
  severity: string
  file: string
  line: number | null
  persona: string | null
  message: string
  remedy: string
  diff?: string
}

/** What a check finds, as its JSON says it. */
export async function findings(
  home: string,
  args: string[] = [],
  now = INGESTED,
): Promise<{ code: number; found: Reported[]; waived: Reported[] }> {
  const ran = await check(home, [...args, '--format', 'json'], now)
  if (ran.stdout === '') throw new Error(ran.stderr)
  const { findings: found, waived } = JSON.parse(ran.stdout) as { findings: Reported[]; waived: Reported[] }
  return { code: ran.code, found, waived }
}

export function pagesOf(home: string): Record<string, string> {
  return contents(join(home, 'personas'))
}
