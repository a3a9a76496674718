import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { keyNames, managedKeys } from "../../src/configuration/catalogue.js";
import type { ManagedKey } from "../../src/configuration/managed-key.js";
import { admx } from "../../src/profiles/admx.js";
import { checkAdmx, hasAdmxSchemas } from "../support/admx-schemas.js";
import { elementsOf, needsXml, readXml } from "../support/xml.js";
import { identity } from "./cases.js";

async function definitions(options = {}) {
	const { value } = await admx.render({ identity, platform: "windows" }, options);
	const entries = unzipSync(value?.[0]?.content ?? new Uint8Array());
	const text = (name: string) => strFromU8(entries[`PolicyDefinitions/${name}`] ?? new Uint8Array());
	expect(Object.keys(entries)).toEqual([
		"PolicyDefinitions/ClaudeCowork.admx",
		"PolicyDefinitions/en-US/ClaudeCowork.adml",
	]);
	return { admx: text("ClaudeCowork.admx"), adml: text("en-US/ClaudeCowork.adml") };
}

describe.skipIf(!hasAdmxSchemas)("Microsoft's schemas: needs them beside the repository, and xmllint", () => {
	test("take the definitions and their texts", async () => {
		const files = await definitions();
		checkAdmx([files.admx, files.adml]);
	});

	test("refuse a broken one", async () => {
		const files = await definitions();
		expect(() => checkAdmx([files.admx.replace('class="Machine"', 'class="Device"')])).toThrow(/class/);
	});
});

describe.skipIf(!needsXml.isHere)(`what the schemas do not check: needs ${needsXml.needs}`, () => {
	const read = async (options = {}) => {
		const files = await definitions(options);
		const [rules, texts] = readXml([files.admx, files.adml]);
		if (!rules || !texts) throw new Error("expected two documents");
		return { rules, texts };
	};

	test("every reference has what it refers to, and nothing is there twice", async () => {
		const { rules, texts } = await read();
		const of = (tag: string, attribute: string, root = rules) =>
			elementsOf(root, tag).map(({ attributes }) => attributes[attribute] ?? "");
		const defined = {
			string: of("string", "id", texts),
			presentation: of("presentation", "id", texts),
			category: of("category", "name"),
			definition: of("definition", "name"),
			policy: of("policy", "name"),
		};
		for (const [what, names] of Object.entries(defined))
			expect([what, new Set(names).size]).toEqual([what, names.length]);
		const used = { string: new Set<string>(), presentation: new Set<string>() };
		for (const each of ["policy", "category", "definition", "item"].flatMap((tag) => elementsOf(rules, tag))) {
			for (const value of Object.values(each.attributes)) {
				const [, kind, name] = /^\$\((string|presentation)\.(\w+)\)$/.exec(value) ?? [];
				if (kind === "string" || kind === "presentation") used[kind].add(name ?? "");
			}
		}
		expect([...used.string].sort()).toEqual([...defined.string].sort());
		expect([...used.presentation].sort()).toEqual([...defined.presentation].sort());
		const policies = elementsOf(rules, "policies").flatMap((each) => elementsOf(each, "parentCategory"));
		for (const { attributes } of policies) expect(defined.category).toContain(attributes.ref);
		for (const each of elementsOf(rules, "policies").flatMap((inner) => elementsOf(inner, "supportedOn"))) {
			expect(defined.definition).toContain(each.attributes.ref);
		}
		for (const presentation of elementsOf(texts, "presentation")) {
			const [field, ...others] = presentation.children;
			expect([field?.attributes.refId, others]).toEqual([presentation.attributes.id, []]);
		}
	});

	test("every key of the catalogue is a policy for the machine that writes what the app reads", async () => {
		const { rules } = await read();
		const policies = elementsOf(rules, "policy");
		expect(policies.map(({ attributes }) => attributes.name)).toEqual(keyNames);
		for (const policy of policies) {
			const { name = "" } = policy.attributes;
			const key: ManagedKey = managedKeys[name as keyof typeof managedKeys];
			expect(policy.attributes).toMatchObject({ class: "Machine", key: "SOFTWARE\\Policies\\Claude" });
			const [enabled, disabled] = ["enabledValue", "disabledValue"].map((tag) => elementsOf(policy, tag)[0]?.children);
			const [element] = elementsOf(policy, "elements")[0]?.children ?? [];
			if (key.type === "boolean") {
				expect(policy.attributes.valueName).toBe(name);
				expect([enabled, disabled].map((each) => each?.map(({ tag, text }) => [tag, text]))).toEqual([
					[["string", "true"]],
					[["string", "false"]],
				]);
				continue;
			}
			expect(element?.attributes.valueName).toBe(name);
			if (key.type === "enum") {
				expect(elementsOf(policy, "value").map(({ children: [text] }) => [text?.tag, text?.text])).toEqual(
					key.values?.map((value) => ["string", value]),
				);
			} else if (key.type === "integer" && key.max !== undefined) {
				expect([element?.tag, element?.attributes]).toMatchObject([
					"decimal",
					{ storeAsText: "true", minValue: String(key.min ?? (key.above ?? -1) + 1), maxValue: String(key.max) },
				]);
			} else {
				const most = key.type === "string" ? (key.max ?? 1_000_000) : 1_000_000;
				expect([element?.tag, element?.attributes.maxLength]).toEqual(["text", String(most)]);
			}
		}
	});

	test("Microsoft Intune can import it", async () => {
		const files = await definitions();
		const { rules } = await read();
		expect(elementsOf(rules, "using")).toEqual([]);
		for (const text of Object.values(files)) {
			expect(text).not.toContain("comboBox");
			expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
		}
		const namespaceOf = async (options = {}) =>
			elementsOf((await read(options)).rules, "target")[0]?.attributes.namespace;
		expect(await namespaceOf()).toBe("PulumiCowork.Policies.Claude");
		expect(await namespaceOf({ namespace: "ExampleCorp.Policies.Claude2" })).toBe("ExampleCorp.Policies.Claude2");
	});
});
