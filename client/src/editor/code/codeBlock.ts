import { CodeBlock as Plain } from '@colloquy/shared/schema/nodes/codeBlock'
import type { Editor, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { Diagram } from './Diagram.ts'
import { languages } from './languages.ts'

/** Pressing Escape lets the next Tab leave the text, so that indenting with Tab is no trap. */
const released = new WeakSet<Editor>()

/** The shared code block with a choice of language and Tab for indenting. */
export const CodeBlock = Plain.extend({
  addKeyboardShortcuts() {
    const { Tab: indent, 'Shift-Tab': outdent, ...others } = this.parent?.() ?? {}
    return {
      ...others,
      Escape: ({ editor }) => {
        released.add(editor)
        return false
      },
      Tab: props => !released.delete(props.editor) && (indent?.(props) ?? false),
      'Shift-Tab': props => !released.delete(props.editor) && (outdent?.(props) ?? false),
    }
  },
  addNodeView() {
    return props => new CodeBlockView(props)
  },
}).configure({ enableTabIndentation: true, tabSize: 2 })

class CodeBlockView implements NodeView {
  readonly dom = document.createElement('div')
  readonly contentDOM = document.createElement('code')
  readonly #choice: HTMLSelectElement | HTMLElement
  readonly #type
  readonly #editor: Editor
  readonly #getPos: () => number | undefined
  #diagram: Diagram | null = null

  constructor({ node, editor, getPos }: NodeViewRendererProps) {
    this.#type = node.type
    this.#editor = editor
    this.#getPos = getPos
    this.dom.className = 'code-block'
    const pre = document.createElement('pre')
    pre.spellcheck = false
    pre.append(this.contentDOM)
    this.#choice = editor.isEditable
      ? languageMenu(language => {
          const position = getPos()
          if (position === undefined) return
          editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'language', language))
        })
      : document.createElement('span')
    this.#choice.contentEditable = 'false'
    this.#choice.classList.add('code-language')
    this.dom.append(this.#choice, pre)
    editor.on('selectionUpdate', this.#onSelection)
    this.#show(node)
  }

  update(node: Node): boolean {
    if (node.type !== this.#type) return false
    this.#show(node)
    return true
  }

  /** Choosing a language is the menu’s own business, not an edit of the text around it. */
  stopEvent(event: Event): boolean {
    return event.target === this.#choice
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  destroy() {
    this.#editor.off('selectionUpdate', this.#onSelection)
    this.#diagram?.stop()
  }

  /** A diagram shows its source while the caret is in it. */
  #onSelection = () => {
    if (!this.#diagram) return
    const position = this.#getPos()
    const { from, to } = this.#editor.state.selection
    const inside =
      position !== undefined && from > position && to <= position + this.contentDOM.textContent.length + 1
    this.dom.classList.toggle('is-open', inside)
  }

  #openSource = () => {
    const position = this.#getPos()
    if (position === undefined) return
    this.#editor.commands.setTextSelection(position + 1)
    if (this.#editor.isEditable) this.#editor.view.focus()
  }

  #showDiagram(node: Node) {
    const wanted = node.attrs['language'] === 'mermaid' && node.textContent.trim() !== ''
    this.dom.classList.toggle('is-diagram', wanted)
    if (wanted && !this.#diagram) {
      this.#diagram = new Diagram(this.#openSource)
      this.dom.prepend(this.#diagram.dom)
      this.#onSelection()
    } else if (!wanted && this.#diagram) {
      this.#diagram.stop()
      this.#diagram.dom.remove()
      this.#diagram = null
    }
    this.#diagram?.show(node.textContent)
  }

  #show(node: Node) {
    this.#showDiagram(node)
    const language = String(node.attrs['language'] ?? '')
    if (this.#choice instanceof HTMLSelectElement) showLanguage(this.#choice, language)
    else this.#choice.textContent = labelOf(language)
  }
}

function languageMenu(choose: (language: string | null) => void): HTMLSelectElement {
  const menu = document.createElement('select')
  menu.setAttribute('aria-label', 'Language of this code')
  menu.append(new Option('Plain text', ''), ...languages.map(([name, label]) => new Option(label, name)))
  menu.addEventListener('change', () => choose(menu.value || null))
  return menu
}

/** A language that came in by Markdown and is not on the list stays what it is. */
function showLanguage(menu: HTMLSelectElement, language: string) {
  if (![...menu.options].some(option => option.value === language))
    menu.append(new Option(language, language))
  menu.value = language
}

function labelOf(language: string): string {
  return languages.find(([name]) => name === language)?.[1] ?? language
}
