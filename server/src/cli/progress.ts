export interface ProgressLine {
  /** Replaces what is shown; where output is not a terminal, nothing is. */
  show(text: string): void
  /** The last line, which stays. */
  end(text: string): void
}

/** One line on the terminal that tells how far something long has come. */
export function progressLine(): ProgressLine {
  const write = (text: string): boolean => process.stdout.write(`\r\x1b[2K${text}`)
  return {
    show: text => {
      if (process.stdout.isTTY) write(text)
    },
    end: text => {
      if (process.stdout.isTTY) write('')
      console.log(text)
    },
  }
}
