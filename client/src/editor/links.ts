import { isSafeLink } from '@colloquy/shared/schema/safeUrl'
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/** Links open with the command key held, or with a plain click where the text cannot be edited. */
export const followLinks = Extension.create({
  name: 'followLinks',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        key: new PluginKey('followLinks'),
        props: {
          handleDOMEvents: {
            click: (_view, event) => {
              const target = event.target instanceof Element ? event.target.closest('a[href]') : null
              const href = target?.getAttribute('href')
              if (!href) return false
              event.preventDefault()
              const wanted = !editor.isEditable || event.metaKey || event.ctrlKey
              if (!wanted || !isSafeLink(href)) return false
              follow(href)
              return true
            },
          },
        },
      }),
    ]
  },
})

function follow(href: string) {
  if (href.startsWith('/')) window.location.assign(href)
  else if (href.startsWith('#')) document.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView()
  else window.open(href, '_blank', 'noopener,noreferrer')
}
