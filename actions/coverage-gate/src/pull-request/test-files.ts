/** Tests and their support files, by the naming conventions of ecosystems. */
const tests = [
  /(^|\/)(__tests__|__mocks__|__fixtures__|__snapshots__|tests?|specs?|e2e|fixtures|mocks|testdata|test[-_](data|driver|helpers?|support|utils?)|(integration|unit|functional|acceptance)[-_]?tests?|cypress|playwright|benches|step_definitions)\//i,
  // `AppTests` of Swift; `App.Tests`, `App.Test` and `App.UnitTests` of .NET.
  /(^|\/)[A-Z][\w.]*(Tests|\.([A-Z]\w*)?Test)\//,
  // `androidTest`, `commonTest`, `testDebug` and `testFixtures` of Gradle, and `it` of sbt.
  /(^|\/)src\/(it|(\w*[a-z\d]Test|test)([A-Z]\w*)?)\/(java|kotlin|groovy|scala|swift|cpp|c)\//,
  /[._-](tests?|specs?|stories)\.\w+$/,
  /\.(cy|e2e|e2e-spec|bench|fixtures?|mocks?|story)\.\w+$/,
  /(^|\/)test_[^/]*$/,
  /(Tests?|TestCase|ITCase)\.(java|kts?|groovy|scala|cs|fs|vb|php|swift|mm?)$/,
  /(^|\/)(conftest\.py|tests\.py|spec_helper\.rb|rails_helper\.rb|test_helper\.\w+)$/,
  /(^|\/)(setup-?tests?|setup-?jest|jest-?setup|test-?setup|vitest-?setup)\.\w+$/i,
]

/** Configuration, build scripts, and declarations without code. */
const configuration = [
  /\.(config|conf|setup|workspace)\.\w+$/,
  /(^|\/)\.[\w.-]+\.\w+$/,
  /\.d\.[cm]?ts$/,
  /\.gradle\.kts$/,
  /(^|\/)(setup|noxfile|fabfile|versioneer)\.py$/,
  /(^|\/)docs?\/(source\/)?conf\.py$/,
  /(^|\/)(gulpfile|gruntfile|jakefile|dangerfile|ember-cli-build)(\.[\w-]+)?\.[cm]?[jt]s$/i,
  /(^|\/)(Package\.swift|build\.rs|build\.sbt|mix\.exs|extconf\.rb|AssemblyInfo\.\w+)$/,
]

/** Whether a file need not be in reports: a test, a support file of tests, or configuration. */
export function isTestOrConfiguration(path: string): boolean {
  return [...tests, ...configuration].some((pattern) => pattern.test(path))
}
