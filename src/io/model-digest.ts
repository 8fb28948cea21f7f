/** The digest of the installed tagger, without loading it: personas.lock names it. */
import { digest, digestOfAll } from '../digest.ts'
import { readAsset } from './assets.ts'

declare const WebAssembly: { validate(bytes: Uint8Array): boolean }

/** The files of the tagger, in the order in which its digest takes them. */
export const MODEL_FILES = ['linear.bin', 'encoder/kernel.wasm', 'encoder/encoder.bin'] as const

/** As the taggers make it of the same files; reads all of them, 20 MB. */
export function modelDigest(): string {
  return canEncode()
    ? digestOfAll(MODEL_FILES.map((name) => readAsset('tagging', name)))
    : digest(readAsset('tagging', 'linear.bin'))
}

/** A kernel that is no WebAssembly for this platform needs SIMD that it lacks; the linear model tags there. */
export function canEncode(): boolean {
  return WebAssembly.validate(readAsset('tagging', 'encoder/kernel.wasm'))
}
