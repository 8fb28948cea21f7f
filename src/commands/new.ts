import { join, relative, resolve } from 'node:path'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { createFile } from '../io/files.ts'
import { readNoteTemplate } from '../io/templates.ts'
import { today } from '../io/today.ts'
import { openWorkspace } from '../io/workspace.ts'
import { printable } from '../reporters/printable.ts'
import { fillTemplate, oneLine } from '../setup/fill.ts'
import { noteName } from '../setup/note-name.ts'
import type { Stage } from '../types.ts'

interface NewOptions {
  config?: string
  account: string
  with: string[]
  us: string[]
  date?: string
  now?: string
  folder?: string
}

/** Writes an empty note of a call from the template of its stage; a note that is there already is left alone. */
export function newNote(stage: Stage, options: NewOptions, context: Context): ExitCode {
  const workspace = openWorkspace(context.cwd, options)
  if (oneLine(options.account) === '') throw new CannotRun('no-account')
  const date = options.date === undefined ? today(options.now, context.env) : today(options.date, {}, '--date')
  const template = readNoteTemplate(stage, workspace.root)
  const values = { date, account: options.account, stage, participants: options.with, us: options.us }
  const note = fillTemplate(template.text, values)
  if ('unknown' in note)
    throw new CannotRun('bad-note-template', { path: template.path, slot: note.unknown, slots: note.slots.join(', ') })
  const folder = options.folder === undefined ? join(workspace.root, 'notes') : resolve(context.cwd, options.folder)
  const path = join(folder, noteName(date, options.account, stage))
  const shown = relative(context.cwd, path) || path
  if (!createFile(path, note.text)) throw new CannotRun('note-exists', { path: shown })
  context.stdout(`${shown}\n`)
  context.stderr(
    printable(`Write into it what was said, then run: personas ingest ${relative(context.cwd, folder) || '.'}\n`),
  )
  return EXIT.fine
}
