import { BlockMath, InlineMath } from '@colloquy/shared/schema/nodes/math'
import type { AnyExtension, Editor, NodeViewRendererProps } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'

/** Formulas drawn in place. A click, or Enter while one is selected, opens its source. */
class MathView implements NodeView {
  readonly dom: HTMLElement
  readonly #drawing = document.createElement('span')
  readonly #editor: Editor
  readonly #getPos: () => number | undefined
  #node: Node
  #source: HTMLTextAreaElement | null = null

  constructor({ node, editor, getPos }: NodeViewRendererProps) {
    this.#node = node
    this.#editor = editor
    this.#getPos = getPos
    this.dom = document.createElement(node.isInline ? 'span' : 'div')
    this.dom.className = 'math'
    this.dom.append(this.#drawing)
    this.#drawing.addEventListener('click', () => this.open())
    this.dom.addEventListener('open-source', () => this.open())
    this.#draw()
    if (!this.#latex && editor.isEditable) queueMicrotask(() => this.open())
  }

  get #latex(): string {
    return String(this.#node.attrs['latex'] ?? '')
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    const changed = node.attrs['latex'] !== this.#node.attrs['latex']
    this.#node = node
    if (changed) this.#draw()
    return true
  }

  open() {
    if (!this.#editor.isEditable || this.#source) return
    const source = document.createElement('textarea')
    source.value = this.#latex
    source.rows = 1
    source.setAttribute('aria-label', 'Formula in LaTeX')
    source.placeholder = 'e = mc^2'
    source.addEventListener('keydown', event => {
      if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
      event.preventDefault()
      if (event.key === 'Escape') source.value = this.#latex
      this.#editor.commands.focus()
    })
    source.addEventListener('blur', () => this.#close(source.value.trim()), { once: true })
    this.#source = source
    this.dom.append(source)
    source.focus()
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#source
  }

  ignoreMutation(): boolean {
    return true
  }

  #close(latex: string) {
    this.#source?.remove()
    this.#source = null
    const position = this.#getPos()
    if (position === undefined || latex === this.#latex) return
    const { tr } = this.#editor.state
    this.#editor.view.dispatch(
      latex
        ? tr.setNodeAttribute(position, 'latex', latex)
        : tr.delete(position, position + this.#node.nodeSize),
    )
  }

  #draw() {
    const latex = this.#latex
    // Until it is drawn, and should that fail, the source is what one sees.
    this.#drawing.textContent = latex || 'Formula'
    if (!latex) return
    void import('./katex.ts').then(({ drawFormula }) => {
      if (latex === this.#latex) drawFormula(latex, this.#drawing, !this.#node.isInline)
    })
  }
}

export const mathWithViews: Record<string, AnyExtension> = Object.fromEntries(
  [InlineMath, BlockMath].map(node => [
    node.name,
    node.extend({
      addNodeView() {
        return props => new MathView(props)
      },
    }),
  ]),
)

/** Enter on a selected formula opens its source. */
export const mathKeys = Extension.create({
  name: 'mathKeys',
  priority: 200,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor: { state, view } }) => {
      const { selection } = state
      if (!(selection instanceof NodeSelection) || !/math/i.test(selection.node.type.name)) return false
      view.nodeDOM(selection.from)?.dispatchEvent(new Event('open-source'))
      return true
    },
  }),
})
