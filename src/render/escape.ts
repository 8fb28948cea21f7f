/** Text of notes, made safe to stand in a line of GitHub-flavoured markdown: nothing in it may become markup, a link or a marker. */

/** @returns one line of text that renders as what it says; it is never put at the start of a line, where other signs would count too */
export function escapeText(text: string): string {
  if (!TELLING.test(text)) return text
  return (
    text
      .replace(/\s+/gu, ' ')
      .replace(UNSEEN, '')
      .trim()
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]|~$]/g, (sign) => `\\${sign}`)
      // What GitHub links or replaces by itself: numbers of issues (first, since what follows brings such signs), addresses, mentions, names of emoji.
      .replace(/#(?=\d)/g, '&#35;')
      .replace(/(https?|ftp|mailto|www)(?=[:.])/gi, '$1&#8203;')
      .replace(/@/g, '&#64;')
      .replace(/:(?=[a-z+_-][a-z0-9+_-]*:)/gi, '&#58;')
  )
}

/** All that `escapeText` looks for is beside these signs, or the beginning of an address; most texts have neither. */
const TELLING = /[^\p{L}\p{N} .,'’“”…–—()?!;%/"+-]| {2}|^ | $|(?:https?|ftp|mailto|www)\./iu

/** For the label of a Mermaid chart, which has no way to escape: letters, digits and plain signs alone are left. */
export function escapeLabel(text: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N} ,.&/+-]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      // At its start these would make a list, which Mermaid does not draw.
      .replace(/^(?:\d+\.|[-+])\s/, '')
  )
}

// Control characters, half surrogates, and what turns or hides the text around it.
const UNSEEN = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** A text as a pattern that matches it alone. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
