import type { PropsWithChildren } from 'react'
import './shared/theme/tokens.css'
import './shared/theme/icons.css'
import './shared/theme/components.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
