import { ChildProcess } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'

// Imported before a bundle: tells, in the file RECORD, each address that a socket is connected to and each
// program that is started. Whatever asks the network, fetch and TLS too, does it by a socket.

const tell = (did) => appendFileSync(process.env.RECORD, `${JSON.stringify(did)}\n`)

const { connect } = Socket.prototype
Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const {
    host = 'localhost',
    port,
    path,
  } = typeof first === 'object' ? first : { port: first, host: second }
  tell({ connects: path ?? `${host}:${port}` })
  return connect.apply(this, args)
}

const { spawn } = ChildProcess.prototype
ChildProcess.prototype.spawn = function (options) {
  tell({ starts: options.file })
  return spawn.call(this, options)
}
