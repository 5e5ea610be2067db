/** How many times per second `work` is done, with `inFlight` of them under way at once, for about `milliseconds`. */
export async function perSecond(
  inFlight: number,
  milliseconds: number,
  work: (i: number) => Promise<unknown>,
): Promise<number> {
  let started = 0
  let done = 0
  const start = performance.now()
  const end = start + milliseconds
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      await work(started++)
      done++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  return (done * 1000) / (performance.now() - start)
}

/** The median time of `rounds` runs, in milliseconds. */
export async function median(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN
}
