import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadEncoder, type Encoder, type Matrix } from '../../src/tagging/encoder/encoder.ts'
import { VERSION } from '../../src/tagging/encoder/weights-file.ts'
import { wordPiece } from '../../src/tagging/encoder/wordpiece.ts'

const here = (path: string) => readFileSync(new URL(path, import.meta.url))
const WASM = here('../../src/tagging/encoder/kernel.wasm')
const [H, F, HEADS, WORDS, POSITIONS, D] = [32, 64, 2, 50, 200, 16]
/** A layer that keeps every token, one that makes one of two, one that makes one of all. */
const POOL = [1, 2, 0]
const EPSILON = 1e-12

/** Numbers between -1 and 1, the same on every machine. */
function numbers(seed: number, length: number, scale = 1, middle = 0): Float32Array {
  let state = seed
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return middle + scale * ((state >>> 8) / 2 ** 23 - 1)
  })
}

/** A weights file under construction, and beside it what its weights stand for, as floats. */
function draft() {
  const tensors: { name: string; type: string; shape: number[]; bytes: Uint8Array }[] = []
  const floats = new Map<string, ArrayLike<number>>()
  const put = (name: string, type: string, shape: number[], data: Float32Array | Int8Array | Uint8Array) =>
    tensors.push({ name, type, shape, bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) })
  const vector = (name: string, values: Float32Array) => {
    put(name, 'f32', [values.length], values)
    floats.set(name, values)
  }
  /** As bytes: w[n][k] = byte · scale[n] · columns[k], packed [N/8][K/2][8][2]. */
  const bytes = (name: string, seed: number, N: number, K: number, all?: number) => {
    const raw = Int8Array.from(numbers(seed, N * K, 127), (x) => all ?? Math.round(x))
    const scale = numbers(seed + 1, N, 0.0005, 0.002)
    const columns = numbers(seed + 2, K, 0.3, 1)
    const packed = new Int8Array(N * K)
    for (let n = 0; n < N; n += 1)
      for (let k = 0; k < K; k += 1)
        packed[(n >> 3) * 8 * K + (k >> 1) * 16 + (n & 7) * 2 + (k & 1)] = raw[n * K + k] as number
    put(`${name}.weight`, 'i8', [N, K], packed)
    put(`${name}.scale`, 'f32', [N], scale)
    put(`${name}.columns`, 'f32', [K], columns)
    vector(`${name}.bias`, numbers(seed + 3, N, 0.1))
    const meant = (_: unknown, i: number) => raw[i]! * scale[Math.floor(i / K)]! * columns[i % K]!
    floats.set(`${name}.weight`, Float64Array.from({ length: N * K }, meant))
  }
  /** As floats: [K][N rounded up to 8]. */
  const layer = (name: string, seed: number, N: number, K: number) => {
    const width = Math.ceil(N / 8) * 8
    const raw = numbers(seed, N * K, 0.3)
    const turned = new Float32Array(K * width)
    for (let n = 0; n < N; n += 1) for (let k = 0; k < K; k += 1) turned[k * width + n] = raw[n * K + k]!
    const bias = new Float32Array(width)
    bias.set(numbers(seed + 1, N, 0.1))
    put(`${name}.weight`, 'f32', [N, K], turned)
    vector(`${name}.bias`, bias)
    floats.set(`${name}.weight`, raw)
  }
  const table = Int8Array.from(numbers(7, WORDS * H, 127), Math.round)
  const scales = numbers(8, WORDS, 0.005, 0.01)
  const vocabulary = new TextEncoder().encode(['[UNK]', ...numbers(0, WORDS - 1).keys()].join('\n'))
  put('vocabulary', 'utf8', [vocabulary.length], vocabulary)
  put('embedding.token.weight', 'i8', [WORDS, H], table)
  put('embedding.token.scale', 'f32', [WORDS], scales)
  floats.set(
    'embedding.token',
    Float64Array.from(table, (x, i) => x * scales[Math.floor(i / H)]!),
  )
  vector('embedding.position', numbers(9, POSITIONS * H, 0.5))
  const norm = (name: string, seed: number) => {
    vector(`${name}.weight`, numbers(seed, H, 0.2, 1))
    vector(`${name}.bias`, numbers(seed + 1, H, 0.2))
  }
  norm('embedding.norm', 10)
  for (const at of POOL.keys()) {
    bytes(`layer.${at}.q`, 100 + at, H, H)
    bytes(`layer.${at}.kv`, 150 + at, 2 * H, H)
    bytes(`layer.${at}.out`, 200 + at, H, H)
    norm(`layer.${at}.norm1`, 300 + at)
    bytes(`layer.${at}.up`, 400 + at, F, H)
    bytes(`layer.${at}.down`, 500 + at, H, F)
    norm(`layer.${at}.norm2`, 600 + at)
  }
  bytes('widest', 700, 8, 3072, 127)
  layer('head', 800, 5, H)
  for (const [at, way] of ['forward', 'backward'].entries()) {
    layer(`gru.${way}.input`, 900 + at, 3 * D, H)
    layer(`gru.${way}.state`, 950 + at, 3 * D, D)
  }
  return { bytes: file(tensors), floats }
}

function file(
  tensors: { name: string; type: string; shape: number[]; bytes: Uint8Array }[],
  version = VERSION,
): Uint8Array {
  let size = 0
  const index = tensors.map(({ bytes, ...tensor }) => {
    const offset = size
    size += Math.ceil(bytes.length / 64) * 64
    return { ...tensor, offset }
  })
  const config = { hidden: H, inner: F, pool: POOL, heads: HEADS, positions: POSITIONS, epsilon: EPSILON }
  const header = new TextEncoder().encode(JSON.stringify({ config, extra: { classes: ['a'] }, tensors: index, size }))
  const whole = new Uint8Array(12 + header.length + size)
  const words = new DataView(whole.buffer)
  for (const [i, word] of [0x434e4550, version, header.length].entries()) words.setUint32(i * 4, word, true)
  whole.set(header, 12)
  for (const [i, { bytes }] of tensors.entries()) whole.set(bytes, 12 + header.length + index[i]!.offset)
  return whole
}

/** The same arithmetic in plain loops of 64-bit floats. */
function reference(floats: Map<string, ArrayLike<number>>) {
  const get = (name: string) => floats.get(name)!
  const linear = (name: string, x: number[]) => {
    const [w, b] = [get(`${name}.weight`), get(`${name}.bias`)]
    return Array.from({ length: w.length / x.length }, (_, n) =>
      x.reduce((sum, v, k) => sum + v * w[n * x.length + k]!, b[n]!),
    )
  }
  const norm = (name: string, x: number[]) => {
    const mean = x.reduce((a, b) => a + b) / x.length
    const spread = Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / x.length + EPSILON)
    return x.map((v, i) => ((v - mean) / spread) * get(`${name}.weight`)[i]! + get(`${name}.bias`)[i]!)
  }
  const softmax = (x: number[]) => {
    const powers = x.map((v) => Math.exp(v - Math.max(...x)))
    return powers.map((v) => v / powers.reduce((a, b) => a + b))
  }
  const plus = (a: number[], b: number[]) => a.map((v, i) => v + b[i]!)
  const encode = (ids: number[]) => {
    const row = (name: string, at: number) => Array.from({ length: H }, (_, i) => get(name)[at * H + i]!)
    let x = ids.map((id, t) => norm('embedding.norm', plus(row('embedding.token', id), row('embedding.position', t))))
    for (const [at, size] of POOL.entries()) {
      const asked = pooled(x, size || x.length)
      const q = asked.map((v) => linear(`layer.${at}.q`, v))
      const kv = x.map((v) => linear(`layer.${at}.kv`, v))
      const part = (v: number[], which: number, head: number) =>
        v.slice(which * H + (head * H) / HEADS, which * H + ((head + 1) * H) / HEADS)
      const mixed = q.map((v) =>
        Array.from({ length: HEADS }, (_head, head) => {
          const asks = part(v, 0, head)
          const shares = softmax(
            kv.map((u) => asks.reduce((s, w, i) => s + w * part(u, 0, head)[i]!, 0) / Math.sqrt(asks.length)),
          )
          return asks.map((_q, i) => shares.reduce((s, share, u) => s + share * part(kv[u]!, 1, head)[i]!, 0))
        }).flat(),
      )
      x = asked.map((v, t) => norm(`layer.${at}.norm1`, plus(v, linear(`layer.${at}.out`, mixed[t]!))))
      x = x.map((v) =>
        norm(`layer.${at}.norm2`, plus(v, linear(`layer.${at}.down`, linear(`layer.${at}.up`, v).map(gelu)))),
      )
    }
    return x[0]!
  }
  const pooled = (x: number[][], size: number) =>
    Array.from({ length: Math.ceil(x.length / size) }, (_, at) => x.slice(at * size, (at + 1) * size)).map((part) =>
      part.reduce(plus).map((v) => v / part.length),
    )
  const gru = (name: string, rows: number[][]) => {
    let state: number[] = Array.from({ length: D }, () => 0)
    const sigmoid = (v: number) => 1 / (1 + Math.exp(-v))
    return rows.map((row) => {
      const [i, h] = [linear(`${name}.input`, row), linear(`${name}.state`, state)]
      state = state.map((old, k) => {
        const z = sigmoid(i[D + k]! + h[D + k]!)
        return (1 - z) * Math.tanh(i[2 * D + k]! + sigmoid(i[k]! + h[k]!) * h[2 * D + k]!) + z * old
      })
      return state
    })
  }
  return { linear, encode, gru, softmax }
}

/** With erf as its series, which is exact enough for what a test can reach. */
function gelu(x: number): number {
  if (Math.abs(x) > 6) return Math.max(x, 0)
  const z = x / Math.SQRT2
  let [sum, term] = [z, z]
  for (let n = 1; n < 100; n += 1) {
    term *= (-z * z) / n
    sum += term / (2 * n + 1)
  }
  return (x / 2) * (1 + (2 / Math.sqrt(Math.PI)) * sum)
}

const { bytes: WEIGHTS, floats } = draft()
const plain = reference(floats)
const load = (): Encoder => loadEncoder(WASM, WEIGHTS, 'encoder.bin')
const encoder = load()
const ids = (length: number, seed = 1) => Array.from({ length }, (_, i) => (seed * 7 + i * i * 3) % WORDS)
const rowsOf = ({ data, width }: Matrix) =>
  Array.from({ length: data.length / width }, (_, i) => [...data.subarray(i * width, (i + 1) * width)])
const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length)
  return Math.max(...Array.from(a, (v, i) => Math.abs(v - b[i]!)))
}

describe('the encoder', () => {
  test.each([1, 2, 5, 8, 21, 64])('computes what plain loops compute, for %i tokens', (length) => {
    const x = encoder.encode([ids(length)])
    expect(x).toMatchObject({ rows: 1, width: H })
    expect(farthest(x.data, plain.encode(ids(length)))).toBeLessThan(2e-3)
  })

  test('gives a sequence the same bits in any company, in any order, and when loaded again', () => {
    const sequences = [3, 20, 1, 64, 17, 33, 4, 50].map((length, at) => ids(length, at))
    const together = rowsOf(encoder.encode(sequences))
    expect(rowsOf(load().encode(sequences.toReversed())).toReversed()).toEqual(together)
    expect(sequences.flatMap((sequence) => rowsOf(encoder.encode([sequence])))).toEqual(together)
    expect(encoder.encode([]).rows).toBe(0)
  })

  test('gives the same bits whatever it has read before, be it more than it keeps', () => {
    const used = load()
    // Every token at every place.
    const sequences = Array.from({ length: WORDS }, (_, at) =>
      Array.from({ length: POSITIONS }, (_p, i) => (at + i) % WORDS),
    )
    const first = rowsOf(used.encode(sequences))
    expect(rowsOf(used.encode(sequences))).toEqual(first)
    expect(sequences.slice(-5).flatMap((sequence) => rowsOf(load().encode([sequence])))).toEqual(first.slice(-5))
  })

  test('gives the same bits on every machine', () => {
    const x = encoder.encode([ids(21), ids(4), ids(9)])
    const states = encoder.gru('gru', x)
    const hash = createHash('sha256').update(x.data).update(states.data).update(encoder.softmax(states).data)
    expect(hash.digest('hex').slice(0, 16)).toBe('2e5faa4eefb300ff')
  })

  test('refuses tokens that it has no vector for, and sequences that are too long', () => {
    for (const wrong of [[WORDS], [-1], [0.5 + WORDS]]) expect(() => encoder.encode([wrong])).toThrow(RangeError)
    expect(() => encoder.encode([ids(POSITIONS + 1)])).toThrow(RangeError)
  })

  test('sums as many products as a layer may have without overflow', () => {
    const x = { rows: 1, width: 3072, data: new Float32Array(3072).fill(900) }
    const y = encoder.linear('widest', x)
    const exact = plain.linear('widest', [...x.data])
    expect(y.data.every((v, i) => Math.abs(v / exact[i]! - 1) < 1e-3)).toBe(true)
  })
})

describe('the heads', () => {
  const x = encoder.encode([3, 20, 1, 64, 17, 33, 4].map((length, at) => ids(length, at)))
  const rows = rowsOf(x)

  test('linear', () => {
    const y = encoder.linear('head', x)
    expect(y).toMatchObject({ rows: 7, width: 5 })
    const exact = rows.map((row) => plain.linear('head', row).slice(0, 5))
    expect(farthest(y.data, exact.flat())).toBeLessThan(1e-5)
    expect(farthest(encoder.softmax(y).data, exact.flatMap(plain.softmax))).toBeLessThan(1e-5)
  })

  test('recurrent, in both directions', () => {
    const [there, back] = [plain.gru('gru.forward', rows), plain.gru('gru.backward', rows.toReversed()).toReversed()]
    const exact = rows.flatMap((_, at) => [...there[at]!, ...back[at]!])
    expect(farthest(encoder.gru('gru', x).data, exact)).toBeLessThan(1e-5)
  })
})

describe('the weights file', () => {
  const says = (bytes: Uint8Array) => {
    try {
      loadEncoder(WASM, bytes, 'encoder.bin')
    } catch (error) {
      return (error as Error).message
    }
    return 'nothing'
  }

  test('carries what the training handed on, and the vocabulary', () => {
    expect(encoder.extra).toEqual({ classes: ['a'] })
    expect(encoder.tokenizer.tokenize('12 elephants')).toEqual([13, 0])
  })

  test('of another version, of another kind or cut off is refused with a sentence', () => {
    expect(says(file([], 99))).toContain(
      `encoder.bin could not be loaded: it is of version 99, this program needs version ${VERSION}.`,
    )
    expect(says(new TextEncoder().encode('version https://git-lfs…'))).toContain('it is not a file of weights')
    expect(says(WEIGHTS.subarray(0, -1))).toContain('it is cut off')
    expect(says(WEIGHTS.subarray(0, 40))).toContain('its header can not be read')
  })
})

describe('the tokenizer', () => {
  /** Lines of notes, and signs that are hard, with the ids that Hugging Face's `tokenizers` 0.23 gives them. */
  const { vocabulary, lines } = JSON.parse(here('encoder-tokens.json').toString()) as {
    vocabulary: string[]
    lines: [text: string, ids: number[]][]
  }

  test('cuts words as the training does', () => {
    const { tokenize } = wordPiece(vocabulary)
    for (const [text, expected] of lines) expect([text, tokenize(text)]).toEqual([text, expected])
  })

  test('knows special tokens by name, and does not take them from text', () => {
    const { id, tokenize } = wordPiece(vocabulary)
    expect(tokenize('[SEP]')).not.toContain(id('[SEP]'))
    expect(() => id('[NONE]')).toThrow('[NONE]')
  })
})
