/** Milliseconds without typing before a diagram is drawn anew. */
const PAUSE = 400

/** The drawing above the source of a Mermaid block. The last good one stays while the source is being mended. */
export class Diagram {
  readonly dom = document.createElement('div')
  #source = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(open: () => void) {
    this.dom.className = 'diagram'
    this.dom.contentEditable = 'false'
    this.dom.setAttribute('role', 'img')
    this.dom.addEventListener('click', open)
  }

  show(source: string) {
    if (source === this.#source) return
    const first = this.#source === ''
    this.#source = source
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#draw(source), first ? 0 : PAUSE)
  }

  stop() {
    clearTimeout(this.#timer)
  }

  async #draw(source: string) {
    this.dom.setAttribute('aria-label', `Diagram: ${source.trim().split('\n')[0] ?? ''}`)
    const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark'
    try {
      const { drawDiagram } = await import('./mermaid.ts')
      const svg = await drawDiagram(source, dark)
      if (source !== this.#source) return
      this.dom.innerHTML = svg
      delete this.dom.dataset['state']
    } catch (error) {
      if (source !== this.#source) return
      this.dom.dataset['state'] = 'wrong'
      this.dom.textContent = `This diagram cannot be drawn yet.\n${error instanceof Error ? error.message : ''}`
    }
  }
}
