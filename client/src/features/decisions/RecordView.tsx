import type { DecisionPage } from '@colloquy/shared/contract/decisions'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './DecisionPage.module.css'
import { Markdown } from './Markdown.tsx'

type Record = NonNullable<DecisionPage['record']>

/** The frozen record in the order of MADR. Parts it does not have are left out. */
export function RecordView({ record }: { record: Record }) {
  const { outcome, context, drivers, options, consequences, confirmation, dissent, sources, more } = record
  return (
    <>
      <Section title="Outcome" when={outcome.option !== '' || outcome.reason !== ''}>
        {outcome.option && <p className={classes['chosen']}>{outcome.option}</p>}
        <Words text={outcome.reason} />
      </Section>
      <Section title="Context" when={context !== ''}>
        <Words text={context} />
      </Section>
      <Section title="Drivers" when={drivers.length > 0}>
        <List of={drivers} />
      </Section>
      <Section title="Options" when={options.length > 0}>
        {options.map(option => (
          <div key={option.title} className={classes['option']}>
            <h3>{option.title}</h3>
            <Words text={option.text} />
            <Arguments of={option.arguments} />
          </div>
        ))}
      </Section>
      <Section title="Consequences" when={consequences.length > 0}>
        <Arguments of={consequences} />
      </Section>
      <Section title="Confirmation" when={confirmation !== ''}>
        <Words text={confirmation} />
      </Section>
      <Section title="Dissent" when={dissent.length > 0}>
        {dissent.map(({ who, about, text }) => (
          <div key={`${who} ${about}`} className={classes['option']}>
            <h3>
              {who} · {about}
            </h3>
            <Words text={text} />
          </div>
        ))}
      </Section>
      <Section title="More" when={more !== ''}>
        <Words text={more} />
      </Section>
      <People record={record} />
      <Section title="Sources" when={sources.length > 0}>
        <ul className={classes['sources']}>
          {sources.map(({ title, url }) => (
            <li key={url}>
              {url.startsWith('/') ? <Link to={url}>{title}</Link> : <a href={url}>{title}</a>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Section({ title, when, children }: { title: string; when: boolean; children: ReactNode }) {
  if (!when) return null
  return (
    <section className={classes['section']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const Words = ({ text }: { text: string }) => (text === '' ? null : <Markdown text={text} />)

const List = ({ of }: { of: string[] }) => (
  <ul className={classes['list']}>
    {of.map(entry => (
      <li key={entry}>
        <Markdown text={entry} />
      </li>
    ))}
  </ul>
)

const leanings = { good: 'Good', neutral: 'Neutral', bad: 'Bad' } as const

function Arguments({ of }: { of: Record['consequences'] }) {
  return (
    <ul className={classes['arguments']}>
      {of.map(({ leaning, text }) => (
        <li key={`${leaning} ${text}`}>
          <span data-leaning={leaning}>{leanings[leaning]}</span> <Markdown text={text} />
        </li>
      ))}
    </ul>
  )
}

function People({ record: { consulted, informed, tags } }: { record: Record }) {
  const rows = [
    ['Consulted', consulted],
    ['Informed', informed],
    ['Tags', tags],
  ] as const
  return (
    <dl className={classes['people']}>
      {rows.map(
        ([name, entries]) =>
          entries.length > 0 && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{entries.join(', ')}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
