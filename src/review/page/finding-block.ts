import { type Html, html } from "../../html/html.js";
import { type JsonValue, prettyJson } from "../../json.js";
import type { Finding } from "../finding.js";

/** A finding with its values on either side, side by side where the page is wide enough. */
export function findingBlock({ subject, change, says, because, rule, path, location, before, after }: Finding): Html {
	const at = location && ` (${location.file}:${location.line})`;
	return html`<article>
<h3><code>${subject}</code> <span>${change}</span></h3>
<p>${says}.</p>
${sides(before, after)}<p class="quiet">Because ${because}. Rule <code>${rule}</code>${path === undefined ? undefined : html`, at <code>${path}</code>${at}`}.</p>
</article>
`;
}

function sides(before: JsonValue | undefined, after: JsonValue | undefined): Html | undefined {
	if (before === undefined && after === undefined) return undefined;
	const [from, to] = [lines(before), lines(after)];
	const [known, wanted] = [new Set(from.map(withoutComma)), new Set(to.map(withoutComma))];
	return html`<div class="sides">
${side("Before", from, (line) => (wanted.has(withoutComma(line)) ? line : html`<del>${line}</del>`))}${side("After", to, (line) => (known.has(withoutComma(line)) ? line : html`<ins>${line}</ins>`))}</div>
`;
}

function side(caption: string, text: readonly string[], marked: (line: string) => string | Html): Html {
	const value = html`<pre>${text.map((line) => html`${marked(line)}\n`)}</pre>`;
	return html`<figure>
<figcaption>${caption}</figcaption>
${text.length === 0 ? html`<p>nothing</p>` : value}
</figure>
`;
}

function lines(value: JsonValue | undefined): string[] {
	return value === undefined ? [] : prettyJson(value).trimEnd().split("\n");
}

/** What a line holds, whether another follows or not. */
function withoutComma(line: string): string {
	return line.replace(/,$/, "");
}
