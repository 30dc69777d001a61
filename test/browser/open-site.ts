import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { buildWeb, WEB_DIR } from "../../scripts/build-web.ts";
import { startServer } from "../../src/http/server.ts";
import type { Operations } from "../../src/operations/operations.ts";
import { launchChromium } from "./chromium.ts";

/** The built web pages over some operations, and a browser to look at them. Close it with `await using`. */
export interface Site extends AsyncDisposable {
  readonly url: string;
  readonly browser: Browser;
  /** A page at an address of the site, after its heading is there. */
  open(address: string, options?: BrowserContextOptions): Promise<OpenPage>;
}

export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Whatever the browser complained about so far. */
  readonly complaints: readonly string[];
}

export async function openSite(operations: Operations): Promise<Site> {
  await buildWeb();
  const server = await startServer({ operations, port: 0, webDir: WEB_DIR });
  const browser = await launchChromium();
  return {
    url: server.url,
    browser,
    open: async (address, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(server.url + address);
      await page.locator("h1").first().waitFor();
      return { page, context, complaints, [Symbol.asyncDispose]: () => context.close() };
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await server.close();
    },
  };
}
