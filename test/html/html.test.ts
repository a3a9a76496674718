import { expect, test } from "vitest";
import { html } from "../../src/html/html.js";

test("values are text between tags and in attributes; markup stays markup", () => {
	const bold = html`<b>${"a < b"}</b>`;
	expect(html`<p title="${'"&<>'}">${bold}, ${1}${undefined}${["<", [bold]]}</p>`.markup).toBe(
		'<p title="&quot;&amp;&lt;&gt;"><b>a &lt; b</b>, 1&lt;<b>a &lt; b</b></p>',
	);
});

test("characters that nobody sees show as what they are", () => {
	expect(html`${"a\u202eb\u0000\ud800"}`.markup).toBe("a\\u202eb\\u0000\\ud800");
});

test("what only looks like markup is none", () => {
	const likeness = { markup: "<script>" };
	// @ts-expect-error: no template made it.
	expect(() => html`${likeness}`).toThrow(TypeError);
});
