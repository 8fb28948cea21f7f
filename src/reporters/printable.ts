/** Text from notes, made safe for a terminal: escape sequences and direction marks could rewrite what stands around them. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '')
}

/** JSON that means the same and can be looked at: what `printable` takes out is written as an escape. @param indent spaces; none for one line */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    UNPRINTABLE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

// Line feed and tab stay; every other control character, and what turns or hides text, goes.
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
