import { type ComponentType, lazy } from 'react'
import { matchPath, Route, Routes } from 'react-router'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Gate } from './Gate.tsx'
import { NotFound } from './NotFound.tsx'

/** A page in a chunk of its own. */
function page(path: string, load: () => Promise<ComponentType>) {
  // Asked for at once when it is the page this visit begins with: its code travels beside the first data.
  const first = matchPath(path, window.location.pathname) ? load() : null
  return { path, Component: lazy(async () => ({ default: await (first ?? load()) })) }
}

const Shell = lazy(async () => ({ default: (await import('./Shell.tsx')).Shell }))

/** Pages for everyone. */
const open = [
  page('/setup', async () => (await import('../features/accounts/SetUpPage.tsx')).SetUpPage),
  page('/sign-in', async () => (await import('../features/accounts/SignInPage.tsx')).SignInPage),
  page('/join/:token', async () => (await import('../features/accounts/JoinPage.tsx')).JoinPage),
]

/** Pages for whoever is signed in, inside the frame. */
const framed = [
  page('/', async () => (await import('../features/documents/HomePage.tsx')).HomePage),
  page('/archive', async () => (await import('../features/documents/ArchivePage.tsx')).ArchivePage),
  page('/decisions', async () => (await import('../features/decisions/DecisionsPage.tsx')).DecisionsPage),
  page(
    '/decisions/:decisionId',
    async () => (await import('../features/decisions/DecisionPage.tsx')).DecisionPage,
  ),
  page('/people', async () => (await import('../features/accounts/PeoplePage.tsx')).PeoplePage),
  page('/spaces/:spaceId', async () => (await import('../features/spaces/SpacePage.tsx')).SpacePage),
  page(
    '/spaces/:spaceId/settings',
    async () => (await import('../features/spaces/SpaceSettingsPage.tsx')).SpaceSettingsPage,
  ),
]

/** Pages that are their own frame. */
const whole = [
  page('/d/:documentId', async () => (await import('../features/documents/DocumentPage.tsx')).DocumentPage),
]

const routed = ({ path, Component }: ReturnType<typeof page>) => (
  <Route
    key={path}
    path={path}
    element={
      <ErrorBoundary key={path}>
        <Component />
      </ErrorBoundary>
    }
  />
)

/** Every page and its address. */
export function Pages() {
  return (
    <Routes>
      {open.map(routed)}
      <Route element={<Gate />}>
        <Route element={<Shell />}>{framed.map(routed)}</Route>
        {whole.map(routed)}
      </Route>
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
