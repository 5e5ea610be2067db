import '@mantine/core/styles.layer.css'
import './tokens.css'
import './base.css'
import { createRoot } from 'react-dom/client'
import { sessionQuery } from '../api/session.ts'
import { App } from './App.tsx'
import { cache } from './cache.ts'

// Asked for before anything renders, so that the answer arrives together with the page’s own code.
void cache.prefetchQuery(sessionQuery)

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no place for the application')
createRoot(place).render(<App />)
