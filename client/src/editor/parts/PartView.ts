import type { Editor, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { type Field, partsWithFields } from './fields.ts'

/** Somebody who can be named in a field. */
export type Nameable = { accountId: string; name: string }

/** A structured block: its kind and its fields above, the text inside. */
export class PartView implements NodeView {
  readonly dom = document.createElement('section')
  readonly contentDOM = document.createElement('div')
  readonly #header = document.createElement('div')
  readonly #inputs: { field: Field; input: HTMLInputElement }[]
  readonly #type

  constructor({ node, editor, getPos }: NodeViewRendererProps, people: () => Nameable[]) {
    this.#type = node.type
    const { label, fields } = partsWithFields[node.type.name] ?? { label: node.type.name, fields: [] }
    this.dom.dataset['type'] = node.type.name
    this.#header.className = 'part-header'
    this.#header.contentEditable = 'false'
    const kind = document.createElement('span')
    kind.className = 'part-kind'
    kind.textContent = label
    this.#header.append(kind)
    this.#inputs = fields.map(field => {
      const input = inputFor(field, editor, people, changes => {
        const position = getPos()
        if (position === undefined) return
        const transaction = editor.state.tr
        for (const [name, value] of Object.entries(changes)) {
          transaction.setNodeAttribute(position, name, value)
        }
        editor.view.dispatch(transaction)
      })
      this.#header.append(labelled(field, input))
      return { field, input }
    })
    this.dom.append(this.#header, this.contentDOM)
    this.#show(node)
  }

  update(node: Node): boolean {
    if (node.type !== this.#type) return false
    this.#show(node)
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.#header.contains(event.target)
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  #show(node: Node) {
    for (const { field, input } of this.#inputs) {
      const value: unknown = node.attrs[field.attribute]
      if (field.kind === 'done') input.checked = value === true
      // What somebody is typing right now is theirs.
      else if (input !== document.activeElement) input.value = typeof value === 'string' ? value : ''
    }
  }
}

type Changes = Record<string, string | boolean | null>

function inputFor(
  field: Field,
  editor: Editor,
  people: () => Nameable[],
  change: (changes: Changes) => void,
): HTMLInputElement {
  const input = document.createElement('input')
  input.disabled = !editor.isEditable
  input.type = { person: 'text', date: 'date', done: 'checkbox' }[field.kind]
  if (field.kind === 'person') {
    input.placeholder = 'nobody yet'
    input.addEventListener('focus', () => offer(input, people()))
  }
  input.addEventListener('change', () => {
    const text = input.value.trim() || null
    if (field.kind === 'done') change({ [field.attribute]: input.checked })
    else if (field.kind === 'date') change({ [field.attribute]: text })
    else {
      const person = people().find(({ name }) => name === text)
      change({ [field.attribute]: text, [`${field.attribute}Id`]: person?.accountId ?? null })
    }
  })
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      editor.commands.focus()
    }
  })
  return input
}

/** The names of the workspace, offered while one types; any other name may be written too. */
function offer(input: HTMLInputElement, people: Nameable[]) {
  const list = document.createElement('datalist')
  list.id = `people-${Math.round(performance.now())}`
  list.append(...people.map(({ name }) => new Option(name)))
  input.after(list)
  input.setAttribute('list', list.id)
  input.addEventListener('blur', () => list.remove(), { once: true })
}

function labelled(field: Field, input: HTMLInputElement): HTMLLabelElement {
  const label = document.createElement('label')
  label.append(`${field.label} `, input)
  return label
}
