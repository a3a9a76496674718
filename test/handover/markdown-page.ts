import MarkdownIt from "markdown-it";

/** What a program makes of a page: headings, and of each table the cells, below the heading that they stand under. */
export interface ReadPage {
	readonly headings: readonly string[];
	readonly rows: readonly { readonly section: string; readonly cells: readonly string[] }[];
	/** Everything that is code, in order. */
	readonly code: readonly string[];
	/** Items of lists, as text. */
	readonly items: readonly string[];
	/** Addresses that the page leads to. */
	readonly links: readonly string[];
	/** All of its text. */
	readonly text: string;
}

const inlines = [
	"text",
	"text_special",
	"code_inline",
	"softbreak",
	"link_open",
	"link_close",
	"strong_open",
	"strong_close",
];

/** Reads a page of ours: headings, paragraphs, lists and tables with text, code, links and strong words, and nothing else. */
export function readPage(markdown: string): ReadPage {
	const tokens = new MarkdownIt({ html: true, linkify: false }).parse(markdown, {});
	const page = { headings: [] as string[], rows: [] as { section: string; cells: string[] }[] };
	const code: string[] = [];
	const items: string[] = [];
	const links: string[] = [];
	const all: string[] = [];
	let inBody = false;
	for (const [index, token] of tokens.entries()) {
		if (
			!/^(?:heading|paragraph|(?:bullet|ordered)_list|list_item|table|thead|tbody|t[rhd])_(?:open|close)$|^inline$/.test(
				token.type,
			)
		)
			throw new Error(`a block that the page does not write: ${token.type} ${token.content}`);
		if (token.type === "tbody_open") inBody = true;
		if (token.type === "tbody_close") inBody = false;
		if (token.type === "tr_open" && inBody) page.rows.push({ section: page.headings.at(-1) ?? "", cells: [] });
		if (token.type !== "inline") continue;
		const children = token.children ?? [];
		for (const child of children) {
			if (!inlines.includes(child.type)) throw new Error(`no text: ${child.type} ${child.content}`);
			if (child.type === "code_inline") code.push(child.content);
			if (child.type === "link_open") links.push(String(child.attrGet("href")));
		}
		const text = children.map(({ type, content }) => (type === "softbreak" ? " " : content)).join("");
		all.push(text);
		const before = tokens[index - 1]?.type;
		if (before === "heading_open") page.headings.push(text);
		if (before === "td_open") page.rows.at(-1)?.cells.push(text);
		if (before === "paragraph_open" && tokens[index - 2]?.type === "list_item_open") items.push(text);
	}
	return { ...page, code, items, links, text: all.join("\n") };
}
