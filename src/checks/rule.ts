/** What a rule is, what it looks at, and what it finds. */
import type { Config } from '../config.ts'
import type { Problem } from '../problems.ts'
import type { Lock } from '../render/lock.ts'
import type { CommittedPage } from './page.ts'
import type { RuleId, Severity } from './rule-ids.ts'

export interface Rule {
  /** Where neither the configuration nor anybody else says otherwise. */
  severity: Severity
  /** One sentence for lists of rules. */
  summary: string
  look(committed: Committed): Found[]
}

/** Everything that a rule may know: what is committed, as read, and the day. Nothing in it is looked up later. */
export interface Committed {
  /** UTC day. */
  today: string
  config: Config
  /** The configuration's path from the root. */
  configFile: string
  /** How old a page without a limit of its own may be, as written, such as `6mo`. */
  maxAge: string
  /** From the root to the output folder, with a slash at its end; empty where they are one. */
  out: string
  /** In path order. */
  pages: readonly CommittedPage[]
  /** null where there is none; a reason where it can't be used. */
  lock: Lock | null | { error: string }
  /** Digests of what the pages should come from, as it is now. */
  now: { notes: ReadonlyMap<string, string>; codebook: string; config: string; corrections: string; model: string }
  /** Notes that could not be read; with `full`, everything noticed in notes. */
  problems: readonly Problem[]
  /** Text of the notes that a rule may want to look into: those that changed, and those that pages quote which are not as locked. */
  texts: ReadonlyMap<string, string>
  /** The last day on which a note may be kept, by note, where it says so. */
  retention: ReadonlyMap<string, string>
  /** Locked notes that are gone → where they are now: by their content, else by git's word. */
  renamed: ReadonlyMap<string, string>
  /** By page: the lines of the block as they should be, where the notes were tagged again or git has them. */
  expected: ReadonlyMap<string, readonly string[]>
  /** By page: the day of the commit that last changed its words. Empty without `--git`. */
  contentDays: ReadonlyMap<string, string>
}

export interface Found {
  /** From the root, with slashes. */
  file: string
  /** 1-based; null where it concerns the whole file. */
  line: number | null
  /** What happened. */
  says: string
  /** What to do next. */
  remedy: string
  persona?: string | null
  /** Other files that brought it about: a finding counts as changed with them. */
  because?: readonly string[]
  /** Other lines that it explains, beside `line`. */
  lines?: readonly number[]
  /** true: the page is as ingest made it, and what it comes from changed; so it explains nothing about the page. */
  elsewhere?: boolean
  /** How the file differs from what it should be; a hunk that another rule explains is taken out. */
  hunks?: readonly Hunk[]
}

/** Lines that differ, with `-` before those that should be there and `+` before those that are. */
export interface Hunk {
  lines: readonly string[]
  /** Line numbers in the file of those that begin with `+`. */
  added: readonly number[]
  /** Where in the file it stands. */
  at: number
}

/** A finding as it is reported. */
export interface Finding extends Found {
  rule: string
  severity: 'error' | 'warn'
  persona: string | null
}

export interface Waived extends Finding {
  reason: string
  expires: string
}

export type Rules = Record<RuleId, Rule>
