/** The server's only source of time, so that a test can hold it. */
export const clock = {
  now: (): Date => new Date(),
}
