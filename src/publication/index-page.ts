import { generator } from "../generator.js";
import { anchor } from "../html/anchor.js";
import { type Html, html } from "../html/html.js";
import { htmlPage } from "../html/page.js";
import { partOfIndex } from "./index-part.js";
import type { IndexedGroup, PublicationIndex } from "./publication-index.js";

/** `index.html` of a published deployment: groups, rings, revisions and what to download, for people. */
export function indexPage(index: PublicationIndex): string {
	const { deployment, groups, perimeter } = index;
	const body = html`<header>
<h1>Deployment ${deployment}</h1>
<p>What is published here for Claude Desktop: files for the devices of each group, and what serves every group. A ring
stands at one revision, which never changes; which one it is changes with the ring's <code>current.json</code>.</p>
</header>
${groups.length > 1 ? contents(groups) : undefined}<main>
${groups.map(group)}<section aria-labelledby="perimeter">
<h2 id="perimeter">Every group</h2>
<p>Hosts that the network opens with their reasons, rule sets of firewalls, and what is written once for the deployment.</p>
${partOfIndex("perimeter", perimeter)}</section>
</main>
<footer>
<p>The SHA-256 of a revision's <code>manifest.json</code> is the name of the revision, and the manifest has the SHA-256 of
each of its files: who knows the name can check all of them. Files that carry a credential are in no list here.</p>
<p>Written by ${generator}.</p>
</footer>`;
	return htmlPage({ title: `Deployment ${deployment}: what is published`, body });
}

function contents(groups: readonly IndexedGroup[]): Html {
	return html`<nav aria-label="Groups">
<ul>
${groups.map(({ name }) => html`<li><a href="#${anchor("group", name)}">${name}</a></li>\n`)}<li><a href="#perimeter">Every group</a></li>
</ul>
</nav>
`;
}

function group({ name, everyDevice, ...part }: IndexedGroup): Html {
	const id = anchor("group", name);
	return html`<section aria-labelledby="${id}">
<h2 id="${id}">Group ${name}</h2>
${partOfIndex(name, part)}${
	everyDevice.length === 0
		? undefined
		: html`<h3>When every device has what a ring stands at</h3>
<ul>
${everyDevice.map((line) => html`<li>${line}</li>\n`)}</ul>
`
}</section>
`;
}
