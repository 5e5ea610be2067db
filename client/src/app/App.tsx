import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { BrowserRouter } from 'react-router'
import { notices } from '../ui/tell.ts'
import { cache } from './cache.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Root } from './Root.tsx'
import { Pages } from './routes.tsx'
import { theme, variables } from './theme.ts'

const scheme = localStorageColorSchemeManager({ key: 'colloquy-scheme' })

const Notices = lazy(async () => ({ default: (await import('../ui/Notices.tsx')).Notices }))

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={cache}>
        <BrowserRouter>
          <ErrorBoundary>
            <Root>
              <Pages />
            </Root>
          </ErrorBoundary>
        </BrowserRouter>
        <Suspense>{notices.useOpen() && <Notices />}</Suspense>
      </QueryClientProvider>
    </MantineProvider>
  )
}
