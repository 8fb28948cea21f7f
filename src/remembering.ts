/** For what is asked about few things many times: the answer is made once. */
export function remembering<Asked, Made extends {} | null>(make: (asked: Asked) => Made): (asked: Asked) => Made {
  const known = new Map<Asked, Made>()
  return (asked) => {
    const before = known.get(asked)
    if (before !== undefined) return before
    const made = make(asked)
    known.set(asked, made)
    return made
  }
}
