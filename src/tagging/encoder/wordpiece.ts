/**
 * The tokenizer of BERT, uncased, as Hugging Face's `tokenizers` does it (normalizers/bert.rs, pre_tokenizers/bert.rs,
 * models/wordpiece): words are cut greedily into the longest pieces that the vocabulary has. One difference is meant:
 * "[SEP]" written in a note is five signs and letters here, not the token that ends a sequence.
 */

export interface Tokenizer {
  /** @returns the ids of a text's pieces, without [CLS] and [SEP] */
  tokenize(text: string): number[]
  /** @returns the id of a token such as [CLS]; throws where the vocabulary lacks it */
  id(token: string): number
}

const LONGEST_WORD = 100
const CONTINUES = '##'
/** Signs that are dropped: controls, formats, private use, and what stands for broken bytes. */
const DROPPED = /[\0\uFFFD]|(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu
/** Each of these is a word by itself, as is each punctuation mark. All of them are written without spaces between words. */
const CHINESE =
  /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/gu
const WORD = /[!-/:-@[-`{-~\p{P}]|[^\s\u0085!-/:-@[-`{-~\p{P}]+/gu
const MARKS = /\p{Mn}/gu

/** @param vocabulary tokens in the order of their ids */
export function wordPiece(vocabulary: readonly string[]): Tokenizer {
  const ids = new Map(vocabulary.map((token, at) => [token, at]))
  const id = (token: string): number => {
    const found = ids.get(token)
    if (found === undefined) throw new Error(`the vocabulary has no token "${token}"`)
    return found
  }
  const unknown = id('[UNK]')
  return {
    id,
    tokenize: (text) => words(text).flatMap((word) => pieces(ids, word) ?? unknown),
  }
}

/** @returns lower-case words and punctuation marks, without accents */
function words(text: string): string[] {
  const plain = text.replace(DROPPED, '').replace(CHINESE, ' $& ').normalize('NFD').replace(MARKS, '')
  return plain.match(WORD)?.map(lowerCase) ?? []
}

/** Sign by sign: in a whole word, JavaScript would write the Greek sigma at the end in another way. */
function lowerCase(word: string): string {
  return Array.from(word, (sign) => sign.toLowerCase()).join('')
}

/** @returns null where a part of the word is in no piece */
function pieces(ids: ReadonlyMap<string, number>, word: string): number[] | null {
  if (Array.from(word).length > LONGEST_WORD) return null
  const found: number[] = []
  for (let from = 0; from < word.length;) {
    let to = word.length
    let id: number | undefined
    for (; to > from; to -= 1) {
      id = ids.get((from === 0 ? '' : CONTINUES) + word.slice(from, to))
      if (id !== undefined) break
    }
    if (id === undefined) return null
    found.push(id)
    from = to
  }
  return found
}
