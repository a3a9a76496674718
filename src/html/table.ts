import { type Html, type HtmlValue, html } from "./html.js";

export interface HtmlTable {
	/** What the table is of, for people who hear it. */
	readonly caption: HtmlValue;
	readonly head: readonly string[];
	/** The first cell of each names its row. */
	readonly rows: readonly (readonly HtmlValue[])[];
}

/** A table that is read out with its heads: https://www.w3.org/WAI/tutorials/tables/two-headers/ */
export function htmlTable({ caption, head, rows }: HtmlTable): Html {
	return html`<table>
<caption>${caption}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(row)}</tbody>
</table>
`;
}

function row([name, ...cells]: readonly HtmlValue[]): Html {
	return html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
}
