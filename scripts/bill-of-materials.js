import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { Contrib, Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";

const { ExternalReferenceFactory } = Contrib.FromNodePackageJson.Factories;
const builder = new Contrib.FromNodePackageJson.Builders.ComponentBuilder(
	new ExternalReferenceFactory(),
	new Contrib.License.Factories.LicenseFactory(() => {
		throw new Error("a licence is named, or one identifier of SPDX");
	}),
);

/**
 * Packages whose code the shipped files hold, as CycloneDX. Nobody's `npm ls` shows them, since they are no longer
 * packages; a scanner reads this instead. Equal for equal sources: it carries no time and no serial number.
 */
export function billOfMaterials(packages) {
	const { packages: locked } = readJson("package-lock.json");
	const home = path.dirname(realpathSync("node_modules"));
	const bom = new Models.Bom();
	bom.metadata.component = componentOf(readJson("package.json"));
	bom.metadata.tools.components.add(componentOf(readJson("node_modules/@cyclonedx/cyclonedx-library/package.json")));
	for (const { folder, manifest } of packages) {
		const component = componentOf(manifest);
		const { integrity } = locked[path.relative(home, folder)];
		component.hashes.set(Enums.HashAlgorithm["SHA-512"], Buffer.from(integrity.slice(7), "base64").toString("hex"));
		bom.components.add(component);
		bom.metadata.component.dependencies.add(component.bomRef);
	}
	const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
	return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentOf(manifest) {
	const component = builder.makeComponent(manifest, Enums.ComponentType.Library);
	const [name, scope] = manifest.name.split("/").reverse();
	component.purl = `pkg:npm/${scope ? `${encodeURIComponent(scope)}/` : ""}${name}@${manifest.version}`;
	component.bomRef.value = component.purl;
	return component;
}

function readJson(file) {
	return JSON.parse(readFileSync(file, "utf8"));
}
