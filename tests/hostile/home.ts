/** A folder as somebody hostile would hand it over: every file of the corpus beside good notes, odd names, and links and pipes where the system has them. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { put, temporary } from '../workbench.ts'
import { NAMES, type Hostile } from './corpus.ts'

export const LINUX = process.platform === 'linux'

const GOOD = `---
date: 2026-03-02
account: Brackley
participants: Ann Lee (CFO)
---

**Ann Lee:** Three years fixed is not possible for us, we pay yearly or not at all. #budget
`

/** @returns the folder, which its maker removes: `notes/` and, where no command may look, `outside/` */
export function hostileHome(corpus: readonly Hostile[]): string {
  const home = temporary()
  put(home, 'notes/good.md', GOOD)
  for (const { name, bytes } of corpus) put(home, `notes/${name}`, bytes)
  mkdirSync(join(home, 'notes/names'))
  for (const name of LINUX ? NAMES : NAMES.filter((one) => /^[\w .-]+$/.test(one)))
    writeFileSync(
      join(home, 'notes/names', name),
      `2026-03-03, Tarn\n\nEve Moss (CTO): We can't wait for it. #objection\n`,
    )
  mkdirSync(join(home, 'notes/folder.md'))
  put(home, 'notes/folder.md/inside.md', GOOD.replace('Brackley', 'Inside'))
  put(home, 'outside/secret.md', GOOD.replace('Brackley', 'Outside'))
  if (LINUX) addLinks(home)
  return home
}

function addLinks(home: string): void {
  symlinkSync('/etc/passwd', join(home, 'notes/passwd.md'))
  symlinkSync('/dev/zero', join(home, 'notes/zero.md'))
  symlinkSync(join(home, 'outside'), join(home, 'notes/out'))
  symlinkSync('.', join(home, 'notes/loop'))
  symlinkSync('self.md', join(home, 'notes/self.md'))
  symlinkSync('nowhere', join(home, 'notes/dangling.md'))
  execFileSync('mkfifo', [join(home, 'notes/pipe.md')])
}
