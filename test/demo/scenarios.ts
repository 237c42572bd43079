import type { Outcome, Release } from './step.ts'

/** A release, and what should become of it. */
export interface Story {
  readonly title: string
  readonly release: Release
  readonly outcomes: Readonly<Record<string, Outcome['outcome']>>
  /** What Render serves at the end, of all three services, and what brought it. */
  readonly serving: { readonly commit: string; readonly trigger: string }
  /** How the one message to each platform begins. */
  readonly told: string
}

const commit = '4be1f0a92c7d3e58b6a0914cf2d7e3a85b90c164'

export const good: Story = {
  title: 'A good release: Add a mixer',
  release: { commit, message: 'Add a mixer' },
  outcomes: {
    checkout: 'success',
    'coverage-gate': 'success',
    'render-deploy': 'success',
    'health-check': 'success',
    rollback: 'skipped',
    'slack-notify': 'success',
    'discord-notify': 'success',
  },
  serving: { commit, trigger: 'api' },
  told: '✅ Deliver / production succeeded on main',
}

/** Live on Render, but its backend never gets healthy: back to the good one. */
export const bad: Story = {
  title: 'A release whose backend never gets healthy: Mix twice as fast',
  release: { commit: 'c95d27e13fa8b0467e2d91c5a83f604be71d2a98', message: 'Mix twice as fast' },
  outcomes: { ...good.outcomes, 'health-check': 'failure', rollback: 'success' },
  serving: { commit, trigger: 'rollback' },
  told: '❌ Deliver failed on main: backend, audio, frontend rolled back',
}
