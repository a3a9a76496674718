import { compareVersions } from "../version.js";
import { type PolicyDefinition, type PolicyElement, policyId } from "./policy-definition.js";
import { policyKey } from "./policy-key.js";
import { xmlAttribute, xmlText } from "./xml-text.js";

/** The category around those of the catalogue's sections. */
export const rootCategory = "ClaudeCowork";

/** Without other namespaces: consoles that import one file at a time refuse a reference to Windows's own definitions. */
const schema =
	'xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0"';
const head = '<?xml version="1.0" encoding="utf-8"?>';

/** Policy definitions for the machine's policies. */
export function writeAdmx(definitions: readonly PolicyDefinition[], namespace: string): string {
	const categories = [...new Set(definitions.map(({ category }) => category))];
	const versions = versionsOf(definitions);
	return [
		head,
		`<policyDefinitions ${schema}>`,
		"<policyNamespaces>",
		`<target prefix="claudecowork" namespace="${xmlAttribute(namespace)}"/>`,
		"</policyNamespaces>",
		'<resources minRequiredRevision="1.0"/>',
		"<supportedOn>",
		"<definitions>",
		...versions.map((version) => named("definition", supportedId(version), "/>")),
		"</definitions>",
		"</supportedOn>",
		"<categories>",
		named("category", rootCategory, "/>"),
		...categories.map(
			(category) => `${named("category", categoryId(category), ">")}<parentCategory ref="${rootCategory}"/></category>`,
		),
		"</categories>",
		"<policies>",
		...definitions.flatMap(policy),
		"</policies>",
		"</policyDefinitions>",
		"",
	].join("\n");
}

/** The texts of the same definitions, in English. */
export function writeAdml(definitions: readonly PolicyDefinition[]): string {
	const categories = [...new Set(definitions.map(({ category }) => category))];
	return [
		head,
		`<policyDefinitionResources ${schema}>`,
		"<displayName>Claude Desktop</displayName>",
		"<description>Managed configuration of Claude Desktop on third-party inference</description>",
		"<resources>",
		"<stringTable>",
		text(rootCategory, "Claude Desktop (Cowork)"),
		...categories.map((category) => text(categoryId(category), category)),
		...versionsOf(definitions).map((version) => text(supportedId(version), supportedText(version))),
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

function supportedText(version: Version): string {
	return version === undefined ? "A version of Claude Desktop that knows it" : `Claude Desktop ${version} or later`;
}

function named(tag: string, id: string, end: string): string {
	return `<${tag} name="${id}" displayName="$(string.${id})"${end}`;
}

function choiceId(id: string, value: string): string {
	return `${id}_${policyId(value)}`;
}

function policy(definition: PolicyDefinition): readonly string[] {
	const { id, name, category, since, element, explanation } = definition;
	const attributes = [
		`name="${id}"`,
		'class="Machine"',
		`displayName="$(string.${id}_Name)"`,
		...(explanation === undefined ? [] : [`explainText="$(string.${id}_Help)"`]),
		`key="${policyKey}"`,
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
