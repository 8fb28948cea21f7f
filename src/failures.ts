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
  'bad-day': {
    says: '"{value}" given as {name} is not a day.',
    remedy: 'Write it as YYYY-MM-DD; SOURCE_DATE_EPOCH is a number of seconds.',
  },
  'bad-codebook': {
    says: 'The codebook {path} could not be read: {reason}',
    remedy: 'Correct it, or restore it from git.',
  },
  'bad-place': {
    says: '"{value}" is not a place in a note.',
    remedy: 'Write it as FILE:LINE, such as notes/2026-03-02-acme.md:14.',
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
    ENOTDIR: 'a part of its path is a file, not a folder',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'its links form a circle',
  }
  if (typeof code === 'string' && known[code]) return known[code]
  return error instanceof Error ? error.message : String(error)
}
