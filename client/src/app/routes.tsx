import { createBrowserRouter } from 'react-router'
import { Failure } from './Failure.tsx'
import { Gate } from './Gate.tsx'
import { NotFound } from './NotFound.tsx'
import { Root } from './Root.tsx'

/** Every page and its address. Each page is its own chunk, loaded when it is first visited. */
export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: Failure,
    HydrateFallback: () => null,
    children: [
      {
        path: 'setup',
        lazy: async () => ({ Component: (await import('../features/accounts/SetUpPage.tsx')).SetUpPage }),
      },
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('../features/accounts/SignInPage.tsx')).SignInPage }),
      },
      {
        path: 'join/:token',
        lazy: async () => ({ Component: (await import('../features/accounts/JoinPage.tsx')).JoinPage }),
      },
      {
        Component: Gate,
        children: [
          {
            lazy: async () => ({ Component: (await import('./Shell.tsx')).Shell }),
            ErrorBoundary: Failure,
            children: [
              {
                index: true,
                lazy: async () => ({
                  Component: (await import('../features/documents/HomePage.tsx')).HomePage,
                }),
              },
              {
                path: 'spaces/:spaceId',
                lazy: async () => ({
                  Component: (await import('../features/spaces/SpacePage.tsx')).SpacePage,
                }),
              },
              {
                path: 'spaces/:spaceId/settings',
                lazy: async () => ({
                  Component: (await import('../features/spaces/SpaceSettingsPage.tsx')).SpaceSettingsPage,
                }),
              },
              {
                path: 'people',
                lazy: async () => ({
                  Component: (await import('../features/accounts/PeoplePage.tsx')).PeoplePage,
                }),
              },
            ],
          },
          {
            path: 'd/:documentId',
            ErrorBoundary: Failure,
            lazy: async () => ({
              Component: (await import('../features/documents/DocumentPage.tsx')).DocumentPage,
            }),
          },
        ],
      },
      { path: '*', Component: NotFound },
    ],
  },
])
