import { object } from "../shape/build.js";
import type { Member, ObjectShape } from "../shape/shape.js";
import type { FirewallBackend } from "./backend.js";
import { ruleSetOptions } from "./rule-set-options.js";

/** What a backend's block may hold in a deployment. */
export function blockShape(backend: FirewallBackend): ObjectShape {
	const shared = Object.entries<Member>(ruleSetOptions);
	const unable = new Map(unableTo(backend));
	const able = shared.filter(([name]) => !unable.has(name));
	const refused = [...unable].map(([name, why]) => [name, `${why}; leave it out`]);
	return object(
		{ ...backend.options, ...Object.fromEntries(able) },
		unable.size > 0 ? { refused: Object.fromEntries(refused) } : {},
	);
}

/** Options that several backends have and this one cannot, each with why. */
function unableTo({ title, clients, deniesHosts, inspects, cloud }: FirewallBackend): [name: string, why: string][] {
	const unable: [string, string][] = [];
	if (!clients) unable.push(["clients", `is for rules that carry networks, which ${title} does not`]);
	if (!deniesHosts) unable.push(["deny", `is for rules that deny hosts by name, which ${title} cannot`]);
	if (!inspects) unable.push(["inspects", `is for products that open TLS, which ${title} does not`]);
	if (cloud === undefined) unable.push(["place", `is for rules that a cloud holds; those of ${title} are files alone`]);
	return unable;
}
