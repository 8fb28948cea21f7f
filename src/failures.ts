/**
 * Every reason for which a run can't go on at all (exit code 2), in one table: what happened, and what to do next.
 * What concerns a single input is a problem (problems.ts), and the run goes on.
 */

const FAILURES = {
  'no-such-path': {
    says: 'There is no file or folder {path}.',
    remedy: 'Check the path; it is taken from the folder you are in.',
  },
  'no-notes': {
    says: 'No notes were found in {paths}.',
    remedy: 'Notes are files that end in .md or .markdown; .personasignore may hide some.',
  },
  'bad-config': {
    says: 'The configuration {path} is not valid:\n{reason}',
    remedy: 'Correct it; the README lists every setting.',
  },
  'bad-template': {
    says: 'The template {place}, can not be used: {reason}.',
    remedy: 'Correct the line; the README says what stands in which slot.',
  },
  'no-templates': {
    says: 'The folder {path}, which the configuration names for templates, holds none of {names}.',
    remedy: 'Correct "templates" in personas.config.json, or put one of these files there.',
  },
  'bad-day': {
    says: '"{value}" given as {name} is not a day.',
    remedy: 'Write it as YYYY-MM-DD; SOURCE_DATE_EPOCH is a number of seconds.',
  },
  'bad-codebook': {
    says: 'The codebook {path} could not be read: {reason}',
    remedy: 'Correct it, or restore it from git.',
  },
  'no-codebook': {
    says: 'There is no codebook {path} yet.',
    remedy: 'Run `personas ingest` on your notes first; it opens the themes.',
  },
  'no-such-theme': {
    says: 'There is no theme "{theme}" in {path}.',
    remedy: '`personas themes list` shows all of them; a theme is named by its id, its name or an alias.',
  },
  'no-theme-name': {
    says: 'A theme needs a name.',
    remedy: 'Name it as you would to a colleague, such as "Who signs above 25k".',
  },
  'themes-differ': {
    says: 'The theme {from} groups statements of the tag {tag}, {into} those of {other}.',
    remedy: 'Themes are merged within one tag; give both the same name instead (personas themes rename).',
  },
  'merge-into-itself': {
    says: 'The theme {theme} can not be merged into itself.',
    remedy: 'Name the theme that it goes into with --into; it may have been merged there already.',
  },
  'alias-taken': {
    says: '"{alias}" names another theme already: {theme}.',
    remedy: 'Merge the two (personas themes merge {theme} --into {into}), or choose another alias.',
  },
  'empty-split': {
    says: 'Nothing says what goes from {theme} to the new theme.',
    remedy: 'Name words with --keywords, or single statements by their digests with --statements.',
  },
  'codebook-not-editable': {
    says: 'The codebook {path} is written in a way that can only be edited by hand.',
    remedy: 'Open it in an editor: anchors (&x) that another theme refers to (*x) stand in the way.',
  },
  'no-notes-named': {
    says: 'No notes were named, and {path} names none that are still there.',
    remedy: 'Name them, such as `personas quotes notes/`, or run `personas ingest` first.',
  },
  'no-such-persona': {
    says: 'No persona "{given}" is heard in these notes.',
    remedy: 'There are {known}.',
  },
  'no-such-account': {
    says: 'There is no account "{given}" in these notes.',
    remedy: 'There are {known}.',
  },
  'no-such-person': {
    says: 'No customer of the name "{given}" is in these notes whose persona can be told.',
    remedy: '`personas people` prints who was found; the configuration settles who somebody is (people).',
  },
  'codebook-conflict': {
    says: 'Two branches say different things in the codebook {path}, line {line}, and only a person can say which holds.',
    remedy: 'Keep what is right, delete the lines with <<<<<<<, ======= and >>>>>>>, then run personas ingest again.',
  },
  'bad-place': {
    says: '"{value}" is not a place in a note.',
    remedy: 'Write it as FILE:LINE, such as notes/2026-03-02-acme.md:14.',
  },
  'not-a-note': {
    says: '{path} is not one note.',
    remedy: 'Name the file and the line, such as notes/2026-03-02-acme.md:14.',
  },
  'no-name': {
    says: '"{value}" is no name.',
    remedy: 'Write the full name, such as personas forget "Maria Lopez" notes/.',
  },
  'no-statement': {
    says: 'There is no statement on line {line} of {path}.',
    remedy: 'Statements are on lines {near}.',
  },
  'no-labels': {
    says: 'No labels were found in {path}.',
    remedy:
      'Labels are files NAME.jsonl, one per note NAME.md, with a statement a line: {"line", "text", "tag", "also"}.',
  },
  'no-labelled-notes': {
    says: 'None of the notes has labels in {path}.',
    remedy: 'Labels of NAME.md are in NAME.jsonl; name the folder of the notes with --notes.',
  },
  'not-writable': {
    says: 'The output folder {path} can not be written: {reason}.',
    remedy: 'Make it writable, or choose another with --out.',
  },
  'not-readable': {
    says: '{path} could not be read: {reason}.',
    remedy: 'Check that it is a file you may read.',
  },
  'write-failed': {
    says: 'Writing {path} failed: {reason}. {done} Every file is either as before or complete.',
    remedy: 'Mend the cause and run again; nothing needs to be cleaned up.',
  },
  'changed-meanwhile': {
    says: '{path} was changed by somebody else while this run went on, so it was left as it is. {done}',
    remedy: 'Run again: what was saved meanwhile is kept.',
  },
  system: {
    says: '{what} failed: {reason}.',
    remedy: 'Mend the cause and run again; every file is either as before or complete.',
  },
  'newer-format': {
    says: '{path} was written by a newer personas: it has format v{version}, and this one knows v{known}.',
    remedy: 'Install the newest personas; this one would misread or lose what is new in the file.',
  },
  locked: {
    says: 'Another run is writing to {path}.',
    remedy: 'Wait until it has ended. If none is running, delete {lock}.',
  },
  'no-tags': {
    says: 'No tagged notes were found in {paths}.',
    remedy: 'Name the *.jsonl files that `personas tag --stdin jsonl` wrote, or *.parquet files of the Spark job.',
  },
  'other-tags': {
    says: 'The note {path} was tagged by another version of personas, or with another configuration or other corrections.',
    remedy: 'Tag all notes again with this version and with the configuration that pages are made with.',
  },
  'no-cache-folder': {
    says: 'There is no folder for the cache, so nothing is remembered.',
    remedy: 'Set HOME, or PERSONAS_CACHE_DIR to an absolute path.',
  },
  'cache-not-cleared': {
    says: 'The cache in {path} could not be cleared: {reason}.',
    remedy: 'Delete the folder yourself, or run with --no-cache.',
  },
  'no-pages': {
    says: 'There are no persona pages in {path}.',
    remedy: 'Run `personas ingest` on your notes first, or name the folder of the pages in the configuration ("out").',
  },
  'report-failed': {
    says: 'The report could not be written to {path}: {reason}.',
    remedy: 'Name a file in a folder that exists and that you may write to.',
  },
  'bad-age': {
    says: '"{value}" given as {name} is no age.',
    remedy: 'Write a number with d, w, mo or y, such as 180d, 26w, 6mo or 1y.',
  },
  'git-failed': {
    says: '{command} failed: {reason}',
    remedy: 'Try the command yourself in this folder; its own advice says how to mend it.',
  },
  'no-git': {
    says: '{path} is in no git repository, or git is not installed, and {option} needs its history.',
    remedy: 'Run it in a clone, with git installed, or leave {option} out.',
  },
  'shallow-clone': {
    says: 'This is a shallow clone: its history ends before {option} can tell when a page changed.',
    remedy:
      'Fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` for GitLab.',
  },
  'partial-clone': {
    says: 'This clone leaves out files of older commits (it was made with --filter), and nothing is fetched for a check.',
    remedy: 'Clone without --filter; for actions/checkout, leave `filter` out and set `fetch-depth: 0`.',
  },
  'no-revision': {
    says: 'There is no revision {revision} here.',
    remedy: 'Check its name; in CI, fetch all history (`fetch-depth: 0`) so that the branch it names is there.',
  },
  'no-account': {
    says: 'The account has no name.',
    remedy: 'Name the company you talk with: --account "Hallmann Mietpark".',
  },
  'note-exists': {
    says: 'There is a note {path} already; it was left as it is.',
    remedy: 'Write into that one; for a second call on the same day rename it first.',
  },
  'not-created': {
    says: '{path} could not be created: {reason}.',
    remedy: 'Check that its folder is one you may write to.',
  },
  'bad-note-template': {
    says: 'The template {path} has a slot {{{slot}}} that means nothing.',
    remedy: 'Correct it; there are {slots}.',
  },
  'no-lock': {
    says: 'There is no personas.lock in {path}, so nothing says which notes the personas rest on.',
    remedy: 'Write them first: personas ingest notes/. If they are elsewhere, name the folder with --out.',
  },
  cancelled: {
    says: 'Broken off; nothing was written.',
    remedy: 'Run it again, or with --yes to take every default.',
  },
  'nobody-to-ask': {
    says: 'init asks before it writes, and nobody is at a terminal here.',
    remedy: 'Run it with --yes, and with --company, --ci and --owner where the defaults are not right.',
  },
  'broken-package': {
    says: 'A part of the program, {path}, could not be loaded: {reason}.',
    remedy: 'Install the package again.',
  },
  'no-model': {
    says: 'The tagging model {path} could not be loaded: {reason}.',
    remedy: 'Install the package again.',
  },
} as const satisfies Record<string, { says: string; remedy: string }>

export type FailureCode = keyof typeof FAILURES

/** Thrown where a run can't go on; caught by the command line alone. Compare `code`, never the class. */
export class CannotRun extends Error {
  readonly code = 'CANNOT_RUN'
  readonly failure: FailureCode
  readonly remedy: string

  constructor(failure: FailureCode, values: Record<string, string> = {}, options?: ErrorOptions) {
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    super(fill(FAILURES[failure].says).trim(), options)
    this.failure = failure
    this.remedy = fill(FAILURES[failure].remedy)
  }
}

export function isCannotRun(error: unknown): error is CannotRun {
  return error instanceof Error && (error as { code?: unknown }).code === 'CANNOT_RUN'
}

/** What the system refused, where nobody foresaw it, as a sentence all the same; null for a mistake of the program itself. */
export function fromSystem(error: unknown): CannotRun | null {
  const { code, syscall, path } = error as { code?: unknown; syscall?: unknown; path?: unknown }
  if (typeof code !== 'string' || typeof syscall !== 'string') return null
  const what = typeof path === 'string' ? `${syscall} of ${path}` : syscall
  return new CannotRun('system', { what, reason: reasonOf(error) }, { cause: error })
}

/** The system's word for what went wrong, without the path that stands beside it anyway. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  const known: Record<string, string> = {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EISDIR: 'it is a folder',
    ENOTFILE: 'it is not a regular file',
    EFBIG: 'it is too large',
    ECHANGING: 'it was being written all the while',
    EIO: 'the disk failed',
    EMFILE: 'too many files are open',
    ENFILE: 'too many files are open',
    ENOTDIR: 'a part of its path is a file, not a folder',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'its links form a circle',
  }
  if (typeof code === 'string' && known[code]) return known[code]
  return error instanceof Error ? error.message : String(error)
}
