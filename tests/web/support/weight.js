/** What a page's own files weigh on the way, and what they may. */
import { request } from "node:http";

/** Bytes of what has to be there before the first channel is shown. */
export const MOST_JS = 150_000;
export const MOST_CSS = 20_000;

/** Notes the addresses of scripts and styles that a page asks for from now on. */
export function noted(page) {
  const files = { js: new Set(), css: new Set() };
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (path.endsWith(".js")) files.js.add(response.url());
    if (path.endsWith(".css")) files.css.add(response.url());
  });
  return files;
}

/** The sum of what the server sends for these addresses to whoever takes gzip. */
export async function weight(urls) {
  let sum = 0;
  for (const url of urls) sum += await bytes(url);
  return sum;
}

function bytes(url) {
  return new Promise((resolve, reject) => {
    request(url, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
      let sum = 0;
      answer.on("data", (chunk) => (sum += chunk.length));
      answer.on("end", () => resolve(sum));
      answer.on("error", reject);
    })
      .on("error", reject)
      .end();
  });
}
