import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { html } from "../../src/html/html.js";
import { htmlPage } from "../../src/html/page.js";

const page = htmlPage({ title: "<T>", body: html`<p>here</p>` });

test("the policy allows the page's own style by its digest, and nothing else", () => {
	const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? "";
	const digest = createHash("sha256").update(style).digest("base64");
	expect(page).toContain(
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">`,
	);
});

test("says its language and title, and names no address", () => {
	expect(page).toContain('<html lang="en">');
	expect(page).toContain("<title>&lt;T&gt;</title>");
	expect(page).not.toMatch(/https?:|url\(|@import|<script/);
});
