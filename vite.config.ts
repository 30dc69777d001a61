import { defineConfig } from "vite";

export default defineConfig({
  root: "src/web",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2024",
    // `light-dark()` and nesting stay as written.
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    // Inlined files would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npm start` serves the API; the development server of Vite passes its calls on.
  server: { proxy: { "/api": "http://127.0.0.1:4680" } },
});
