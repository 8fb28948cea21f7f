/** The digest of the installed tagger, without loading it: personas.lock names it. */
import { digest } from '../digest.ts'
import { readAsset } from './assets.ts'

/** As encoder-tagger.ts makes it of the same files. */
export function modelDigest(): string {
  const files = ['linear.bin', 'encoder/kernel.wasm', 'encoder/encoder.bin'].map((name) => readAsset('tagging', name))
  return digest(files.map(digest).join(' '))
}
