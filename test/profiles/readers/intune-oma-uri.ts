import { expect } from "vitest";
import { elementsOf, needsXml, readXml, type XmlElement } from "../../support/xml.js";
import { type Found, fileOf, type ProfileReader } from "../reader.js";

interface Setting {
	readonly omaUri: string;
	readonly value: string;
}

export const reader: ProfileReader = {
	...needsXml,
	carries: "texts",
	read: (profiles) =>
		profiles.map((files) => policiesIn(fileOf(files), { app: "ClaudeCowork", key: "SOFTWARE\\Policies\\Claude" })),
};

/** What the definitions that come first make of each policy after them, as devices do. */
export function policiesIn(body: Uint8Array, { app, key }: { readonly app: string; readonly key: string }): Found {
	const { omaSettings } = JSON.parse(new TextDecoder().decode(body));
	const [install, ...policies] = omaSettings as readonly Setting[];
	const at = "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall";
	expect(install?.omaUri).toBe(`${at}/${app}/Policy/${app}Admx`);
	const documents = policies.map(({ value }) => `<policy>${value}</policy>`);
	const [admx, ...values] = readXml([install?.value ?? "", ...documents]);
	if (!admx) throw new Error("expected definitions");
	const defined = new Map(elementsOf(admx, "policy").map((each) => [uriOf(admx, each, app), each]));
	const entries = policies.map(({ omaUri }, index): [string, string] => {
		const policy = defined.get(omaUri);
		const [state, data, ...others] = values[index]?.children ?? [];
		const [text] = policy ? elementsOf(policy, "text") : [];
		expect([state?.tag, data?.tag, others, data?.attributes.id]).toEqual(["enabled", "data", [], text?.attributes.id]);
		expect(policy?.attributes.key).toBe(key);
		return [text?.attributes.valueName ?? "", data?.attributes.value ?? ""];
	});
	return Object.fromEntries(entries);
}

/** Where devices put a policy: below the application and the categories from the outermost. */
function uriOf(admx: XmlElement, policy: XmlElement, app: string): string {
	const [parent] = elementsOf(policy, "parentCategory");
	const category = elementsOf(admx, "category").find(({ attributes }) => attributes.name === parent?.attributes.ref);
	const [outer] = category ? elementsOf(category, "parentCategory") : [];
	const path = [app, "Policy", outer?.attributes.ref, category?.attributes.name].join("~");
	return `./Device/Vendor/MSFT/Policy/Config/${path}/${policy.attributes.name}`;
}
