import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { useRead } from '../../api/query.ts'
import { templateRoutes } from '../../api/routes.ts'
import type { ForecastFeed } from './forecastFeed.ts'
import { forecastOptions } from './options.ts'
import { useForecast } from './useForecast.ts'

/** The live forecast of a document, read as its template and its audience ask for. */
export function useDocumentForecast(
  editor: Editor,
  { audience, templateId }: DocumentRecord,
): ForecastFeed | null {
  const { data: templates } = useRead(templateRoutes.list, {})
  const template = templates?.find(candidate => candidate.templateId === templateId)
  const options = useMemo(() => forecastOptions(audience, template), [audience, template])
  return useForecast(editor, options)
}
