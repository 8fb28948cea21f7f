import { createRequire } from 'node:module'

/** The package's own version: package.json lies one folder up, from src/ and from dist/ alike. */
export function version(): string {
  const manifest = createRequire(import.meta.url)('../package.json') as { version: string }
  return manifest.version
}
