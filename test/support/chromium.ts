import { createServer, type Server } from "node:http";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { closed, listening } from "./listening.js";
import { program, run } from "./programs.js";

/** Where the browser is; absent where there is none. */
export const chromiumHere = ["chromium", "chromium-browser", "google-chrome"]
	.filter((name) => program(name))
	.map((name) => run("sh", ["-c", `command -v ${name}`]).trim())[0];

/** Widths of a phone and of a desk, and what a reader may prefer of light and dark. */
export const views = [360, 1280].flatMap((width) =>
	(["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

export interface View {
	readonly width: number;
	readonly colorScheme: "light" | "dark";
}

export const desk: View = { width: 1280, colorScheme: "light" };

interface Shown {
	readonly page: Page;
	/** Paths that the browser asked the server for, and addresses that it asked others for. */
	readonly requests: readonly string[];
}

/** A browser for the tests of a file, to which a page is shown as a server would have it. */
export function browserFor(): {
	show<T>(document: string, view: View, look: (shown: Shown) => Promise<T>): Promise<T>;
} {
	let browser: Browser;
	let server: Server;
	let here: string;
	let served: string;
	let asked: string[];

	beforeAll(async () => {
		browser = await chromium.launch({ timeout: 55_000, ...(chromiumHere && { executablePath: chromiumHere }) });
		server = createServer((request, response) => {
			asked.push(request.url ?? "");
			response.writeHead(200, { "content-type": "text/html" }).end(served);
		});
		here = await listening(server);
	});
	afterAll(async () => {
		await browser.close();
		await closed(server);
	});

	return {
		async show(document, { width, colorScheme }, look) {
			served = document;
			asked = [];
			const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
			try {
				context.setDefaultTimeout(10_000);
				const page = await context.newPage();
				page.on("request", (request) => {
					if (!request.url().startsWith(`${here}/`)) asked.push(request.url());
				});
				await page.goto(`${here}/eu/index.html`);
				return await look({ page, requests: asked });
			} finally {
				await context.close();
			}
		},
	};
}

/** What axe has against a page, or cannot tell: https://www.deque.com/axe/core-documentation/api-documentation/ */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	// By the protocol of the browser's driver, which the page's policy does not bind.
	await page.evaluate(axe.source);
	const { violations, incomplete }: axe.AxeResults = await page.evaluate("axe.run(document)");
	return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary ?? ""}`),
	);
}

/** By how many pixels a page is wider than what shows it. */
export function overhang(page: Page): Promise<number> {
	return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

/** Every element of a page with the names of its attributes, as the browser has read them. */
export function outline(page: Page): Promise<string[]> {
	return page.evaluate(
		"[...document.querySelectorAll('*')].map(each => [each.localName, ...each.getAttributeNames()].join(' '))",
	);
}

/** Opens all that is folded. */
export function unfold(page: Page): Promise<void> {
	return page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
}
