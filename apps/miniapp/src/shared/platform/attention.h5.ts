/** Moves the focus into a field, or into the first control of a group with that id. */
export const bringToField = (id: string): void => {
  const target = document.getElementById(id)
  if (!target) return
  const focusable = 'input, textarea, select, button, a[href], [tabindex]'
  const control = target.matches(focusable) ? target : target.querySelector<HTMLElement>(focusable)
  target.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
