import { compareVersions } from "../version.js";
import { type PolicyDefinition, type PolicyElement, policyId } from "./policy-definition.js";
import { desktopPolicies, type PolicyHolder } from "./policy-key.js";
import { xmlAttribute, xmlText } from "./xml-text.js";

/** Whose policies definitions are, and how people find them. */
export interface PolicySet {
	readonly holder: PolicyHolder;
	/** What refers to them within the file. */
	readonly prefix: string;
	/** The category around those of the definitions. */
	readonly root: { readonly id: string; readonly title: string };
	readonly description: string;
}

export const desktopSet: PolicySet = {
	holder: desktopPolicies,
	prefix: "claudecowork",
	root: { id: "ClaudeCowork", title: "Claude Desktop (Cowork)" },
	description: "Managed configuration of Claude Desktop on third-party inference",
};

/** Without other namespaces: consoles that import one file at a time refuse a reference to Windows's own definitions. */
const schema =
	'xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0"';
const head = '<?xml version="1.0" encoding="utf-8"?>';

/** Policy definitions for the machine's policies. */
export function writeAdmx(
	{ holder, prefix, root }: PolicySet,
	definitions: readonly PolicyDefinition[],
	namespace: string,
): string {
	const categories = [...new Set(definitions.map(({ category }) => category))];
	const versions = versionsOf(definitions);
	return [
		head,
		`<policyDefinitions ${schema}>`,
		"<policyNamespaces>",
		`<target prefix="${prefix}" namespace="${xmlAttribute(namespace)}"/>`,
		"</policyNamespaces>",
		'<resources minRequiredRevision="1.0"/>',
		"<supportedOn>",
		"<definitions>",
		...versions.map((version) => named("definition", supportedId(version), "/>")),
		"</definitions>",
		"</supportedOn>",
		"<categories>",
		named("category", root.id, "/>"),
		...categories.map(
			(category) => `${named("category", categoryId(category), ">")}<parentCategory ref="${root.id}"/></category>`,
		),
		"</categories>",
		"<policies>",
		...definitions.flatMap((definition) => policy(holder, definition)),
		"</policies>",
		"</policyDefinitions>",
		"",
	].join("\n");
}

/** The texts of the same definitions, in English. */
export function writeAdml(
	{ holder: { program }, root, description }: PolicySet,
	definitions: readonly PolicyDefinition[],
): string {
	const categories = [...new Set(definitions.map(({ category }) => category))];
	return [
		head,
		`<policyDefinitionResources ${schema}>`,
		`<displayName>${program}</displayName>`,
		`<description>${description}</description>`,
		"<resources>",
		"<stringTable>",
		text(root.id, root.title),
		...categories.map((category) => text(categoryId(category), category)),
		...versionsOf(definitions).map((version) => text(supportedId(version), supportedText(program, version))),
		...definitions.flatMap(({ id, name, explanation, element }) => [
			text(`${id}_Name`, name),
			...(explanation === undefined ? [] : [text(`${id}_Help`, explanation)]),
			...(element.kind === "choice" ? element.values.map((value) => text(choiceId(id, value), value)) : []),
		]),
		"</stringTable>",
		"<presentationTable>",
		...definitions.flatMap(({ id, name, element }) => presentation(id, name, element)),
		"</presentationTable>",
		"</resources>",
		"</policyDefinitionResources>",
		"",
	].join("\n");
}

/** Of the words of a section. */
function categoryId(category: string): string {
	return (category.match(/[A-Za-z0-9]+/g) ?? []).join("_");
}

type Version = PolicyDefinition["since"];

function versionsOf(definitions: readonly PolicyDefinition[]): readonly Version[] {
	const versions = [...new Set(definitions.map(({ since }) => since))];
	return versions.sort((a, b) => (a && b ? compareVersions(a, b) : a ? -1 : 1));
}

function supportedId(version: Version): string {
	return version === undefined ? "Since_Unknown" : `Since_${version.replaceAll(".", "_")}`;
}

function supportedText(program: string, version: Version): string {
	return version === undefined ? `A version of ${program} that knows it` : `${program} ${version} or later`;
}

function named(tag: string, id: string, end: string): string {
	return `<${tag} name="${id}" displayName="$(string.${id})"${end}`;
}

function choiceId(id: string, value: string): string {
	return `${id}_${policyId(value)}`;
}

function policy({ key }: PolicyHolder, definition: PolicyDefinition): readonly string[] {
	const { id, name, category, since, element, explanation } = definition;
	const attributes = [
		`name="${id}"`,
		'class="Machine"',
		`displayName="$(string.${id}_Name)"`,
		...(explanation === undefined ? [] : [`explainText="$(string.${id}_Help)"`]),
		`key="${key}"`,
		...(element.kind === "switch" ? [`valueName="${name}"`] : []),
		...(element.kind === "switch" || explanation === undefined ? [] : [`presentation="$(presentation.${id})"`]),
	];
	return [
		`<policy ${attributes.join(" ")}>`,
		`<parentCategory ref="${categoryId(category)}"/>`,
		`<supportedOn ref="${supportedId(since)}"/>`,
		...(element.kind === "switch"
			? ["<enabledValue><string>true</string></enabledValue>", "<disabledValue><string>false</string></disabledValue>"]
			: ["<elements>", ...storedAs(definition, element), "</elements>"]),
		"</policy>",
	];
}

function storedAs({ id, name, explanation }: PolicyDefinition, element: PolicyElement): readonly string[] {
	// An editor insists on a value; a policy that comes with its value has one, which may be an empty text.
	const attributes = `id="${id}" valueName="${name}"${explanation === undefined ? "" : ' required="true"'}`;
	switch (element.kind) {
		case "choice":
			return [
				`<enum ${attributes}>`,
				...element.values.map(
					(value) =>
						`<item displayName="$(string.${choiceId(id, value)})"><value><string>${xmlText(value)}</string></value></item>`,
				),
				"</enum>",
			];
		case "decimal":
			return [`<decimal ${attributes} minValue="${element.min}" maxValue="${element.max}" storeAsText="true"/>`];
		case "text":
			return [`<text ${attributes} maxLength="${element.maxLength}"/>`];
		case "switch":
			return [];
	}
}

function presentation(id: string, name: string, element: PolicyElement): readonly string[] {
	const field = fieldOf(id, name, element);
	return field === undefined ? [] : [`<presentation id="${id}">${field}</presentation>`];
}

function fieldOf(id: string, name: string, element: PolicyElement): string | undefined {
	switch (element.kind) {
		case "choice":
			return `<dropdownList refId="${id}" noSort="true">${name}</dropdownList>`;
		case "decimal":
			return `<decimalTextBox refId="${id}" defaultValue="${element.default ?? element.min}">${name}</decimalTextBox>`;
		case "text":
			return `<textBox refId="${id}"><label>${name}</label></textBox>`;
		case "switch":
			return undefined;
	}
}

function text(id: string, content: string): string {
	return `<string id="${id}">${xmlText(content)}</string>`;
}
