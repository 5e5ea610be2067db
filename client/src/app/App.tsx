import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { RouterProvider } from 'react-router/dom'
import { cache } from './cache.ts'
import { router } from './routes.tsx'
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
        <RouterProvider router={router} />
        <Suspense>
          <Notices />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  )
}
