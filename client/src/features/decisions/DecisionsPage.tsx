import { decisionState } from '@colloquy/shared/contract/decisions'
import { NativeSelect } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useRead } from '../../api/query.ts'
import { decisionRoutes, spaceRoutes } from '../../api/routes.ts'
import { usePeople } from '../../api/session.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { DecisionList } from './DecisionList.tsx'
import classes from './DecisionsPage.module.css'

const any = { value: '', label: 'Any' }

/** The decision log: what was decided, and what was refused. Its filters are part of its address. */
export function DecisionsPage() {
  const [filters, setFilters] = useSearchParams()
  const people = usePeople()
  const spaces = useRead(spaceRoutes.list, {})
  const state = decisionState.options.find(option => option === filters.get('state'))
  const given = (name: string) => filters.get(name) || undefined
  const [spaceId, decider, tag] = [given('space'), given('decider'), given('tag')]
  const log = useRead(decisionRoutes.list, {
    ...(spaceId ? { spaceId } : {}),
    ...(state ? { state } : {}),
    ...(decider ? { decider } : {}),
    ...(tag ? { tag } : {}),
  })
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(filters)
    if (value) next.set(name, value)
    else next.delete(name)
    setFilters(next, { replace: true })
  }
  const isFiltered = [...filters.values()].some(value => value !== '')
  return (
    <Page>
      <PageHeader
        title="Decisions"
        text="What was decided, by whom and why. What was refused stays here too: knowing why is half its worth."
      />
      <search className={classes['filters']} aria-label="Filters">
        <NativeSelect
          label="Space"
          size="xs"
          value={spaceId ?? ''}
          data={[any, ...(spaces.data ?? []).map(space => ({ value: space.spaceId, label: space.name }))]}
          onChange={event => choose('space', event.currentTarget.value)}
        />
        <NativeSelect
          label="State"
          size="xs"
          value={state ?? ''}
          data={[any, ...decisionState.options.map(option => ({ value: option, label: sentence(option) }))]}
          onChange={event => choose('state', event.currentTarget.value)}
        />
        <NativeSelect
          label="Decided by"
          size="xs"
          value={decider ?? ''}
          data={[
            any,
            ...[...people.values()].map(({ accountId, name }) => ({ value: accountId, label: name })),
          ]}
          onChange={event => choose('decider', event.currentTarget.value)}
        />
        {tag && (
          <NativeSelect
            label="Tag"
            size="xs"
            value={tag}
            data={[any, tag]}
            onChange={event => choose('tag', event.currentTarget.value)}
          />
        )}
      </search>
      <Loading of={[log]}>
        {log.data && log.data.decisions.length > 0 ? (
          <DecisionList decisions={log.data.decisions} />
        ) : (
          <Empty
            title={isFiltered ? 'No such decision' : 'No decisions yet'}
            text={
              isFiltered
                ? 'Nothing in the log fits these filters.'
                : 'A decision appears here when the outcome of a document’s review is published.'
            }
          />
        )}
      </Loading>
    </Page>
  )
}

const sentence = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
