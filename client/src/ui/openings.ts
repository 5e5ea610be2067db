import { useSyncExternalStore } from 'react'

/** Whether something is open, kept outside React so that keys and menus anywhere can open it. */
export function createOpenings() {
  let open = false
  const listeners = new Set<() => void>()
  const set = (value: boolean) => {
    open = value
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    open: () => set(true),
    close: () => set(false),
    toggle: () => set(!open),
    useOpen: () => useSyncExternalStore(subscribe, () => open),
  }
}
