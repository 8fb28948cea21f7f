/** The file name of a note, safe on every system whatever the account is called. */

/** Bytes that the account may take: a file name has at most 255 of them, and nobody reads long ones. */
const MOST_BYTES = 80

/** @returns `YYYY-MM-DD-account-stage.md` */
export function noteName(date: string, account: string, stage: string): string {
  return `${date}-${slugOf(account)}-${stage}.md`
}

/** Lower-case letters and digits of any script, joined by hyphens; never empty, never a path, no accents. */
function slugOf(account: string): string {
  const words = account
    .normalize('NFKD')
    // Behind the decomposition, which makes capitals of signs that look like them (ᴬ).
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => PLAIN[letter] ?? letter)
    // Accents alone: what marks a vowel in other scripts is a part of the word.
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  let slug = ''
  for (const word of words ?? []) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (new TextEncoder().encode(longer).length > MOST_BYTES) break
    slug = longer
  }
  return slug === '' ? shortened(words?.[0] ?? '') : slug
}

function shortened(word: string): string {
  let kept = ''
  for (const letter of word) {
    if (new TextEncoder().encode(kept + letter).length > MOST_BYTES) break
    kept += letter
  }
  return kept === '' ? 'account' : kept
}

const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' }
