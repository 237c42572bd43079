export const id = "kit-yaml-document";

export const ids = [ "kit-yaml-document" ];

export const modules = {
  "packages/kit/src/yaml-document.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      readDocument: () => readDocument
    });
    var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("yaml/dist/index.js");
    function readDocument(text, scalars) {
      const document = (0, yaml__WEBPACK_IMPORTED_MODULE_0__.Tp)(text, {
        logLevel: "error"
      });
      const [error] = document.errors;
      if (error) throw error;
      if (scalars === "as-written") (0, yaml__WEBPACK_IMPORTED_MODULE_0__.YR)(document, {
        Scalar(_, scalar) {
          if (scalar.type === "PLAIN" && scalar.value !== null) scalar.value = scalar.source;
        }
      });
      return document;
    }
  }
};
