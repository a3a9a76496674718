import { html } from "./html.js";

/**
 * The style of every page: one column, colours of the reader's choice of light or dark, nothing wider than a phone.
 * Contrasts are those of WCAG 2.2 AA, https://www.w3.org/TR/WCAG22/#contrast-minimum.
 */
export const style = html`
:root {
	color-scheme: light dark;
	--paper: #ffffff; --ink: #1b1f24; --quiet: #545d68; --line: #d0d7de; --raised: #f4f6f8; --link: #0b57d0;
	--red: #a40e26; --amber: #7a4b00; --blue: #0b57d0; --green: #116329;
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #14181d; --ink: #e6eaef; --quiet: #a3adb8; --line: #3a424c; --raised: #1e242b; --link: #8ab4f8;
		--red: #ff9a94; --amber: #f2c063; --blue: #8ab4f8; --green: #7ee2a0;
	}
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, nav, main, footer { max-width: 64rem; margin: 0 auto; padding: 0 1rem; overflow-wrap: anywhere; }
header { padding-top: 1.5rem; }
footer { padding-top: 2rem; padding-bottom: 2rem; color: var(--quiet); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 1.5rem 0 0.5rem; }
p, ul { margin: 0.5rem 0; }
ul { padding-left: 1.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.15rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code { font: 0.875em/1.4 ui-monospace, monospace; }
.quiet { color: var(--quiet); }
table { width: 100%; border-collapse: collapse; margin: 0.5rem 0 1rem; }
caption { text-align: left; padding: 0.25rem 0; color: var(--quiet); }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; overflow-wrap: normal; }
th[scope="row"] { min-width: 7rem; }
details { border: 1px solid var(--line); border-radius: 6px; margin: 0.75rem 0; background: var(--raised); }
summary { cursor: pointer; padding: 0.6rem 0.75rem; }
details > :not(summary) { margin-left: 0.75rem; margin-right: 0.75rem; }
details > table { width: calc(100% - 1.5rem); }
details.breaks { border-left: 4px solid var(--red); }
details.widens { border-left: 4px solid var(--amber); }
details.loosens { border-left: 4px solid var(--blue); }
details.informs { border-left: 4px solid var(--line); }
article { border-top: 1px solid var(--line); padding: 0.25rem 0 0.75rem; }
article h3 { margin: 0.5rem 0; }
article h3 span { font-weight: 400; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 0.75rem; }
figure { margin: 0; padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 4px; background: var(--paper); }
figcaption { color: var(--quiet); font-size: 0.875rem; }
pre { margin: 0; font: 0.875em/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
del, ins { text-decoration: none; font-weight: 600; }
del { color: var(--red); }
ins { color: var(--green); }
@media print {
	body { font-size: 0.8rem; }
	nav { display: none; }
	details { border: 0; background: none; }
	details::details-content { content-visibility: visible; display: block; }
	tr { break-inside: avoid; }
	h2, h3, summary { break-after: avoid; }
}
`;
