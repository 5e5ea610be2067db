/** What the editor's worker needs of the forecast, to weigh it. */
export { createEditorReader } from '@colloquy/shared/forecast/blocks/editor'
export { createForecaster } from '@colloquy/shared/forecast/engine'
export { settle } from '@colloquy/shared/forecast/settle'
