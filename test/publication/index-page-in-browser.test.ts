import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable } from "../../src/printable.js";
import { indexPage } from "../../src/publication/index-page.js";
import type { PublicationIndex } from "../../src/publication/publication-index.js";
import {
	accessibilityFaults,
	browserFor,
	chromiumHere,
	desk,
	outline,
	overhang,
	unfold,
	views,
} from "../support/chromium.js";
import { hostileTexts } from "../support/hostile-texts.js";
import { publishedIndex } from "../support/publication-index.js";

const document = indexPage(publishedIndex);

describe.skipIf(!chromiumHere)("the index page in a browser: needs chromium", { timeout: 60_000 }, () => {
	const browser = browserFor();

	test.each(views)("has no fault of access at $width pixels, $colorScheme, and is no wider", async (view) => {
		await browser.show(document, view, async ({ page, requests }) => {
			expect(await accessibilityFaults(page)).toEqual([]);
			expect(await overhang(page)).toBe(0);
			await unfold(page);
			expect(await accessibilityFaults(page)).toEqual([]);
			expect(await overhang(page)).toBe(0);
			expect(requests).toEqual(["/eu/index.html"]);
		});
	});

	test("is read out by its heads: language, headings, tables with captions and heads of rows", async () => {
		await browser.show(document, desk, async ({ page }) => {
			expect(await page.locator("html").getAttribute("lang")).toBe("en");
			expect(await page.title()).toBe("Deployment eu: what is published");
			expect(await page.getByRole("heading").allTextContents()).toEqual([
				"Deployment eu",
				"Group pilot",
				"When every device has what a ring stands at",
				"Group staff",
				"When every device has what a ring stands at",
				"Every group",
			]);
			await page.locator("details").first().locator("summary").click();
			const files = page.getByRole("table", { name: "Files of revision" }).first();
			expect(await files.getByRole("columnheader").allTextContents()).toEqual(["File", "Type, size and SHA-256"]);
			expect(await files.getByRole("rowheader").allTextContents()).toEqual([
				"HANDOVER.md",
				"profiles/macos/claude.mobileconfig",
				"profiles/windows/Claude.reg",
				"settings.json",
			]);
		});
	});

	test("every link is reached by keyboard alone, each with a mark around it", async () => {
		await browser.show(document, desk, async ({ page }) => {
			const reached: string[] = [];
			const links = await page.locator("a").evaluateAll((all) => all.map((each) => each.getAttribute("href")));
			// A summary more for each revision, and no stop twice.
			for (let stop = 0; stop < links.length + publishedRevisions; stop += 1) {
				await page.keyboard.press("Tab");
				expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
				const href = await page.locator(":focus").getAttribute("href");
				if (href === null) await page.keyboard.press("Enter");
				else reached.push(href);
			}
			expect(reached).toEqual(links);
		});
	});

	test("a link to a revision opens what is folded", async () => {
		await browser.show(document, desk, async ({ page }) => {
			const digest = publishedIndex.perimeter.revisions[1]?.digest ?? "";
			const folded = page.locator("details").filter({ hasText: digest });
			expect(await folded.getAttribute("open")).toBeNull();
			await page.getByRole("link", { name: digest }).click();
			expect(await folded.getAttribute("open")).toBe("");
		});
	});

	test("links to files lead to where they stand, whatever they are called", async () => {
		const paths = ["a/b c/ü#?.reg", "100%25/&amp;.md", "javascript:1/x", "q\"uo'te"];
		await browser.show(indexPage(withFiles(paths)), desk, async ({ page }) => {
			const addresses = await page
				.locator("th a[download]")
				.evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
			expect(addresses.map(decodeURIComponent)).toEqual(paths.map((path) => `/eu/groups/g/revisions/d/${path}`));
		});
	});

	test("what is hostile in any place stays text, in the shape that the page has without", async () => {
		const hostile = [...hostileTexts, ...fc.sample(fc.string({ unit: "binary", minLength: 1 }), 50)];
		// Lines may break after a slash, of which the page makes an element.
		const harmless = hostile.map((text, index) => `word ${index}${text.replace(/[^/]+/g, "w")}`);
		const shape = await browser.show(indexPage(everywhere(harmless)), desk, ({ page }) => outline(page));
		for (const view of views)
			await browser.show(indexPage(everywhere(hostile)), view, async ({ page, requests }) => {
				expect(await outline(page)).toEqual(shape);
				expect(await overhang(page)).toBe(0);
				expect(requests).toEqual(["/eu/index.html"]);
				expect(await page.locator("section:first-of-type li").allTextContents()).toEqual(hostile.map(printable));
				const hosts = await page.locator("a").evaluateAll((links) => links.map((link) => link.host));
				expect(new Set(hosts).size).toBe(1);
			});
	});
});

const publishedRevisions = [...publishedIndex.groups, publishedIndex.perimeter].flatMap(
	({ revisions }) => revisions,
).length;

function withFiles(paths: readonly string[]): PublicationIndex {
	const file = { sha256: "d", bytes: 1, mediaType: "text/plain", sensitive: false };
	const revision = { digest: "d", folder: "groups/g/revisions/d", signed: false };
	return {
		deployment: "eu",
		groups: [
			{
				name: "g",
				rings: [],
				everyDevice: [],
				revisions: [{ ...revision, files: paths.map((path) => ({ ...file, path })) }],
			},
		],
		perimeter: { rings: [], revisions: [] },
	};
}

/** A text in every place that takes one. */
function everywhere(texts: readonly string[]): PublicationIndex {
	const part = (text: string) => ({
		rings: [{ name: text, path: text, revision: text, held: true, replaces: text }],
		revisions: [
			{
				digest: text,
				folder: text,
				signed: true,
				app: { minimumVersion: text, maximumVersion: text },
				files: [{ path: text, sha256: text, bytes: 1, mediaType: text, sensitive: false }],
			},
		],
	});
	const [first = ""] = texts;
	return {
		deployment: first,
		groups: texts.map((name) => ({ name, ...part(name), everyDevice: texts })),
		perimeter: part(first),
	};
}
