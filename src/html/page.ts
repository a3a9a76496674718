import { createHash } from "node:crypto";
import { type Html, html } from "./html.js";
import { style } from "./style.js";

interface HtmlPage {
	readonly title: string;
	/** Everything in the body. */
	readonly body: Html;
}

/** https://www.w3.org/TR/CSP3/#framework-directive-source-list: the page's own style by its digest, and nothing else. */
const styleDigest = createHash("sha256").update(style.markup).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'`;

/** A document of its own: no script, nothing fetched from anywhere, and a policy that holds browsers to that. */
export function htmlPage({ title, body }: HtmlPage): string {
	return `<!doctype html>\n${
		html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`.markup
	}`;
}
