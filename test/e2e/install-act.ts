import { installFromGo } from './install.ts'

/** What act can do changes from release to release, so the pipelines are run by this one. */
export function installAct(): string {
  return installFromGo('github.com/nektos/act@v0.2.87')
}
