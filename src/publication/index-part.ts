import { anchor } from "../html/anchor.js";
import { byteCount } from "../html/byte-count.js";
import { type Html, type HtmlValue, html } from "../html/html.js";
import { relativeLink } from "../html/relative-link.js";
import { htmlTable } from "../html/table.js";
import { revisionManifest, revisionSignature } from "./layout.js";
import type { IndexedFile, IndexedPart, IndexedRevision, IndexedRing } from "./publication-index.js";

/** Rings and revisions of a group, or of the perimeter; the name tells its places on the page from those of others. */
export function partOfIndex(name: string, { rings, revisions }: IndexedPart): Html {
	const place = (digest: string) => anchor("revision", `${name}/${digest}`);
	return html`${htmlTable({
		caption: "Rings, in the order in which a revision reaches them",
		head: ["Ring", "Stands at", "Before that"],
		rows: rings.map((each) => ring(each, place(each.revision))),
	})}${revisions.map((each) => revision(each, place(each.digest)))}`;
}

function ring({ name, path, revision, held, replaces }: IndexedRing, place: string): Html[] {
	return [
		html`<a href="${relativeLink(path)}">${name}</a>`,
		html`${held ? "Held:" : "Newest:"} <a href="#${place}"><code>${revision}</code></a>`,
		replaces === undefined ? html`<span class="quiet">nothing known</span>` : html`<code>${replaces}</code>`,
	];
}

function revision({ digest, folder, signed, app, files }: IndexedRevision, place: string): Html {
	// What carries a credential is not even named, whoever calls.
	const listed = files?.filter(({ sensitive }) => !sensitive);
	const inFolder = (path: string) => relativeLink(`${folder}/${path}`);
	const signature = html`, signed in <a href="${inFolder(revisionSignature)}" download>${revisionSignature}</a> (Ed25519)`;
	return html`<details>
<summary>Revision <code>${digest.slice(0, 12)}</code>${listed && `: ${amount(listed)}`}</summary>
<p id="${place}"><code>${digest}</code></p>
<p>Listed in <a href="${inFolder(revisionManifest)}">${revisionManifest}</a>${signed ? signature : undefined}.${app && ` ${versions(app)}`}</p>
${
	listed === undefined
		? html`<p>This run did not read what an earlier one published: the manifest lists it.</p>\n`
		: htmlTable({
				caption: html`Files of revision <code>${digest.slice(0, 12)}</code>`,
				head: ["File", "Type, size and SHA-256"],
				rows: listed.map((file) => [
					html`<a href="${inFolder(file.path)}" download>${steps(file.path)}</a>`,
					html`${file.mediaType}, ${byteCount(file.bytes)}<br><code class="quiet">${file.sha256}</code>`,
				]),
			})
}</details>
`;
}

function amount(files: readonly IndexedFile[]): string {
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	return `${files.length} file${files.length === 1 ? "" : "s"}, ${byteCount(bytes)}`;
}

function versions({ minimumVersion: from, maximumVersion: to }: NonNullable<IndexedRevision["app"]>): string {
	if (from === undefined) return to === undefined ? "" : `For apps up to ${to}.`;
	return to === undefined ? `For apps from ${from} on.` : `For apps from ${from} to ${to}.`;
}

/** A path that lines break between its steps first. */
function steps(path: string): HtmlValue {
	return path.split(/(?<=\/)/).map((step, index) => (index === 0 ? step : html`<wbr>${step}`));
}
