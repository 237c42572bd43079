import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { standIn } from './stand-in.ts'

/**
 * Actions in place of `actions/upload-artifact`, of one file, and `actions/download-artifact`, which
 * would keep them at GitHub. As there, each is downloaded into a folder of its name.
 */
export function standInsForArtifacts(): { upload: string; download: string } {
  const kept = JSON.stringify(mkdtempSync(join(tmpdir(), 'artifacts-')))
  const upload = standIn(
    ['name', 'path', 'if-no-files-found'],
    `
const { basename, join } = require('node:path')
const { INPUT_NAME: name, INPUT_PATH: path } = process.env
require('node:fs').cpSync(path, join(${kept}, name, basename(path)))
`,
  )
  const download = standIn(
    ['pattern', 'path'],
    `
const { cpSync, readdirSync } = require('node:fs')
const { join, matchesGlob } = require('node:path')
const { INPUT_PATTERN: pattern, INPUT_PATH: path } = process.env
for (const name of readdirSync(${kept}).filter((name) => matchesGlob(name, pattern))) {
  cpSync(join(${kept}, name), join(path, name), { recursive: true })
}
`,
  )
  return { upload, download }
}
