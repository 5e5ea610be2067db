/** Levels of lists and quotes that one line may open; nobody writes more, and the parser is quadratic in them. */
const deepest = 40
const markers = /(?:[-*+>]|\d{1,9}[.)])[ \t]+|>/y

/**
 * The same text, same length, without what makes the Markdown parser slow: spaces in the middle of very long runs become
 * no-break spaces, and list and quote marks beyond forty levels on a line become dots. Only for parsing; texts are cut
 * from the source itself.
 */
export function tame(source: string): string {
  const spaced = source.replace(/[ \t]{200,}/g, run => ` ${'\u00A0'.repeat(run.length - 2)} `)
  if (!/(?:[-*+>.)][ \t]*){40}/.test(spaced)) return spaced
  return spaced
    .split('\n')
    .map(line => (line.length < 2 * deepest ? line : flatten(line)))
    .join('\n')
}

function flatten(line: string): string {
  let at = line.search(/[^ \t]/)
  if (at < 0) return line
  for (let depth = 0; depth < deepest; depth++) {
    markers.lastIndex = at
    if (!markers.test(line)) return line
    at = markers.lastIndex
  }
  return (
    line.slice(0, at) +
    line.slice(at).replace(/^(?:[-*+>]|[ \t]|\d{1,9}[.)])+/, run => run.replace(/[^ \t\d]/g, '·'))
  )
}
