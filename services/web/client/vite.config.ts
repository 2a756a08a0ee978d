import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { emojiTable } from "./emojiTable.ts";

export default defineConfig({
  plugins: [solid(), emojiTable()],
  // Scripts and styles are files of their own: the page's policy allows nothing that stands in the page.
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0, sourcemap: false },
  test: { environment: "node", include: ["test/**/*.test.ts"] },
  server: { proxy: { "/api": { target: "http://localhost:8080", ws: true } } },
});
