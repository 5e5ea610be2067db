const OWNER = { name: 'Bea Benchmark', email: 'bea@example.org', password: 'correct horse battery' }

/** An owner with a session and a space in which documents are made on demand, over the API that people use. */
export class Workspace {
  #url
  #documents = new Map()
  #spaceId = ''
  cookie = ''

  constructor(url, dataDir) {
    this.#url = url
    this.dataDir = dataDir
  }

  async setUp() {
    await this.#post('/api/setup', OWNER)
    const space = await this.#post('/api/spaces', { name: 'Benchmark', prefix: 'BEN' })
    this.#spaceId = space.spaceId
  }

  /** The id of the document of this title, made when first asked for. */
  documentOf(title) {
    const known = this.#documents.get(title)
    if (known) return known
    const made = this.#post('/api/documents', { spaceId: this.#spaceId, title }).then(
      ({ documentId }) => documentId,
    )
    this.#documents.set(title, made)
    return made
  }

  async #post(path, body) {
    const response = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify(body),
    })
    const reply = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(reply)}`)
    const cookies = response.headers.getSetCookie().map(cookie => cookie.split(';')[0])
    if (cookies.length > 0) this.cookie = cookies.join('; ')
    return reply
  }
}
