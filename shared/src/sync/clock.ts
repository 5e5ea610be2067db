/** Time as the collaboration core sees it: the real one in browsers and servers, a simulated one in tests. */
export type Clock = {
  /** Milliseconds from any fixed point. */
  now(): number
  /** Runs something once, later; the returned function calls it off. */
  after(ms: number, run: () => void): () => void
}
