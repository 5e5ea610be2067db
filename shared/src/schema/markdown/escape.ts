const asEntity = (space: string): string => `&#${space.charCodeAt(0)};`

const entity = /&(?=#\d+;|#x[a-f\d]+;|\w+;)/gi

/** Text as it stands in HTML attributes. */
export const attribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '&#10;')

/** Text as it stands between HTML tags, its spaces kept from being joined or dropped. */
export const htmlText = (text: string): string => attribute(text).replace(/^ | $|\t|(?<= ) /g, asEntity)

/** Every sign escaped and every unusual space written as an entity: reads back as the text wherever it stands. */
export const escapeAll = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/^ | $|[\t\n]|(?<= ) /g, asEntity)

/**
 * The signs escaped that Markdown would most likely take for its own. It reads well rather than being certain: the
 * printer checks the result and falls back on `escapeAll`.
 */
export const escapeLightly = (text: string, edge: { start: boolean; end: boolean }): string => {
  const dollars = text.split('$').length > 2
  const escaped = text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/(?<![a-z0-9])_|_(?![a-z0-9])/gi, '\\_')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(entity, '\\&')
    .replace(/~~/g, '\\~\\~')
    .replace(/\$/g, dollars ? '\\$' : '$')
    .replace(/(https?|mailto|xmpp):/gi, '$1\\:')
    .replace(/www\./gi, 'www\\.')
    .replace(/(?<=[\w.+-])@(?=\w)/g, '\\@')
    .replace(/\n/g, '&#10;')
  const opened = edge.start ? escapeOpening(escaped).replace(/^[ \t]/, asEntity) : escaped
  return edge.end ? opened.replace(/[ \t]$/, asEntity) : opened
}

const escapeOpening = (text: string): string =>
  text
    .replace(/^(#{1,6}|[-+]|-+|=+)(?=\s|$)/, '\\$1')
    .replace(/^(>|~{3}|-\s*-)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

/** The target of a link or image. */
export const destination = (href: string): string => {
  const escaped = href
    .replace(/[\\<>]/g, '\\$&')
    .replace(entity, '&amp;')
    .replaceAll('\n', '&#10;')
  return /^[^\s()\\]+$/.test(escaped) ? escaped : `<${escaped}>`
}

/** The title of a link or image with the space before it, or nothing. */
export const quotedTitle = (title: unknown): string =>
  typeof title === 'string' && title
    ? ` "${title.replace(/[\\"]/g, '\\$&').replace(entity, '&amp;').replace(/\n/g, '&#10;')}"`
    : ''
