import { type RefObject, useEffect } from 'react'

/** Makes a row of buttons one stop for Tab: left and right move inside it, Home and End go to its ends. */
export function useRovingToolbar(toolbar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = toolbar.current
    if (!element) return
    const buttons = () => [...element.querySelectorAll<HTMLElement>('button')]
    const only = (stop: HTMLElement | undefined) => {
      for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1
    }
    only(buttons()[0])
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches('button')) only(event.target)
    }
    const onKey = (event: KeyboardEvent) => {
      const all = buttons()
      const at = all.findIndex(button => button.matches(':focus'))
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
      if (at === -1 || next === undefined) return
      event.preventDefault()
      all[(next + all.length) % all.length]?.focus()
    }
    element.addEventListener('focusin', onFocus)
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('keydown', onKey)
    }
  }, [toolbar])
}
