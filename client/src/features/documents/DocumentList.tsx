import type { DocumentSummary } from '@colloquy/shared/contract/documents'
import { Link } from 'react-router'
import { useRead } from '../../api/query.ts'
import { spaceRoutes } from '../../api/routes.ts'
import { usePeople } from '../../api/session.ts'
import { Ago } from '../../ui/Ago.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import classes from './DocumentList.module.css'
import { StateBadge } from './StateBadge.tsx'

/** Documents as rows, one link each. */
export function DocumentList({ documents }: { documents: DocumentSummary[] }) {
  const people = usePeople()
  const { data: spaces } = useRead(spaceRoutes.list, {})
  const names = new Map(spaces?.map(space => [space.spaceId, space.name]))
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">State</th>
          <th scope="col">Space</th>
          <th scope="col">Author</th>
          <th scope="col">Last edit</th>
        </tr>
      </thead>
      <tbody>
        {documents.map(document => {
          const author = people.get(document.createdBy)
          return (
            <tr key={document.documentId}>
              <th scope="row">
                <Link to={`/d/${document.documentId}`} className={classes['title']}>
                  {document.title}
                </Link>
              </th>
              <td>
                <StateBadge state={document.state} />
              </td>
              <td className={classes['space']}>{names.get(document.spaceId)}</td>
              <td>
                {author && (
                  <span className={classes['author']}>
                    <PersonAvatar person={author} size={20} label="" />
                    <span>{author.name}</span>
                  </span>
                )}
              </td>
              <td className={classes['time']}>
                <Ago time={document.updatedAt} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
