import { isSafeImage, isSafeLink } from '../safeUrl.ts'

/** Text as it stands in HTML, between tags and in attributes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const empty = new Set(['br', 'col', 'hr', 'img', 'input'])

/** What a document may say about its elements. Styles are ours and nothing may react to anything. */
const allowed =
  /^(?:id|href|src|alt|title|class|colspan|rowspan|align|start|open|type|checked|width|height|rel|hidden|data-(?!href)[a-z-]+)$/

/** One element with its content, which is HTML already. Attributes that are not known to be harmless are left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  content: string,
): string => {
  const written = Object.entries(attributes)
    .filter(([key, value]) => value !== null && value !== undefined && value !== false && allowed.test(key))
    .filter(([key, value]) => key !== 'href' || isSafeLink(String(value)))
    .filter(([key, value]) => key !== 'src' || isSafeImage(String(value)))
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  // A box to tick is read, not ticked, on paper.
  const disabled = name === 'input' ? ' disabled' : ''
  return empty.has(name) ? `<${name}${written}${disabled}>` : `<${name}${written}>${content}</${name}>`
}
