const schemes = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'ftp',
  'ftps',
  'sms',
  'xmpp',
  'irc',
  'ircs',
  'news',
  'git',
  'ssh',
])

// reason: a browser skips control characters and white space in front of and inside a scheme, so a check that does not would be fooled
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const ignored = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff]/g

/** The scheme of an address in lower case, or null when it is relative. */
export const schemeOf = (href: string): string | null =>
  /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(ignored, ''))?.[1]?.toLowerCase() ?? null

/** Whether following this link can do nothing but go somewhere: a relative address or one of a few schemes. Takes anything. */
export const isSafeLink = (href: unknown): boolean => {
  if (typeof href !== 'string') return false
  const scheme = schemeOf(href)
  return scheme === null || schemes.has(scheme)
}

/** Whether an image's source can be shown: http(s), relative, or a picture in the address itself (never SVG, which can hold scripts). */
export const isSafeImage = (src: unknown): boolean => {
  if (typeof src !== 'string') return false
  const scheme = schemeOf(src)
  if (scheme === null || scheme === 'http' || scheme === 'https') return true
  return /^data:image\/(png|jpeg|gif|webp|avif);base64,/i.test(src.replace(ignored, ''))
}
