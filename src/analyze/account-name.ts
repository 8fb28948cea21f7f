/** The name of an account out of what a title or a field says. */

/** `Tecnoval Ingegneria SpA (Bergamo)` → `Tecnoval Ingegneria SpA`. */
export function accountName(text: string, loose = false): string | null {
  let name = text.replace(/(?:(?<!\s)\s+)?\([^]*/u, '')
  name = name.split(/(?<!\s)\s+[–—|/-]+\s+|,\s|;|\s\/\/\s/u)[0] ?? name
  if (loose)
    name = name.replace(
      /\b(?:discovery|demo|negotiation|proposal|technical|tech|evaluation|eval|review|call|meeting|session)\b.*$/iu,
      '',
    )
  name = withoutEvent(name.trim())
  // The last dot of `e.V.` is part of it.
  if (!/\p{L}\.\p{L}\.$/u.test(name)) name = name.replace(/(?<![.:,])[.:,]+$/u, '')
  return name.length > 1 && name.length <= 80 ? name : null
}

/** `Win interview Torvane Mills` → `Torvane Mills`. */
function withoutEvent(name: string): string {
  const event =
    /^(?:(?:win|won|lost|loss|win\/loss|exit|renewal|discovery|demo|closed[- ](?:won|lost))[\s:–—-]+)*(?:interview|review|debrief|call|meeting)s?(?:\s+(?:with|at|of|for))?[\s:–—-]+(?=\p{Lu})/iu.exec(
      name,
    )
  return event && /^\p{Lu}/u.test(name.slice(event[0].length)) ? name.slice(event[0].length) : name
}
