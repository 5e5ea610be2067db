import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router/dom'
import { cache } from './cache.ts'
import { router } from './routes.tsx'
import { theme, variables } from './theme.ts'

const scheme = localStorageColorSchemeManager({ key: 'colloquy-scheme' })

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
        <Notifications position="bottom-center" limit={3} containerWidth={420} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
