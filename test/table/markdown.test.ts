import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { markdownAddress, markdownCode, markdownText } from "../../src/table/markdown.js";

const reader = new MarkdownIt({ linkify: true });
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

test.each(["https://evil.example/x", "see http://evil.example", "HTTPS://evil.example"])("%s is no link", (text) => {
	expect(reader.render(`https://a.example`)).toContain("<a ");
	expect(reader.render(markdownText(text))).toBe(`<p>${text}</p>\n`);
});

test("an address without a scheme is none either, by the form that starts one", () => {
	expect(markdownText("www.evil.example, WWW.evil.example")).not.toMatch(/www\./i);
	expect(reader.render(markdownText("www.evil.example"))).toBe("<p>www.evil.example</p>\n");
});

test.each(["\u202e", "\u200b", "\u2066", "\u00ad", "\ufeff", "\u{e0001}"])("%j is shown", (hidden) => {
	for (const written of [markdownText(`a${hidden}b`), markdownCode(`a${hidden}b`)]) {
		expect(written).not.toContain(hidden);
		expect(reader.render(written)).toMatch(/a\\u[0-9a-f]{4}.*b/);
	}
});

test("the address of a source is a link, and what is none is text", () => {
	expect(reader.render(markdownAddress("https://www.example.com/a_b#c"))).toContain(
		'<a href="https://www.example.com/a_b#c">',
	);
	expect(reader.render(markdownAddress("https://example.com/ <b>"))).toBe("<p>https://example.com/ &lt;b&gt;</p>\n");
});
