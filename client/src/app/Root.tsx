import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** Around every page: the skip link, and what follows a change of page: its top, and the focus on its content. */
export function Root({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    window.scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <Suspense>{children}</Suspense>
    </>
  )
}
