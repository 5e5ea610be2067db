import type { TemplateRecord } from '@colloquy/shared/contract/templates'
import { type Persona, personaIds } from '@colloquy/shared/forecast/personas'
import type { ForecastOptions } from '@colloquy/shared/forecast/types'

/** How a document is to be read: what its template asks for, and who it is for. */
export function forecastOptions(
  audience: readonly string[],
  template: TemplateRecord | undefined,
): ForecastOptions {
  return {
    audience: audience.filter(isPersona),
    required: (template?.sections ?? [])
      .filter(section => section.required)
      .map(({ heading, questions }) => ({ heading, ...(questions[0] ? { question: questions[0] } : {}) })),
  }
}

const isPersona = (name: string): name is Persona => personaIds.some(persona => persona === name)
