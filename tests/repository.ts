/** Real git in temporary folders, without anybody's own settings. */
import { execFileSync } from 'node:child_process'

/** @returns a function that runs git in `home` and gives its output */
export function gitIn(home: string): (args: string[], when?: string) => string {
  return (args, when = '2026-01-05T12:00:00Z') =>
    execFileSync('git', args, {
      cwd: home,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Dana',
        GIT_AUTHOR_EMAIL: 'dana@acme.example',
        GIT_COMMITTER_NAME: 'Dana',
        GIT_COMMITTER_EMAIL: 'dana@acme.example',
        GIT_AUTHOR_DATE: when,
        GIT_COMMITTER_DATE: when,
      },
    }).trim()
}

/** Makes `home` a repository and commits everything in it. */
export function commitAll(home: string, when?: string): ReturnType<typeof gitIn> {
  const git = gitIn(home)
  git(['init', '--quiet', '--initial-branch=main'])
  git(['add', '--all'])
  git(['commit', '--quiet', '--message', 'Begin'], when)
  return git
}
