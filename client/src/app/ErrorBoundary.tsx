import { Component, type ReactNode } from 'react'
import { Stopped } from '../ui/Stopped.tsx'

/** Where a defect in a page ends: the rest of the application stays usable. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    return error === null ? (
      this.props.children
    ) : (
      <Stopped error={error} again={() => window.location.reload()} />
    )
  }
}
