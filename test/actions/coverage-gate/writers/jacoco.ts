import { basename, dirname } from 'node:path/posix'
import {
  firstOf,
  instructionsOf,
  linesOf,
  type Measured,
  type MeasuredBlock,
  tallied,
  talliesOf,
  waysOf,
} from './code.ts'

/** @see https://www.jacoco.org/jacoco/trunk/coverage/report.dtd */
export function jacoco(files: readonly Measured[]): string {
  const packages = Map.groupBy(files, ({ path }) => dirname(path))
  const listed = Array.from(packages, ([name, its]) => {
    const classes = its.map((file) => classOf(file)).join('')
    const sources = its.map((file) => sourceOf(file)).join('')
    return `<package name="${name}">${classes}${sources}${counters(its)}</package>`
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="app"><sessioninfo id="runner-1" start="1" dump="2"/>${listed.join('')}${counters(files)}</report>`
}

function classOf(file: Measured): string {
  const methods = file.functions.map((one) => {
    const its = counters([{ blocks: one.blocks, functions: [one] }])
    return `<method name="${one.name}" desc="()V" line="${firstOf(one)}">${its}</method>`
  })
  const name = file.path.replace(/\.\w+$/, '')
  return `<class name="${name}" sourcefilename="${basename(file.path)}">${methods.join('')}${counters([file])}</class>`
}

function sourceOf(file: Measured): string {
  const lines = file.blocks.flatMap((block) =>
    linesOf([block]).map(({ line, hits }) => {
      const all = instructionsOf(line)
      const { taken, total } = line === block.to ? waysOf(block) : { taken: 0, total: 0 }
      const [mi, ci] = hits > 0 ? [0, all] : [all, 0]
      return `<line nr="${line}" mi="${mi}" ci="${ci}" mb="${total - taken}" cb="${taken}"/>`
    }),
  )
  return `<sourcefile name="${basename(file.path)}">${lines.join('')}${counters([file])}</sourcefile>`
}

/** What is 0 of 0 has no counter. */
function counters(files: readonly Pick<Measured, 'blocks' | 'functions'>[]): string {
  const { lines, branches, functions } = talliesOf(files)
  const blocks = files.flatMap((file) => file.blocks)
  const counts = {
    INSTRUCTION: instructions(blocks),
    BRANCH: branches,
    LINE: lines,
    METHOD: functions,
  }
  return Object.entries(counts)
    .filter(([, { total }]) => total > 0)
    .map(([type, { covered, total }]) => {
      return `<counter type="${type}" missed="${total - covered}" covered="${covered}"/>`
    })
    .join('')
}

function instructions(blocks: readonly MeasuredBlock[]) {
  return tallied(
    linesOf(blocks).flatMap(({ line, hits }) => Array<number>(instructionsOf(line)).fill(hits)),
  )
}
