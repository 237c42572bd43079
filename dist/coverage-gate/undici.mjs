export const id = "undici";

export const ids = [ "undici" ];

export const modules = {
  "shims/undici/index.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      h: () => fetch,
      k: () => ProxyAgent
    });
    const fetch = (...request) => globalThis.fetch(...request);
    class ProxyAgent {
      dispatch() {
        throw new Error("undici is not bundled: send the request through packages/http.");
      }
    }
  }
};
