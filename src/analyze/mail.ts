/** Pasted e-mails and their headers. */
import type { Row } from './markdown.ts'
import { leadingName } from './names.ts'

const HEADER =
  /^(?:from|to|cc|bcc|sent|date|subject|re|von|an|gesendet|betreff|datum|de|para|a|asunto|assunto|data|fecha|enviado|envoyé|à|objet|da|oggetto|inviato|van|aan|verzonden|onderwerp|från|till|ämne|fra|til|emne|kimden|kime|konu|tarih|reply-to|attachments?)\s*:\s*/iu
const SENDER = /^(?:from|von|de|da|van|från|fra|kimden)\s*:\s*(\S.*|\s)$/iu
const RECEIVER = /^(?:to|an|para|a|aan|till|til|kime)\s*:\s*(\S.*|\s)$/iu
const PARTING =
  /^(?:(?:best|kind|warm|many|with)\s+)*(?:regards|best|cheers|thanks|thank you|greetings|sincerely|yours|br|rgds|ciao)?[,.!]?\s*/iu
const WROTE =
  /^(?:on .{4,60},\s{0,9})?(.{2,60}?)\s{1,9}(?:wrote|schrieb|escribió|escreveu|a écrit|ha scritto|schreef)\b.{0,60}:$/iu

/** `--- 9 Feb, Ilse Vandamme ---`, `=== Mon 3/23, Joanne Pruitt to Erik ===`: a line between the mails of a thread. */
const RULED =
  /^(?:-{2,}|={2,}|\*{2,}|_{2,})\s*(?:[^,\p{L}]{0,12}\p{L}{0,9}\.?[^,\p{L}]{0,14},\s{0,9})?(\p{Lu}[\p{L}.'’-]{0,40}(?: \p{Lu}[\p{L}.'’-]{0,40}){0,3})\s{0,9}(?:(?:to|→|>|-{1,9}>)\s[^-=]{1,40})?\s{0,9}(?:-{2,}|={2,}|\*{2,}|_{2,})$/u

/** Whether a row belongs to a mail's head: `From: …`, `**Sent:** …`, `Marcus Feld wrote on Feb 17:`. */
export function isMailHeader(row: Row, next: Row | undefined): boolean {
  if (row.text.length < 110 && WROTE.test(row.text)) return true
  if (row.text.length < 110 && RULED.test(row.text)) return true
  if (SENDER.test(row.text))
    return row.strong > 0 || next === undefined || HEADER.test(next.text) || /^from/iu.test(row.text)
  return (
    /^(?:to|cc|bcc|sent|subject|para|assunto|asunto|betreff|gesendet|an|aan|onderwerp|objet|till|ämne|konu|kime|date|data|datum|reply-to|attachments?)\s*:\s/iu.test(
      row.text,
    ) && row.text.length < 160
  )
}

export function senderOf(row: Row): { name: string; title: string | null } | null {
  const written = SENDER.exec(row.text)?.[1] ?? RULED.exec(row.text)?.[1] ?? WROTE.exec(row.text)?.[1]
  if (!written) return null
  const name = leadingName(written.replace(/<[^<>]*>/u, '').replace(/^["']|["']$/gu, ''))
  if (!name) return null
  return { name: name.name, title: /\(([^()@]{2,80})\)/u.exec(name.rest)?.[1] ?? null }
}

/** `Regards, Hal`, `— Hal`, `Hal`: a row with which the sender takes his leave. */
export function isSignature(text: string, sender: string): boolean {
  const [first = ''] = sender.split(/\s+/)
  const words = text
    .slice(0, 100)
    .replace(/^[-–—~\s]+/u, '')
    .replace(/(?<![.\s])[.\s]+$/u, '')
    .replace(PARTING, '')
  return text.length < 60 && (words === first || words === sender || words.startsWith(`${sender},`))
}

/** The name in `To: …`, null on any other row. */
export function receiverOf(row: Row): string | null {
  const written = RECEIVER.exec(row.text)?.[1]
  return written === undefined ? null : (leadingName(written.replace(/<[^<>]*>/u, ''))?.name ?? null)
}
