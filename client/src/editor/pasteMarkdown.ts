import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/** Larger pastes go in as plain text: reading them would stop the page. */
const LONGEST = 500_000

/**
 * Text that looks like Markdown becomes what it means. Rich text from a web page keeps its own way in, and
 * pasting with Shift held stays plain.
 */
export const pasteMarkdown = Extension.create({
  name: 'pasteMarkdown',
  addProseMirrorPlugins() {
    const { editor } = this
    let plain = false
    return [
      new Plugin({
        key: new PluginKey('pasteMarkdown'),
        props: {
          handleKeyDown: (_view, event) => {
            plain = event.shiftKey
            return false
          },
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData('text/plain') ?? ''
            const rich = event.clipboardData?.types.includes('text/html') ?? false
            const inCode = view.state.selection.$from.parent.type.spec.code
            if (plain || rich || inCode || text.length > LONGEST || !looksLikeMarkdown(text)) return false
            // The reader of Markdown is loaded when it is first needed, so the text arrives a moment later.
            void import('@colloquy/shared/schema/markdown/parse').then(({ parseMarkdown }) => {
              if (editor.isDestroyed) return
              editor
                .chain()
                .focus()
                .insertContent(parseMarkdown(text).doc.content ?? [])
                .scrollIntoView()
                .run()
            })
            return true
          },
        },
      }),
    ]
  },
})

/** Signs that occur in Markdown and hardly ever in plain prose. */
const signs = [
  /^#{1,6} \S/m,
  /^\s*[-*+] \[[ x]\] /m,
  /^(\s*[-*+] \S.*\n?){2,}/m,
  /^(\s*\d+[.)] \S.*\n?){2,}/m,
  /^```/m,
  /^\|.+\|\s*\n\|[\s:|-]+\|/m,
  /^> \S/m,
  /\[[^\]\n]+\]\((https?:|\/|#)[^)\s]+\)/,
  /(^|\s)\*\*\S[^*\n]*\*\*/,
  /(^|\s)`[^`\n]+`/,
]

export const looksLikeMarkdown = (text: string): boolean => signs.some(sign => sign.test(text))
