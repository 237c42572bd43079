// act does not wait for the last lines of a step that fails: each process stays until they are read.
process.on('exit', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300))
