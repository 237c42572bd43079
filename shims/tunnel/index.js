/*
 * The package tunnel, loaded by the first call. The toolkit imports it in every step, and only a step behind a proxy
 * needs it and the TLS of Node that it loads.
 */

const tunnel = () => require('tunnel-itself')

exports.httpOverHttp = (options) => tunnel().httpOverHttp(options)
exports.httpsOverHttp = (options) => tunnel().httpsOverHttp(options)
exports.httpOverHttps = (options) => tunnel().httpOverHttps(options)
exports.httpsOverHttps = (options) => tunnel().httpsOverHttps(options)
