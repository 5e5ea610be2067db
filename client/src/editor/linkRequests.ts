import { Extension } from '@tiptap/core'

const listeners = new Set<() => void>()

/** How the link key, which the editor hears, opens the link field, which the toolbar has. */
export const linkRequests = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

export const linkKey = Extension.create({
  name: 'linkKey',
  addKeyboardShortcuts: () => ({
    'Mod-Shift-k': () => {
      for (const listener of listeners) listener()
      return true
    },
  }),
})
