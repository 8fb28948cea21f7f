/**
 * Every sentence that a user may see about an input, in one table: what happened, and what to do next.
 * A new rule without a sentence does not compile.
 */

type Severity = 'error' | 'warning'

interface Sentence {
  severity: Severity
  /** What happened. `{name}` is filled from the problem's values. */
  says: string
  /** What to do next. */
  remedy: string
}

const SENTENCES = {
  'note/unreadable': {
    severity: 'error',
    says: 'The note could not be read: {reason}.',
    remedy: 'Check that the file exists and that you may read it, then run again.',
  },
  'note/not-text': {
    severity: 'error',
    says: 'The note is not UTF-8 text: {reason}.',
    remedy: 'Save it as UTF-8 markdown and run again.',
  },
  'note/too-large': {
    severity: 'error',
    says: 'The note is too large: {reason}.',
    remedy: 'Split it into one file per call, or list it in .personasignore.',
  },
  'note/marks': {
    severity: 'warning',
    says: 'The note has more emphasis marks, brackets or backticks than anybody types, so they were read as plain text.',
    remedy: 'Export it again without formatting if words are missing.',
  },
  'note/page': {
    severity: 'warning',
    says: 'The file is a page that personas wrote, so it was not read as a note.',
    remedy: 'Delete it, move it out of the notes, or list its folder in .personasignore.',
  },
  'note/link': {
    severity: 'warning',
    says: 'The note was left out: {reason}.',
    remedy: 'Put the file itself there, or name it on the command line if it is yours to read.',
  },
  'note/retention': {
    severity: 'warning',
    says: 'The note may be kept until {day} only, so nothing of it stands on a page any more.',
    remedy: 'Delete the note, or correct its `retention:` if it may be kept longer.',
  },
  'front-matter/invalid': {
    severity: 'error',
    says: 'The front matter is not valid {language}: {reason}.',
    remedy: 'Correct the line, or remove the front matter: date, people and account are also found in the first lines.',
  },
  'front-matter/executable': {
    severity: 'error',
    says: 'The front matter is {language} code, which is never run.',
    remedy: 'Write it as YAML, JSON or TOML.',
  },
  'front-matter/field': {
    severity: 'warning',
    says: 'The front matter field "{field}" was ignored: {reason}.',
    remedy: 'Correct the value; the rest of the note was read.',
  },
  'date/missing': {
    severity: 'warning',
    says: 'No date was found, so the note counts everywhere but in freshness and trend.',
    remedy: 'Add `date: YYYY-MM-DD` to the front matter, or begin the file name with it.',
  },
  'date/ambiguous': {
    severity: 'warning',
    says: 'The date "{value}" can be read in two ways.',
    remedy: 'Write it as YYYY-MM-DD, or set "dates" to "dmy" or "mdy" in personas.config.json.',
  },
  'date/malformed': {
    severity: 'warning',
    says: '"{value}" is not a date.',
    remedy: 'Write it as YYYY-MM-DD.',
  },
  'note/language': {
    severity: 'warning',
    says: 'The note seems to be written in {language}; the tagger knows English only, so nothing of it is accepted by itself.',
    remedy:
      'Translate it, tag statements by hand (#job, #objection, #criterion, #budget), or list it in .personasignore.',
  },
  'note/empty': {
    severity: 'warning',
    says: 'The note holds no statement.',
    remedy: 'Add what was said, or list the file in .personasignore.',
  },
  'note/duplicate': {
    severity: 'warning',
    says: 'The note repeats the call of {other}, so what both say is counted once.',
    remedy: 'Keep one of the two, or list one in .personasignore.',
  },
  'codebook/invalid': {
    severity: 'error',
    says: 'The codebook could not be read: {reason}.',
    remedy: 'Correct the line, or restore the file from git.',
  },
  'corrections/invalid': {
    severity: 'error',
    says: 'The correction could not be read: {reason}.',
    remedy: 'Correct or delete the line; each line is one JSON object.',
  },
  'stdin/invalid': {
    severity: 'error',
    says: 'The line is not a note: {reason}.',
    remedy: 'Each line is one JSON object: {"path": "notes/2026-03-02-acme.md", "text": "…"}.',
  },
  'tags/invalid': {
    severity: 'error',
    says: 'The record could not be read: {reason}.',
    remedy: 'Records are what `personas tag --stdin jsonl` prints; tag the notes of this file again.',
  },
  'tags/incomplete': {
    severity: 'error',
    says: 'There are records of what was said in this note, but not of the note itself.',
    remedy: 'Name all files that `personas tag --stdin jsonl` wrote.',
  },
  'merge/conflict': {
    severity: 'error',
    says: 'Two branches say different things here, and only a person can say which holds.',
    remedy:
      'Keep what is right, delete the lines with <<<<<<<, ======= and >>>>>>>, then run personas ingest again. What the tool writes is merged already.',
  },
  'page/markers': {
    severity: 'error',
    says: 'The page was left as it is: {reason}.',
    remedy:
      'Restore the page from git, or run again with --force: it is written anew, and what stands there is kept beside it.',
  },
  'page/edited': {
    severity: 'warning',
    says: 'The block between the markers was edited by hand; it was written anew from the notes.',
    remedy: 'Fetch your words from git and put them below the end marker, where they are kept, or into a note.',
  },
  'page/forced': {
    severity: 'warning',
    says: 'The page was written anew; what stood there is kept in {backup}.',
    remedy: 'Move what you want to keep of it below the end marker of the page, then delete the backup.',
  },
  'page/not-ours': {
    severity: 'error',
    says: 'The page was left as it is: it has no persona block, so personas did not write it.',
    remedy: 'Rename your file, write with --out into another folder, or run again with --force, which keeps a backup.',
  },
} as const satisfies Record<string, Sentence>

export type RuleId = keyof typeof SENTENCES

export function isRule(name: string): name is RuleId {
  return Object.hasOwn(SENTENCES, name)
}

/** Names of the rules about inputs, for the configuration of `check`. */
export const INPUT_RULES = Object.keys(SENTENCES) as RuleId[]

/** Something noticed about an input, with its place. `line` is 1-based, null where it concerns the whole file. */
export interface Problem {
  rule: RuleId
  file: string
  line: number | null
  values: Record<string, string>
}

export function problem(
  rule: RuleId,
  file: string,
  line: number | null = null,
  values: Record<string, string> = {},
): Problem {
  return { rule, file, line, values }
}

export function severity(found: Problem): Severity {
  return SENTENCES[found.rule].severity
}

/** The two sentences of a problem, values filled in. */
export function describe(found: Problem): { says: string; remedy: string } {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => found.values[name] ?? '')
  const { says, remedy } = SENTENCES[found.rule]
  return { says: fill(says), remedy: fill(remedy) }
}

/** Files in path order, lines in order within a file; stable for equal places. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0)
}
