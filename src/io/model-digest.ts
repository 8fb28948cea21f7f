/** The digest of the installed tagger, without loading it: personas.lock names it. */
import { digestOfAll } from '../digest.ts'
import { readAsset } from './assets.ts'

/** As encoder-tagger.ts makes it of the same files. */
export function modelDigest(): string {
  return digestOfAll(
    ['linear.bin', 'encoder/kernel.wasm', 'encoder/encoder.bin'].map((name) => readAsset('tagging', name)),
  )
}
