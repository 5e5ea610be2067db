import type { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import { useRead } from '../../api/query.ts'
import { documentRoutes } from '../../api/routes.ts'
import { usePeople } from '../../api/session.ts'
import { naming, namingKey } from '../../editor/choices/naming.ts'
import type { Popup } from '../../editor/choices/popup.ts'
import { IconFileText } from '../../ui/icons.ts'

const people = namingKey('@')
const documents = namingKey('[[')

/** Lets one name people with `@` and documents with `[[`. */
export function useNaming(editor: Editor, popup: Popup) {
  const everybody = usePeople()
  const { data: listed } = useRead(documentRoutes.list, {})
  const latest = useRef({ everybody, listed })
  latest.current = { everybody, listed }
  useEffect(() => {
    const plugins = [
      naming(editor, popup, people, {
        char: '@',
        label: 'Name a person',
        names: () =>
          [...latest.current.everybody.values()].map(({ accountId, name, email }) => ({
            id: accountId,
            label: name,
            hint: email,
          })),
        node: ({ id, label }) => ({ type: 'mention', attrs: { id, label } }),
      }),
      naming(editor, popup, documents, {
        char: '[[',
        label: 'Name a document',
        names: () =>
          (latest.current.listed ?? []).map(({ documentId, title, state }) => ({
            id: documentId,
            label: title,
            hint: state,
            Icon: IconFileText,
          })),
        node: ({ id, label }) => ({ type: 'documentReference', attrs: { kind: 'document', id, label } }),
      }),
    ]
    for (const plugin of plugins) editor.registerPlugin(plugin, (one, all) => [one, ...all])
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin([people, documents])
    }
  }, [editor, popup])
}
