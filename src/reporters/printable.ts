/** Text from notes, made safe for a terminal: escape sequences and direction marks could rewrite what stands around them. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '')
}

// Line feed and tab stay; every other control character, and what turns or hides text, goes.
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
