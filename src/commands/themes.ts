import { join, relative } from 'node:path'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { readOwnCodebook } from '../io/knowledge.ts'
import { readOutputFolder, writeFiles } from '../io/pages.ts'
import { withRunLock } from '../io/run-lock.ts'
import { openWorkspace, type Workspace } from '../io/workspace.ts'
import { themesAsJson, themesAsMarkdown, themesAsText, themeSentence } from '../reporters/themes.ts'
import {
  aliasTheme,
  mergeThemes,
  pinTheme,
  renameTheme,
  splitTheme,
  themeNamed,
  unpinTheme,
  type Edited,
} from '../synthesize/codebook-edits.ts'
import { withMerges } from '../synthesize/codebook.ts'
import type { Signal } from '../types.ts'
import { readEvidence } from './evidence.ts'

export interface ThemesOptions {
  config?: string
  out?: string
  quiet?: boolean
}

/** Prints the codebook; with notes also how many statements and accounts each theme has in them. */
export async function listThemes(
  paths: readonly string[],
  options: ThemesOptions & { tag?: Signal; format: 'pretty' | 'markdown' | 'json' },
  context: Context,
): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const { themes: all } = codebookOf(workspace)
  const themes = withMerges(all).filter(({ tag }) => options.tag === undefined || tag === options.tag)
  const read = paths.length === 0 ? null : await readEvidence(paths, workspace, options, context)
  const counts =
    read === null
      ? null
      : new Map(
          read.synthesis.themes.map(({ id, evidence }) => [
            id,
            { statements: evidence.length, accounts: new Set(evidence.map(({ account }) => account)).size },
          ]),
        )
  if (options.format === 'json') context.stdout(themesAsJson(themes, counts))
  else if (options.format === 'markdown') context.stdout(themesAsMarkdown(themes, counts))
  else context.stdout(themesAsText(themes, counts, context.paint))
  return read?.failed ? EXIT.findings : EXIT.fine
}

export function rename(theme: string, name: string, options: ThemesOptions, context: Context): Promise<ExitCode> {
  return edit((text) => renameTheme(text, theme, name), options, context)
}

export function merge(
  from: readonly string[],
  options: ThemesOptions & { into: string },
  context: Context,
): Promise<ExitCode> {
  return edit((text) => mergeThemes(text, from, options.into), options, context)
}

export function split(
  theme: string,
  name: string,
  options: ThemesOptions & { keywords?: string[]; statements?: string[] },
  context: Context,
): Promise<ExitCode> {
  const { keywords = [], statements = [] } = options
  return edit((text) => splitTheme(text, theme, name, { keywords, statements }), options, context)
}

export function alias(
  theme: string,
  aliases: readonly string[],
  options: ThemesOptions,
  context: Context,
): Promise<ExitCode> {
  return edit((text) => aliasTheme(text, theme, aliases), options, context)
}

/** Keeps a theme and what is in it now; `off` takes that back. */
export async function pin(
  theme: string,
  paths: readonly string[],
  options: ThemesOptions & { off?: boolean },
  context: Context,
): Promise<ExitCode> {
  if (options.off) return edit((text) => unpinTheme(text, theme), options, context)
  const workspace = openWorkspace(context.cwd, options)
  const known = themeNamed(codebookOf(workspace).themes, theme)
  if (!known) throw new CannotRun('no-such-theme', { theme, path: pathOf(workspace) })
  const { synthesis, failed } = await readEvidence(paths, workspace, options, context)
  const held = synthesis.themes.find(({ id }) => id === known.id)?.evidence ?? []
  const done = await edit(
    (text) =>
      pinTheme(
        text,
        known.id,
        held.map(({ statement }) => statement.digest),
      ),
    options,
    context,
  )
  return failed ? EXIT.findings : done
}

/** The codebook is read under the lock that it is written under, so that no ingest comes between. */
async function edit(apply: (text: string) => Edited, options: ThemesOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  codebookOf(workspace)
  const { theme, changed } = await withRunLock(workspace.out, async () => {
    // As ingest reads it: what stands behind a link is somebody else's file.
    const existing = readOutputFolder(workspace.out)
    const text = existing.get('themes.yaml') ?? ''
    const edited = apply(text)
    if ('failure' in edited) throw new CannotRun(edited.failure, { path: pathOf(workspace), ...edited.values })
    if (edited.text !== text) await writeFiles(workspace.out, [{ path: 'themes.yaml', text: edited.text }], existing)
    return { theme: edited.theme, changed: edited.text !== text }
  })
  if (!options.quiet) context.stderr(themeSentence(theme, changed, relative(context.cwd, pathOf(workspace))))
  return EXIT.fine
}

function codebookOf(workspace: Workspace): ReturnType<typeof readOwnCodebook> {
  const codebook = readOwnCodebook(workspace)
  if (codebook.text === '') throw new CannotRun('no-codebook', { path: pathOf(workspace) })
  return codebook
}

function pathOf(workspace: Workspace): string {
  return join(workspace.out, 'themes.yaml')
}
