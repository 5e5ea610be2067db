import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/**
 * Keeps the text of people who may not edit exactly what the server sends: no plugin, paste or checkbox can
 * make a local change that the server would then have to refuse.
 */
export const readOnly = Extension.create({
  name: 'readOnly',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        key: new PluginKey('readOnly'),
        filterTransaction: transaction =>
          !transaction.docChanged || editor.isEditable || isChangeOrigin(transaction),
      }),
    ]
  },
})
