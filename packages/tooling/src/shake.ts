import { isBuiltin } from 'node:module'
import { minify } from 'terser'

/**
 * A bundle without the functions that nothing in it uses, and without comments: ncc drops neither
 * unless it also makes the code unreadable. What is left is read faster by node, and by a person.
 */
export async function shake(bundle: string): Promise<string> {
  const { code } = await minify(asCommonJs(bundle), {
    toplevel: true,
    mangle: false,
    compress: {
      defaults: false,
      dead_code: true,
      passes: 3,
      side_effects: true,
      toplevel: true,
      unused: true,
    },
    format: { beautify: true, comments: false, indent_level: 2 },
  })
  if (!code) throw new Error('terser has left nothing of the bundle.')
  return `"use strict";\n${code}\n`
}

/**
 * The bundle as CommonJS, which node starts 2 ms earlier than a module. ncc leaves three things of a
 * module in it: a `require` it makes for each part of node, where node hands them out without one; the
 * address of the bundle, for assets that we have none of; and the names of the lazy chunks, which stay
 * modules.
 */
function asCommonJs(bundle: string): string {
  const required = /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\("([\w:/]+)"\)/g
  const whole = bundle
    .replace(required, (call, name) =>
      isBuiltin(name) ? `process.getBuiltinModule("${name}")` : call,
    )
    .replace(/^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from "module";$/m, '')
    .replace(/^.*__nccwpck_require__\.ab = .*import\.meta\.url.*$/m, '')
    .replace('".index.js"', '".index.mjs"')
  const left = /\bimport\.meta\b|^(import|export) |createRequire/m.exec(whole)
  if (left) throw new Error(`The bundle cannot be CommonJS: it has ${left[0]}.`)
  return whole
}
