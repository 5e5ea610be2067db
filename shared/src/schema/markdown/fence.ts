/** Text between fences that are longer than any run of backticks in it. */
export const fenced = (info: string, text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(run => run[0].length))
  // An info string may hold backticks only behind tildes.
  const sign = info.includes('`') ? '~' : '`'
  const fence = sign.repeat(Math.max(longest + 1, sign === '~' ? longestTildes(text) + 1 : 0))
  return text ? `${fence}${info}\n${text}\n${fence}` : `${fence}${info}\n${fence}`
}

const longestTildes = (text: string): number =>
  Math.max(2, ...[...text.matchAll(/~{3,}/g)].map(run => run[0].length))
